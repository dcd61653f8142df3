import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicTag, hostPage, MODULE } from '../helpers/host-page.js';
import { startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser } from '../helpers/page-visit.js';

/** How often each element comes and goes. */
const TIMES = 50;

let browser: Browser;
let site: PageServer;
let page: Page;
let devtools: CDPSession;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
  page = await browser.newPage();
  await page.goto(site.page(hostPage(classicTag(site.script(HOST)), MODULE)));
  await page.waitForFunction(() => customElements.get('feed-list'));
  devtools = await page.context().newCDPSession(page);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** What a page does with each element: puts it there with all it can show, lets it work, takes it away. */
const HOST = `
  const url = 'data:image/svg+xml,<svg/>';
  const person = { id: 'p', name: 'Ann', url: 'https://a.example/', picture: url };
  const attachments = [
    { kind: 'link', url: 'https://a.example/', title: 'Link', image: url },
    { kind: 'image', src: url }, { kind: 'image', src: url },
    { kind: 'video', title: 'Film', poster: url, player: { type: 'file', src: 'data:video/mp4;base64,AAAA' } },
    { kind: 'audio', title: 'Song', src: 'data:audio/mpeg;base64,' },
    { kind: 'user', user: person },
  ];
  const event = (id, fields) => ({
    id, kind: 'event', verb: 'post', time: new Date(), title: id, text: 'a b '.repeat(300), authors: [person],
    authorCount: 1, attachments, subevents: [], subeventCount: 0, actionLinks: [], ...fields,
  });
  const thread = {
    id: 't', likes: [person], likeCount: 1, liked: false, commentCount: 5, likeable: true, commentable: true,
    comments: [1, 2, 3, 4, 5].map((id) => ({ id: 'c' + id, author: person, text: 'Yes', time: new Date() })),
  };
  const all = Array.from({ length: 6 }, (_, index) =>
    event('e' + index, { thread, read: false, seen: false, subevents: [event('inner' + index)], subeventCount: 1 }));
  const done = async () => {};
  const makeSource = () => ({
    name: 'small',
    page: async ({ skip, limit }) => {
      const from = Number(skip ?? 0);
      const to = from + limit;
      return { events: all.slice(from, to), warnings: [], ...(to < all.length && { skip: String(to) }) };
    },
    newer: async () => ({ events: [], warnings: [] }),
    like: done, unlike: done, markRead: done, markSeen: done,
    comment: async (_event, text) => ({ id: 'new', text }),
    subscribe: (onChange) => {
      addEventListener('change', onChange);
      return () => removeEventListener('change', onChange);
    },
  });
  const makers = {
    'feed-list': (feed) => Object.assign(feed, { source: makeSource(), limit: 2 }),
    'event-card': (card) => Object.assign(card, { event: all[0] }),
    'attachment-view': (view) => Object.assign(view, { attachment: attachments[3] }),
  };
  const frame = () => new Promise(requestAnimationFrame);
  const cards = (element) =>
    [element, ...(element.shadowRoot?.querySelectorAll('event-card') ?? [])].map(({ shadowRoot }) => shadowRoot);
  async function comeAndGo(tag, times) {
    let pressed = 0;
    for (let round = 0; round < times; round++) {
      const element = document.createElement(tag);
      makers[tag]?.(element);
      document.body.append(element);
      // Some leave before their first page is there, some in the middle of everything.
      if (round % 5) {
        await frame();
        await element.updateComplete;
        for (const root of cards(element)) {
          for (const button of root?.querySelectorAll('button') ?? []) {
            button.click();
            pressed++;
          }
        }
        await element.updateComplete;
      }
      element.remove();
    }
    await frame();
    return pressed;
  }
  customElements.define('x-leaky', class extends HTMLElement {
    connectedCallback() { addEventListener('resize', () => this.title); }
  });
`;

/** Instances of the elements, and listeners of the whole page, once all that can be collected is gone. */
async function count(tags: readonly string[]) {
  await page.requestGC();
  await page.requestGC();
  let instances = 0;
  for (const tag of tags) {
    const expression = `customElements.get('${tag}').prototype`;
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const { objects } = await devtools.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
    });
    const objectId = objects.objectId ?? '';
    const found = await devtools.send('Runtime.getProperties', { objectId, ownProperties: true });
    instances += found.result.filter(({ name }) => /^\d+$/.test(name)).length;
    for (const id of [objectId, result.objectId ?? ''])
      await devtools.send('Runtime.releaseObject', { objectId: id });
  }
  const { jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { instances, listeners: jsEventListeners };
}

/** How many buttons were pressed meanwhile. */
async function comeAndGo(tags: readonly string[], times: number): Promise<number> {
  let pressed = 0;
  for (const tag of tags) pressed += await page.evaluate<number>(`comeAndGo('${tag}', ${times})`);
  return pressed;
}

describe(`elements that came and went ${TIMES} times, with everything in them opened`, () => {
  it('leave nothing behind: no instance and no listener', async () => {
    const tags = ['feed-list', 'event-card', 'attachment-view'];
    // What is made once for a page stays.
    await comeAndGo(tags, 2);
    const before = await count(tags);
    expect(before.instances).toBe(0);
    expect(await comeAndGo(tags, TIMES)).toBeGreaterThan(10 * TIMES);
    expect(await count(tags)).toEqual(before);
  });

  it('are seen when they do, by instance and by listener', async () => {
    const tags = ['x-leaky'];
    const { listeners } = await count(tags);
    await comeAndGo(tags, TIMES);
    expect(await count(tags)).toEqual({ instances: TIMES, listeners: listeners + TIMES });
  });
});
