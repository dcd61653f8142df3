// What every candidate shows. Item i is a pure function of i, so that runs and candidates see the same feed.
const WORDS = (
  'release feature update dashboard latency pipeline deploy metrics search index schema token cache worker ' +
  'stream region billing export import widget template theme locale keyboard contrast shadow slot observer ' +
  'layout paint scroll anchor virtual window commit branch review merge patch minor major stable preview ' +
  'canary rollout toggle flag audit trace span event signal store query mutation batch retry queue topic shard'
).split(' ');
const NAMES = [
  'Ada Lovelace',
  'Grace Hopper',
  'Alan Turing',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Ken Thompson',
  'Margaret Hamilton',
  'Tim Berners-Lee',
];
const PHOTO_HEIGHTS = [200, 260, 320, 400];
const NEWEST = Date.UTC(2026, 8, 21);
const HOUR = 3_600_000;

/** mulberry32 */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeItem(index) {
  const next = random(index * 2654435761 + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = (count) => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const sentence = (count) => words(count).replace(/^./, (letter) => letter.toUpperCase());
  const photo = pick(PHOTO_HEIGHTS);
  return {
    id: `e${index}`,
    index,
    author: pick(NAMES),
    avatar: `/img/avatar-${index % 8}.png`,
    time: new Date(NEWEST - index * HOUR).toISOString(),
    timeText: `${1 + (index % 29)} days ago`,
    title: sentence(4 + Math.floor(next() * 5)),
    text: `Entry${index}x. ${sentence(8 + Math.floor(next() * 70))}.`,
    link: {
      url: `https://example.test/posts/${index}`,
      title: sentence(5),
      description: sentence(10),
      host: 'example.test',
      image: `/img/thumb-${index % 8}.png`,
    },
    image: { src: `/img/photo${photo}-${index % 2}.png`, width: 600, height: photo, alt: words(4) },
    likes: Math.floor(next() * 500),
  };
}

/**
 * `count` items from `start` on, as they come out of an answer: through JSON, since strings that were just put
 * together are kept in pieces and would weigh more than real ones.
 */
export function makeItems(start, count) {
  const items = [];
  for (let from = start; from < start + count; from += 1000) {
    const length = Math.min(1000, start + count - from);
    items.push(...JSON.parse(JSON.stringify(Array.from({ length }, (_, i) => makeItem(from + i)))));
  }
  return items;
}

/** The pictures turn out taller than their attributes said, so that cards grow after they were shown. */
export const withLateHeights = (items) =>
  items.map((item) => ({
    ...item,
    image: { ...item.image, height: 400, src: `/img/photo200-${item.index % 2}.png` },
  }));
