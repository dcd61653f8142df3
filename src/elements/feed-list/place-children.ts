/** Makes these the children of an element, in this order. None that stays is moved: it would lose its focus. */
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
  next = wanted[at - 1]?.nextElementSibling ?? (at === 0 ? parent.firstElementChild : null);
  for (const child of rest) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
