/** Whether a key press belongs to what has the focus: a text field, a list of choices, a player. */
function typing(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, video, audio'))
  );
}

/**
 * The keys of the ARIA feed pattern: Page Down and Page Up move between articles, Ctrl+End and Ctrl+Home leave
 * the feed. They work only while the focus is inside an article; nowhere else is a key taken from the page.
 */
export function moveByKey(
  event: KeyboardEvent,
  articles: readonly HTMLElement[],
  edges: { readonly before: HTMLElement | null; readonly after: HTMLElement | null },
): void {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey || typing(event)) return;
  const path = event.composedPath();
  const at = articles.findIndex((article) => path.includes(article));
  if (at < 0) return;
  const { before, after } = edges;
  const next = event.ctrlKey
    ? { Home: before, End: after }[event.key]
    : { PageDown: articles[at + 1], PageUp: articles[at - 1] }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
