// The real elements from dist/, as a page uses them: a source in memory, every method that a source can have, and a
// card for every event as the library draws it.
import '../../dist/define.js';
import { makeItems } from '../page/data.js';

const toEvent = ({ id, author, avatar, time, title, text, link, image, likes }) => ({
  id,
  kind: 'event',
  time: new Date(time),
  authors: [{ id: author, name: author, avatar }],
  authorCount: 1,
  title,
  text,
  attachments: [
    { kind: 'link', url: link.url, title: link.title, description: link.description, image: link.image },
    { kind: 'image', ...image },
  ],
  subevents: [],
  subeventCount: 0,
  thread: {
    id,
    likes: [],
    likeCount: likes,
    liked: false,
    comments: [],
    commentCount: 0,
    likeable: true,
    commentable: true,
  },
  actionLinks: [],
});

export function create(scroller) {
  const list = document.createElement('feed-list');
  /** What the next answers bring, ready made; they are not kept. */
  const ready = [];
  let shown = 0;
  let end = Infinity;

  const page = async ({ skip = '0', limit }) => {
    const start = Number(skip);
    let events = ready.shift();
    // A page that nobody made ready: the feed loads by itself, or reads again what it had let go of.
    if (events?.[0]?.id !== `e${start}`) {
      if (events) ready.unshift(events);
      events = makeItems(start, Math.min(limit, end - start)).map(toEvent);
    }
    const next = start + events.length;
    shown = Math.max(shown, next);
    return { events, warnings: [], ...(next < end && { skip: String(next) }) };
  };

  const source = {
    name: 'bench',
    page,
    newer: async () => ({ events: [], warnings: [] }),
    like: async () => {},
    unlike: async () => {},
    comment: async () => undefined,
    markRead: async () => {},
    markSeen: async () => {},
  };

  const begin = async (limit, autoPages) => {
    const loaded = new Promise((resolve) => list.addEventListener('feed-load', resolve, { once: true }));
    Object.assign(list, { source, limit, autoPages });
    scroller.append(list);
    await loaded;
  };

  /** The next page; the first one decides how many are asked for. */
  const next = async (limit) => {
    if (!list.isConnected) return begin(limit, 1);
    await list.loadMore();
  };

  const append = (events, limit = 25) => {
    ready.push(events);
    return next(limit);
  };

  return {
    /** When also what is not seen is drawn. */
    done: () => list.updateComplete,
    prepare: (items) => items.map(toEvent),
    // All in one answer: a source may give more than was asked for.
    load: (events) => append(events),
    append: (events) => append(events),
    next,
    async loadPages(events, size) {
      for (let start = 0; start < events.length; start += size) {
        await append(events.slice(start, start + size), size);
        await list.updateComplete;
      }
    },
    /** Pages come by themselves, as large as the client asks for. */
    begin(size) {
      end = size;
      return begin(200, Infinity);
    },
    shown: () => shown,
    cards: () => list.shadowRoot.querySelectorAll('event-card').length,
  };
}
