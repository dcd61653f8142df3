/** Newer than the browsers that are supported. */
type ComposedSelection = Omit<Selection, 'getComposedRanges'> & Partial<Pick<Selection, 'getComposedRanges'>>;

/** A reader is busy in this part of a feed: the focus, a selection or something that plays is in it. */
export function inUse(part: Element): boolean {
  if (part.matches(':focus-within')) return true;
  const players = [...part.children].some((card) => card.shadowRoot?.querySelector('iframe, video, audio'));
  return players || selectedNodes(part).some((node) => part.contains(node));
}

/** Both ends of what is selected, as far as the tree of `part` knows them. */
function selectedNodes(part: Element): Node[] {
  const root = part.getRootNode();
  const selection: ComposedSelection | null = getSelection();
  if (!selection || !(root instanceof ShadowRoot)) return [];
  const [range] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  return range && !range.collapsed ? [range.startContainer, range.endContainer] : [];
}
