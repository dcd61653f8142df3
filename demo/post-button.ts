/** A button with which somebody posts: the feeds look for it at once, and not when their minute is over. */
export function postButton(
  post: () => void,
  feeds: readonly HTMLElementTagNameMap['feed-list'][],
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Somebody posts now';
  button.addEventListener('click', () => {
    post();
    for (const feed of feeds) void feed.checkNewer();
  });
  return button;
}
