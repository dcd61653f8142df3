/** What scrolls an element: the nearest ancestor that can, in any tree, or else the page. */
export function scrollerOf(element: Element): Element | null {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    // The page scrolls in its place, unless the root has an overflow of its own.
    if (at === document.body && getComputedStyle(document.documentElement).overflowY === 'visible') break;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement;
}

/** Where the visible part of a scroller begins, in px below the top of the window. */
export const visibleTop = (scroller: Element | null): number =>
  scroller === document.scrollingElement ? 0 : Math.max(scroller?.getBoundingClientRect().top ?? 0, 0);

/** Scrolls until an element stands so many px below the top of the window. */
export function bringTo(element: Element, top: number): void {
  const by = element.getBoundingClientRect().top - top;
  if (Math.abs(by) >= 1) scrollerOf(element)?.scrollBy({ top: by, behavior: 'instant' });
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
