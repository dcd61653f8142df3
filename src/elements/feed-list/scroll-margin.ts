/**
 * Lets an observer look so far beyond the edges of the window, and of a box in the page that scrolls. Older browsers
 * ignore the second.
 */
export const scrollMargin = (margin: string): IntersectionObserverInit & { scrollMargin: string } => ({
  rootMargin: margin,
  scrollMargin: margin,
});
