/** What has a use of its own for these keys: a text field, a list of choices, a player. */
const USES_KEYS = 'input, select, video, audio, :read-write';

/**
 * The keys of the ARIA feed pattern: Page Down and Page Up move between articles, Ctrl+End and Ctrl+Home leave
 * the feed. They work only while the focus is inside an article; nowhere else is a key taken from the page.
 */
export function moveByKey(
  event: KeyboardEvent,
  /** The article in which the key was pressed (0), or the one so many places below it. */
  article: (below: number) => HTMLElement | undefined,
  before: HTMLElement | null,
  after: HTMLElement | null,
): void {
  const [target] = event.composedPath();
  if (!article(0) || event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey) return;
  if (target instanceof Element && target.matches(USES_KEYS)) return;
  const below = { PageDown: 1, PageUp: -1 }[event.key];
  const next = event.ctrlKey ? { Home: before, End: after }[event.key] : below && article(below);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
