// Finds cards on the screen and in the tree, whichever candidate drew them and however deep in shadow roots.
const CARD = '[data-id], event-card';
const COLUMN = 320;

export const scroller = document.getElementById('scroller');

export const idOf = (card) => card?.dataset.id ?? card?.event?.id;

/** The card at a height of the screen. */
export function cardAt(y) {
  let element = document.elementFromPoint(COLUMN, y);
  for (let inner; (inner = element?.shadowRoot?.elementFromPoint(COLUMN, y)) && inner !== element;)
    element = inner;
  while (element) {
    const card = element.closest?.(CARD);
    if (card) return card;
    element = element.getRootNode().host;
  }
  return null;
}

/** No card at three heights: the reader looks at nothing. */
export const isBlank = () => ![150, 450, 750].some((y) => cardAt(y));

export function cardWithId(id) {
  for (let y = 10; y < 890; y += 20) {
    const card = cardAt(y);
    if (idOf(card) === id) return card;
  }
  return null;
}

function* everyElement(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

export function count() {
  let elements = 0;
  let cards = 0;
  for (const element of everyElement(scroller)) {
    elements += 1;
    if (element.matches(CARD)) cards += 1;
  }
  return { elements, cards, scrollHeight: scroller.scrollHeight };
}
