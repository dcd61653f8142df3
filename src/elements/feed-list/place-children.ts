/**
 * Makes these the children of an element, in this order. One that has to move keeps its focus, and what plays in it, where
 * the browser can do that.
 */
export function placeChildren(parent: Element, wanted: readonly Element[]): void {
  let next = parent.firstElementChild;
  let at = 0;
  // Mostly something comes at the end of much that stays.
  for (; next && next === wanted[at]; at += 1) next = next.nextElementSibling;
  const rest = wanted.slice(at);
  const stays = new Set(rest);
  for (let child = next; child;) {
    const after: Element | null = child.nextElementSibling;
    if (!stays.has(child)) child.remove();
    child = after;
  }
  next = parent.children[at] ?? null;
  for (const child of rest) {
    if (child === next) next = next.nextElementSibling;
    else {
      const move = child.parentNode === parent && 'moveBefore' in parent ? 'moveBefore' : 'insertBefore';
      parent[move](child, next);
    }
  }
}
