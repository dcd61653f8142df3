import { placeChildren } from './place-children.js';

interface Section {
  readonly element: HTMLElement;
  /** In px. */
  readonly height: number;
  readonly isLive: boolean;
}

interface Box {
  readonly element: HTMLElement;
  readonly sections: readonly Section[];
}

const PAGES = 16;

/**
 * Lays pages that have given up their cards into boxes, sixteen in each: what a browser has to go through whenever
 * something moves does not grow with every page.
 */
export class Chapters {
  /** By the place of its first page. */
  #boxes = new Map<number, Box>();

  /** What stands for the sections between two places, in their order. */
  gather(sections: readonly Section[], from: number, to: number): readonly Element[] {
    const elements: Element[] = [];
    const boxes = new Map<number, Box>();
    for (let at = from; at < to;) {
      const some = sections.slice(at, at % PAGES === 0 && at + PAGES <= to ? at + PAGES : at + 1);
      const box = some.length > 1 && some.every(({ isLive }) => !isLive) && this.#box(at, some);
      if (box) boxes.set(at, box);
      elements.push(...(box ? [box] : some).map(({ element }) => element));
      at += some.length;
    }
    this.#boxes = boxes;
    return elements;
  }

  #box(at: number, sections: readonly Section[]): Box {
    const known = this.#boxes.get(at);
    // A page has one height as long as it has no cards.
    if (known?.sections.every((section, index) => section === sections[index])) return known;
    const element = known?.element ?? document.createElement('div');
    element.className = 'chapter';
    element.style.blockSize = `${sections.reduce((sum, { height }) => sum + height, 0)}px`;
    placeChildren(
      element,
      sections.map((section) => section.element),
    );
    return { element, sections };
  }
}
