declare global {
  interface Selection {
    /** As it was specified first, and as Safari has it. */
    getComposedRanges(...shadowRoots: readonly ShadowRoot[]): StaticRange[];
  }
}

/** What must not be lost: something that plays, a comment that is not sent yet. */
const BUSY = 'iframe, video, audio, textarea:not(:placeholder-shown)';

/** A reader is busy in this part of a feed: the focus, a selection, a draft or something that plays is in it. */
export function inUse(part: Element): boolean {
  return (
    part.matches(':focus-within') ||
    [...part.children].some((card) => card.shadowRoot?.querySelector(BUSY)) ||
    !!selectedRange(part)?.intersectsNode(part)
  );
}

/** What is selected, as far as the tree of `part` knows it; nothing in browsers that do not tell. */
function selectedRange(part: Element): Range | undefined {
  const root = part.getRootNode();
  const selection = getSelection();
  if (!selection || !(root instanceof ShadowRoot) || !('getComposedRanges' in selection)) return undefined;
  let selected: StaticRange | undefined;
  try {
    [selected] = selection.getComposedRanges({ shadowRoots: [root] });
  } catch {
    [selected] = selection.getComposedRanges(root);
  }
  if (!selected || selected.collapsed) return undefined;
  const range = new Range();
  range.setStart(selected.startContainer, within(selected.startContainer, selected.startOffset));
  range.setEnd(selected.endContainer, within(selected.endContainer, selected.endOffset));
  return range;
}

/** Firefox counts also what is in the shadow of a node, and a range throws for more than it has. */
const within = (node: Node, offset: number) =>
  Math.min(offset, node.nodeValue?.length ?? node.childNodes.length);
