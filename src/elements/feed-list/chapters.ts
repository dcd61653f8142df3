import { placeChildren } from './place-children.js';

interface Section {
  readonly element: HTMLElement;
  /** In px. */
  readonly height: number;
  readonly isLive: boolean;
}

const PAGES = 16;

/**
 * Lays pages that have given up their cards into boxes, sixteen in each: what a browser has to go through whenever
 * something moves does not grow with every page.
 */
export class Chapters {
  /** By the place of its first page. */
  #boxes = new Map<number, HTMLElement>();

  /** What stands for the sections between two places, in their order. */
  gather(sections: readonly Section[], from: number, to: number): readonly Element[] {
    const elements: Element[] = [];
    const boxes = new Map<number, HTMLElement>();
    for (let at = from; at < to;) {
      const some = sections.slice(at, at % PAGES === 0 && at + PAGES <= to ? at + PAGES : at + 1);
      const box = some.length > 1 && some.every(({ isLive }) => !isLive) && this.#box(at, some);
      if (box) boxes.set(at, box);
      elements.push(...(box ? [box] : some.map(({ element }) => element)));
      at += some.length;
    }
    this.#boxes = boxes;
    return elements;
  }

  #box(at: number, sections: readonly Section[]): HTMLElement {
    const known = this.#boxes.get(at);
    // A page has one height as long as it has no cards.
    if (known?.childElementCount === PAGES && sections.every(({ element }) => element.parentNode === known))
      return known;
    const box = known ?? document.createElement('div');
    box.className = 'chapter';
    box.style.blockSize = `${sections.reduce((sum, { height }) => sum + height, 0)}px`;
    placeChildren(
      box,
      sections.map(({ element }) => element),
    );
    return box;
  }
}
