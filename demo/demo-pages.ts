/** The pages of the demo, for the row of links on top of each. */
const PAGES = [
  ['index.html', 'mail.ru'],
  ['getstream-flat.html', 'getstream: flat'],
  ['getstream-ranked.html', 'ranked'],
  ['getstream-aggregated.html', 'aggregated'],
  ['getstream-notification.html', 'notifications'],
  ['bell.html', 'A bell'],
  ['piictu.html', 'piictu'],
  ['three-sources.html', 'All three'],
  ['states.html', 'All states'],
  ['embed.html', 'On a plain page'],
] as const;

export function pageLinks(): HTMLElement[] {
  return PAGES.map(([file, title]) => {
    const link = document.createElement('a');
    link.href = `./${file}`;
    link.textContent = title;
    if (location.pathname.endsWith(`/${file}`)) link.ariaCurrent = 'page';
    return link;
  });
}
