function span(style: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = style;
  element.textContent = text;
  return element;
}

/** The HTML that makes these feeds, for reading and for copying: its text is exactly what to paste. */
export function markupOf(feeds: readonly Element[]): (Node | string)[] {
  const tags = feeds.flatMap((feed) => [
    '\n\n<feed-list',
    ...[...feed.attributes]
      // Set by the demo or by the element itself.
      .filter(({ name, value }) => value !== '' && name !== 'class')
      .flatMap(({ name, value }) => ['\n  ', span('name', `${name}=`), span('value', `"${value}"`)]),
    '\n></feed-list>',
  ]);
  return [
    '<script\n  ',
    span('name', 'type='),
    span('value', '"module"'),
    '\n  ',
    span('name', 'src='),
    span('value', '"whats-new-feed.min.js"'),
    '\n></script>',
    ...tags,
  ];
}
