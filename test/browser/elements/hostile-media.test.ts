import { describe, expect, it } from 'vitest';
import type { ImageAttachment } from '../../../src/model/event.js';
import {
  drawing,
  makeAuthor,
  makeComments,
  makeEvent,
  makeImage,
  makeThread,
  sourceOf,
  url,
} from '../../helpers/feed-fixtures.js';
import {
  all,
  cardsOf,
  collectRejections,
  one,
  part,
  refused,
  showCard,
  showLoaded,
  textOf,
  until,
} from './support.js';

const showImage = (fields: Partial<ImageAttachment>) => {
  const { width: _, height: __, ...unsized } = makeImage();
  return showCard(makeEvent('a', { attachments: [{ ...unsized, ...fields }] }));
};

describe('a picture', () => {
  it('that is an SVG with a script runs nothing (M13)', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="top.pwned = parent.pwned = 1">
      <script>top.pwned = parent.pwned = 1</script>
      <image href="https://evil.test/beacon" width="1" height="1"/><rect width="40" height="30"/></svg>`;
    const card = await showImage({ src: url(`data:image/svg+xml,${encodeURIComponent(svg)}`) });
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    await until(() => image.naturalWidth > 0);
    expect(Reflect.has(window, 'pwned')).toBe(false);
    expect(refused).toEqual([]);
  });

  it.each([
    ['40 000 pixels wide and high', drawing(40_000, 40_000)],
    ['one pixel high', drawing(40_000, 1)],
    ['without any', url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')],
  ])('of a size that nobody told, %s, takes the usual room (M14)', async (_, src) => {
    const card = await showImage({ src });
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    const before = card.getBoundingClientRect();
    await until(() => image.complete);
    expect(card.getBoundingClientRect()).toEqual(before);
    const room = part(card, 'image').getBoundingClientRect();
    expect(room.width / room.height).toBeCloseTo(4 / 3, 1);
  });

  it('that fails after its card is gone is nobody’s trouble (C24)', async () => {
    const rejections = collectRejections();
    const card = await showImage({ src: url('data:image/png;base64,AAAA') });
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    card.remove();
    image.loading = 'eager';
    await until(() => image.classList.contains('broken'));
    expect(rejections).toEqual([]);
  });
});

describe('ids that mean something to a browser (S17)', () => {
  const ids = ['location', 'a b', '"', '', '__proto__', 'constructor', '#', 'top', '0', '<b>'];

  it('reach no id of an element, and every reference still leads to one', async () => {
    const people = (id: string) => [makeAuthor('Ann Lee', { id }), makeAuthor('Bob Ray', { id: `${id} ` })];
    const events = ids.map((id) =>
      makeEvent(id, {
        authors: people(id),
        thread: makeThread({
          id,
          likes: people(id),
          comments: makeComments(5).map((comment) => ({ ...comment, id })),
        }),
      }),
    );
    const done = () => Promise.resolve(undefined);
    const source = {
      ...sourceOf(events).source,
      like: done,
      unlike: done,
      comment: done,
    };
    const list = await showLoaded(source, { limit: 20 });
    expect(cardsOf(list).map((card) => card.event?.id)).toEqual(ids);
    for (const button of all(list, 'button[aria-expanded=false]')) button.click();
    for (const card of cardsOf(list)) await card.updateComplete;
    const inside = all(list, '*');
    expect(
      inside.map(({ id }) => id).filter((id) => ids.slice(1).some((own) => own && id.includes(own))),
    ).toEqual([]);
    const told = inside.flatMap((element) =>
      ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) =>
        (element.getAttribute(name) ?? '')
          .split(' ')
          .filter(Boolean)
          .map((id) => [element, id] as const),
      ),
    );
    for (const [element, id] of told) {
      const root = element.getRootNode() as ShadowRoot;
      expect(root.getElementById(id), `${element.localName} to ${id}`).not.toBeNull();
    }
    expect(textOf(part(list, 'end'))).toMatch(/everything/);
    expect(String(window.location)).toMatch(/^http/);
  });
});
