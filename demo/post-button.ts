/** Adds an event. The feeds check for it at once instead of waiting for the next poll. */
export function postButton(
  post: () => void,
  feeds: readonly HTMLElementTagNameMap['feed-list'][],
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Add a new event';
  button.addEventListener('click', () => {
    post();
    for (const feed of feeds) void feed.checkNewer();
  });
  return button;
}
