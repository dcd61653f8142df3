import { describe, expect, it } from 'vitest';
import { server, userEvent } from 'vitest/browser';
import type { EventCard } from '../../../src/elements/event-card/event-card.js';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { SafeUrl } from '../../../src/model/safe-url.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { all, cardsOf, settled, showList, until } from './support.js';

const TOTAL = 2000;
const nextFrame = () => new Promise(requestAnimationFrame);

/** A picture that comes when the browser asks for it, of a size that nobody announced. */
const picture = (height: number): SafeUrl => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height}"><rect width="600" height="${height}"/></svg>`;
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) as SafeUrl;
};
const PICTURES = [200, 350, 500, 900].map(picture);

/** Of very unequal height, and the same each time. */
function event(index: number): FeedEvent {
  const src = PICTURES[index % 4];
  return {
    id: `e${index}`,
    kind: 'event',
    authors: [{ id: `a${index}`, name: `Person ${index}` }],
    authorCount: 1,
    title: `Title ${index}`,
    text: 'Some words of it. '.repeat((index * 7919) % 40),
    attachments: index % 3 === 0 && src ? [{ kind: 'image', src }] : [],
    subevents: [],
    subeventCount: 0,
    actionLinks: [],
  };
}

const source: FeedSource = {
  name: 'unequal',
  page: ({ skip = '0', limit }) => {
    const start = Number(skip);
    const events = Array.from({ length: limit }, (_, index) => event(start + index));
    const next = start + limit;
    return Promise.resolve({ events, skip: next < TOTAL ? String(next) : undefined, warnings: [] });
  },
};

async function showAll(): Promise<FeedList> {
  const list = await showList(undefined, { limit: 200, window: 100, autoPages: 0, source });
  await until(() => list.status === 'ready');
  while (list.client?.hasMore) await list.loadMore();
  await settled(list);
  return list;
}

function middleCard(list: FeedList): EventCard {
  const middle = cardsOf(list).find((card) => card.getBoundingClientRect().bottom > innerHeight / 2);
  if (!middle) throw new Error('No card is in the middle.');
  return middle;
}

const topOf = (card: EventCard) => card.getBoundingClientRect().top;

/** When nothing has moved for three frames. */
async function rest(card: EventCard): Promise<void> {
  for (let still = 0, top = topOf(card); still < 3;) {
    await nextFrame();
    still = topOf(card) === top ? still + 1 : 0;
    top = topOf(card);
  }
}

/** How far what is read moves by one deed of the reader, and the most that it moves afterwards by itself. */
async function moved(list: FeedList, act: () => Promise<void>): Promise<[by: number, after: number]> {
  const card = middleCard(list);
  const before = topOf(card);
  await act();
  await rest(card);
  const by = topOf(card) - before;
  const pictures = all<HTMLImageElement>(list, 'event-card .picture img');
  await Promise.all(pictures.filter(({ src, complete }) => src && !complete).map(loaded));
  let after = 0;
  for (let frame = 0; frame < 3; frame++) {
    await nextFrame();
    after = Math.max(after, Math.abs(topOf(card) - before - by));
  }
  expect(card.isConnected).toBe(true);
  return [by, after];
}

/** Or is far from being seen, so that the browser does not ask for it. */
const loaded = (image: HTMLImageElement) =>
  new Promise((resolve) => {
    image.addEventListener('load', resolve);
    void Promise.all([nextFrame(), nextFrame(), nextFrame()]).then(nextFrame).then(resolve);
  });

const byWheel = (list: FeedList) => userEvent.wheel(list, { delta: { y: -300 } });
const byKey = () => userEvent.keyboard('{PageUp}');
/** The driver of WebKit fires the events of a key, but the page does not scroll by it. */
const scrollsByKey = server.browser !== 'webkit';

describe('the line that is read, in 2,000 unequal events with late pictures', () => {
  it('moves only as it is scrolled, by wheel and by keys, from the end upwards', async () => {
    const list = await showAll();
    await until(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return cardsOf(list).some(({ event: shown }) => shown?.id === `e${TOTAL - 1}`);
    });
    await settled(list);
    await rest(middleCard(list));
    for (const goUp of scrollsByKey ? [byWheel, byKey] : [byWheel]) {
      const [first] = await moved(list, () => goUp(list));
      expect(first).toBeGreaterThan(100);
      for (let step = 0; step < 8; step++) {
        const [by, after] = await moved(list, () => goUp(list));
        // A browser scrolls by whole pixels: by so much may its correction be off, and the scroll itself.
        expect(Math.abs(by - first)).toBeLessThanOrEqual(2);
        expect(after).toBeLessThanOrEqual(1);
      }
    }
  }, 30_000);
});
