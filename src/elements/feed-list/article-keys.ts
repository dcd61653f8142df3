/** What has a use of its own for these keys: a text field, a list of choices, a player. */
const USES_KEYS = 'input, select, video, audio, :read-write';

/**
 * The keys of the ARIA feed pattern: Page Down and Page Up move between articles, Ctrl+End and Ctrl+Home leave
 * the feed. They work only while the focus is inside an article; nowhere else is a key taken from the page.
 */
export function moveByKey(
  event: KeyboardEvent,
  articles: readonly HTMLElement[],
  before: HTMLElement | null,
  after: HTMLElement | null,
): void {
  const path = event.composedPath();
  const [target] = path;
  const at = articles.findIndex((article) => path.includes(article));
  if (at < 0 || event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey) return;
  if (target instanceof Element && target.matches(USES_KEYS)) return;
  const next = event.ctrlKey
    ? { Home: before, End: after }[event.key]
    : { PageDown: articles[at + 1], PageUp: articles[at - 1] }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
