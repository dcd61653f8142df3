import { expect as chaiExpect, fixture, html } from '@open-wc/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { ConfigError, NetworkError } from '../../../src/http/errors.js';
import type { Page } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import {
  everyKind,
  heldSource,
  makeAuthor,
  makeAuthors,
  makeComments,
  makeEvent,
  makeEvents,
  makeImage,
  makePage,
  makeThread,
  makeVideo,
  sourceOf,
  url,
} from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import {
  all,
  at,
  button,
  cardsOf,
  parts,
  playButton,
  settled,
  showList,
  showLoaded,
  until,
} from './support.js';

interface AxeResult {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
interface Axe {
  configure(options: { rules: readonly { id: string; enabled: boolean }[] }): void;
  run(root: Element, options: { runOnly: readonly string[] }): Promise<{ incomplete: readonly AxeResult[] }>;
}
const axe = () => (globalThis as unknown as { axe: Axe }).axe;

/** Axe calls these "incomplete" and passes them, but each is a name or an id that leads nowhere. */
const MUST_BE_COMPLETE = ['aria-valid-attr-value', 'duplicate-id-aria', 'aria-required-children'];

async function expectAccessible(list: FeedList): Promise<void> {
  await chaiExpect(list).to.be.accessible();
  const { incomplete } = await axe().run(list, { runOnly: MUST_BE_COMPLETE });
  expect(incomplete).toEqual([]);
}

const fail = (number: number) => (_: unknown, asked: number) => {
  if (asked === number) throw new NetworkError('No answer.');
};

/** A group, an unread event about something, one that was read; the source can be told. */
function notifications(fields: Partial<Page> = {}): FeedSource {
  const object = { title: 'Evening harbour', url: url('https://photos.example/1') };
  const events = [
    makeEvent('a', { read: false, seen: true, subevents: makeEvents(2, 'm'), authors: makeAuthors(2) }),
    makeEvent('b', { read: false, seen: true, verb: 'pin', object, target: { title: 'Boats' } }),
    makeEvent('c', { read: false, seen: true, verb: 'super_like', object }),
    makeEvent('d', { read: true, seen: true, verb: 'like', object }),
  ];
  return {
    name: 'fake',
    page: () => Promise.resolve({ ...makePage(events), unread: 3, unseen: 3, ...fields }),
    markRead: () => Promise.resolve(),
    markSeen: () => Promise.resolve(),
  };
}

/** Events that can be liked and commented on; some were. */
function forReaders(): FeedSource {
  const states = ['sending', 'failed', 'sent'] as const;
  const own = states.map((state) => ({ id: state, text: 'My own comment', state }));
  const likes = makeAuthors(4);
  const events = [
    makeEvent('a', { thread: makeThread() }),
    makeEvent('b', { thread: makeThread({ likes, liked: true, comments: [...makeComments(4), ...own] }) }),
    makeEvent('c', { subevents: [makeEvent('d', { thread: makeThread({ likeCount: 1234 }) })] }),
  ];
  const never = () => new Promise<never>(() => undefined);
  return { ...sourceOf(events).source, like: never, unlike: never, comment: never };
}

/** Every state that a reader may meet. */
const states: Record<string, () => Promise<FeedList>> = {
  'before there is a source': () => showList(undefined),
  async loading() {
    const list = await showList(heldSource().source);
    for (const animation of list.shadowRoot?.getAnimations() ?? []) animation.finish();
    return list;
  },
  empty: () => showLoaded(sourceOf([]).source),
  'one card': () => showLoaded(sourceOf(makeEvents(1)).source),
  'cards of all kinds': () => showLoaded(sourceOf(everyKind()).source, { limit: 50 }),
  async 'cards of all kinds, with every part open'() {
    const list = await showLoaded(sourceOf(everyKind()).source, { limit: 50 });
    for (const closed of all(list, '[aria-expanded="false"]')) closed.click();
    await settled(list);
    return list;
  },
  'an error': () => showLoaded(sourceOf([], fail(1)).source),
  'a wrong set-up': async () => {
    const list = await fixture<FeedList>(html`<feed-list source="mailru"></feed-list>`);
    await until(() => list.error instanceof ConfigError);
    return list;
  },
  async 'a page error below the cards'() {
    const list = await showLoaded(sourceOf(makeEvents(12), fail(2)).source);
    await until(() => list.status === 'error');
    await settled(list);
    return list;
  },
  async 'a later page loading'() {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    request(1).resolve({ events: makeEvents(2), warnings: [], skip: '2' });
    await until(() => requests.length === 2);
    await list.updateComplete;
    for (const animation of list.shadowRoot?.getAnimations() ?? []) animation.finish();
    return list;
  },
  'the end': () => showLoaded(sourceOf(makeEvents(3)).source),
  '"Load more"': () => showLoaded(sourceOf(makeEvents(30)).source, { autoPages: 1 }),
  async 'people open'() {
    const list = await showLoaded(sourceOf([makeEvent('a', { authors: makeAuthors(12) })]).source);
    await userEvent.click(button(list, '10 others'));
    return list;
  },
  async 'comments open'() {
    const thread = makeThread({ comments: makeComments(12), likes: makeAuthors(3), liked: true });
    const list = await showLoaded(sourceOf([makeEvent('a', { thread })]).source);
    await userEvent.click(button(list, 'Show all 12 comments'));
    await userEvent.click(button(list, '3 likes, you like this'));
    return list;
  },
  async 'all that a reader can do'() {
    const list = await showLoaded(forReaders());
    await userEvent.click(button(list, '4 likes'));
    await userEvent.fill(all(list, 'textarea')[0] ?? list, 'A draft');
    expect(button(list, /^(Send|Try again)$/).elements()).toHaveLength(2);
    return list;
  },
  async 'a video that plays'() {
    const list = await showLoaded(sourceOf([makeEvent('a', { attachments: [makeVideo()] })]).source);
    await userEvent.click(playButton(list, 'A film'));
    return list;
  },
  async 'unread and new events'() {
    const list = await showLoaded(notifications());
    expect(all(list, '[part="unread"], [part="badge"]')).toHaveLength(4);
    return list;
  },
  async 'a group open'() {
    const list = await showLoaded(notifications());
    await userEvent.click(button(list, 'Show 2 events'));
    return list;
  },
  async 'a feed that says what it is about'() {
    const info = { author: makeAuthor('Mira'), image: makeImage(), text: 'A text', locked: true, total: 120 };
    const list = await showLoaded(notifications({ info }));
    expect(all(list, '[part="info"]')).toHaveLength(1);
    return list;
  },
  async 'newer events, a gap and something that failed'() {
    const { source, insert, faults } = livingSource(3);
    const list = await showLoaded(source, { limit: 2, autoPages: 1 });
    insert('a', 'b', 'c', 'd');
    await list.client?.checkNewer();
    list.client?.showNewer();
    faults.push(new NetworkError('No answer.'));
    await list.client?.fillGap(0);
    insert('f');
    await list.client?.checkNewer();
    list.handleLost();
    await settled(list);
    for (const animation of list.shadowRoot?.getAnimations() ?? []) animation.finish();
    expect(['newer', 'gap', 'notice'].flatMap((name) => parts(list, name))).toHaveLength(3);
    return list;
  },
  async 'a card that cannot be drawn'() {
    const list = await showLoaded(sourceOf(makeEvents(2)).source, {
      template: (event) => {
        if (event.id === 'e1') throw new Error('no');
        return html`<p>${event.title}</p>`;
      },
    });
    await settled(list);
    return list;
  },
};

beforeAll(async () => {
  const probe = document.createElement('p');
  probe.textContent = 'Loads axe.';
  document.body.append(probe);
  await chaiExpect(probe).to.be.accessible();
  probe.remove();
  axe().configure({ rules: [{ id: 'target-size', enabled: true }] });
});

const ground = (scheme: string, color: string) => {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  style.backgroundColor = color;
};

beforeEach(async () => {
  ground('light', '#fff');
  await page.viewport(800, 900);
});

it('the control: axe is asked about size and contrast, also inside of shadow roots', async () => {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.attachShadow({ mode: 'open' }).innerHTML = '<p style="color: #ccc; background: #fff">Pale</p>';
  await expect(chaiExpect(box).to.be.accessible()).rejects.toThrow('color-contrast');
  const small = 'inline-size: 10px; block-size: 10px; padding: 0; font-size: 6px';
  const buttons = await fixture<HTMLElement>(
    html`<div>
      <button .style=${small} aria-label="A"></button><button .style=${small} aria-label="B"></button>
    </div>`,
  );
  await expect(chaiExpect(buttons).to.be.accessible()).rejects.toThrow('target-size');
});

describe.each(Object.entries(states))('%s', (_, show) => {
  it('has nothing that axe finds, in light', async () => {
    await expectAccessible(await show());
  });

  it('has nothing that axe finds, in dark', async () => {
    ground('dark', '#0e1013');
    await expectAccessible(await show());
  });

  it('keeps inside of a window of 320 px, from left to right and from right to left', async () => {
    await page.viewport(320, 800);
    const list = await show();
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      for (const card of cardsOf(list)) expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
    }
  });

  it('is a feed with a name, of articles with names in their places, and one status outside of it', async () => {
    const list = await show();
    const feeds = at(list).getByRole('feed').elements();
    expect(feeds).toHaveLength(list.status === 'loading' || cardsOf(list).length > 0 ? 1 : 0);
    for (const feed of feeds) {
      expect(feed.ariaLabel).toBe("What's new");
      // Axe lets a feed have anything below generic elements; a screen reader may lose count.
      const inside = all(feed, '*').filter((node) => node.getRootNode() === list.shadowRoot && node.role);
      const articles = [...cardsOf(list), ...parts(list, 'gap')];
      expect(inside.map((node) => node.role)).toEqual(articles.map(() => 'article'));
      expect(all(feed, '[role="status"], [role="alert"]').filter((node) => !node.closest('.audio'))).toEqual(
        [],
      );
    }
    const known = list.status === 'ready' && all(list, '[part="end"]').length > 0;
    const size = known ? String(list.events.length) : '-1';
    for (const [index, card] of cardsOf(list).entries()) {
      expect(card.ariaLabel).toMatch(/\S/);
      expect(card.ariaPosInSet).toBe(String(index + 1));
      expect(card.ariaSetSize).toBe(size);
      expect(card.tabIndex).toBe(0);
    }
    const statuses = all(list, '[role="status"]').filter((node) => node.getRootNode() === list.shadowRoot);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]?.closest('[role="feed"]')).toBeNull();
  });
});

describe('cards of all kinds, with every part open', () => {
  const show = states['cards of all kinds, with every part open'];
  if (!show) throw new Error('unreachable');

  it('have nothing that axe finds in Russian', async () => {
    document.documentElement.lang = 'ru';
    await expectAccessible(await show());
  });

  it('have nothing that axe finds from right to left', async () => {
    document.documentElement.dir = 'rtl';
    await expectAccessible(await show());
  });

  it('have nothing that axe finds at 320 px', async () => {
    await page.viewport(320, 800);
    await expectAccessible(await show());
  });

  it('have a heading each, one level below that of the feed', async () => {
    const list = await show();
    expect(at(list).getByRole('heading', { level: 2 }).elements()).toHaveLength(1);
    expect(at(list).getByRole('heading', { level: 3 }).elements()).toHaveLength(cardsOf(list).length);
  });

  it('keep inside with a text twice as large, and with the spacing that WCAG 1.4.12 asks for', async () => {
    await page.viewport(320, 800);
    document.documentElement.style.fontSize = '200%';
    const list = await show();
    Object.assign(list.style, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' });
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it('cut off neither a host nor an artist with that spacing', async () => {
    await page.viewport(320, 800);
    const list = await showLoaded(
      sourceOf([
        makeEvent('a', {
          attachments: [
            { kind: 'link', url: url('https://a-rather-long-name.news.example/'), title: 'A title' },
            { kind: 'audio', title: 'A song', artist: 'The Long Winter Harbour Band and Friends' },
          ],
        }),
      ]).source,
    );
    Object.assign(list.style, { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' });
    const lines = all(list, '.line');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
  });

  it('keep inside whatever somebody writes: one word of 5 000 letters, the widest signs (T14, T15)', async () => {
    await page.viewport(320, 800);
    const word = 'w'.repeat(5000);
    const wide = '\ufdfd'.repeat(200);
    const list = await showLoaded(
      sourceOf(
        [word, wide].map((text, index) =>
          makeEvent(String(index), {
            title: text,
            text,
            authors: [{ id: '1', name: text }],
            thread: makeThread({ comments: makeComments(1).map((comment) => ({ ...comment, text })) }),
            generator: { title: text },
          }),
        ),
      ).source,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    for (const card of cardsOf(list)) expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
  });
});
