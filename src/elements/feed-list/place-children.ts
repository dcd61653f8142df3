/**
 * Makes these the children of an element, in this order. One that has to move keeps its focus, and what plays in it, where
 * the browser can do that.
 */
export function placeChildren(parent: Element, wanted: readonly Element[]): void {
  const stays = new Set(wanted);
  for (const child of [...parent.children]) if (!stays.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else {
      const move = child.parentNode === parent && 'moveBefore' in parent ? 'moveBefore' : 'insertBefore';
      parent[move](child, next);
    }
  }
}
