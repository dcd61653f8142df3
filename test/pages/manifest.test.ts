import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttachmentView, EventCard, FeedEvent, FeedList, FeedSource } from '../../src/index.js';
import { everyAttachment, everyKind, makeEvent } from '../helpers/feed-fixtures.js';
import { hostPage, MODULE } from '../helpers/host-page.js';
import { startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit } from '../helpers/page-visit.js';

interface Named {
  readonly name: string;
}
interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly readonly?: boolean;
  readonly default?: string;
}
interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes: readonly (Named & {
    readonly fieldName: string;
    readonly type: { readonly text: string };
  })[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const root = new URL('../../src/elements/', import.meta.url);
const { modules } = JSON.parse(read('dist/custom-elements.json')) as Manifest;
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const names = (all: readonly Named[]) => all.map(({ name }) => name).sort();

let browser: Browser;
let site: PageServer;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe('custom-elements.json', () => {
  it('knows the three tags', () => {
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual([
      'attachment-view',
      'event-card',
      'feed-list',
    ]);
  });

  it('knows the attributes and members that the elements have, with their defaults', async () => {
    const { page } = await visit(browser, site.page(hostPage(MODULE)));
    for (const { tagName = '', attributes, members } of elements) {
      const found = await page.evaluate(
        async ({ tag, attributes, members }) => {
          await customElements.whenDefined(tag);
          const element = document.createElement(tag);
          const value = (name: string): unknown => Reflect.get(element, name);
          const before = members.map(({ name, kind }) =>
            kind === 'method' ? typeof value(name) : value(name),
          );
          const there = members.every(({ name }) => name in element);
          const follows = attributes.filter(({ name, fieldName }) => {
            element.setAttribute(name, '7');
            return [7, '7', true].includes(value(fieldName) as string);
          });
          const { observedAttributes } = element.constructor as unknown as { observedAttributes: string[] };
          return { observedAttributes, before, there, follows: follows.map(({ name }) => name) };
        },
        { tag: tagName, attributes, members },
      );
      expect(names(attributes)).toEqual(found.observedAttributes.sort());
      expect(found.follows.sort()).toEqual(names(attributes));
      expect(found.there).toBe(true);
      members.forEach(({ kind, default: value, readonly }, index) => {
        if (kind === 'method') expect(found.before[index]).toBe('function');
        else if (!readonly) expect(String(found.before[index] ?? '')).toBe((value ?? '').replace(/^''$/, ''));
      });
    }
  });

  it('has every DOM event that is declared', () => {
    const declared = [...read('src/elements/events.ts').matchAll(/'([\w-]+)': \w+;/g)].map(
      ([, name]) => name,
    );
    const list = elements.find(({ tagName }) => tagName === 'feed-list');
    expect(names(list?.events ?? [])).toEqual(declared.sort());
  });

  it('has every custom property that a style asks for', () => {
    const bundle = read('dist/whats-new-feed.min.js');
    const asked = new Set([...bundle.matchAll(/var\((--feed-[\w-]+)/g)].map(([, name]) => name));
    const told = elements.flatMap(({ cssProperties }) => names(cssProperties));
    expect([...new Set(told)].sort()).toEqual([...asked].sort());
  });
});

describe('the parts and slots that are told', () => {
  const told = (tag: string, key: 'cssParts' | 'slots') =>
    names(elements.find(({ tagName }) => tagName === tag)?.[key] ?? []);

  it('are all that is drawn, and all are in the code', async () => {
    const { drawn, passed } = await drawAll();
    for (const [tag, { parts, slots }] of Object.entries(drawn)) {
      expect(parts.filter((name) => !told(tag, 'cssParts').includes(name))).toEqual([]);
      expect(slots).toEqual(told(tag, 'slots'));
    }
    const code = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const text = code.map((path) => read(`src/elements/${path}`)).join('');
    const isDrawn = (name: string) =>
      new RegExp(`part(?:="|: '|', '|.*[?]{2} '|[.]add[(]')${name}['"]`).test(text);
    expect(told('feed-list', 'cssParts').filter((name) => !isDrawn(name))).toEqual([]);
    // Past two shadow roots.
    expect(passed.sort()).toEqual(told('event-card', 'cssParts'));
  });
});

/** Lists in every state, and every kind of event and attachment, with all that a reader can open opened. */
async function drawAll() {
  const { page } = await visit(browser, site.page(hostPage('<main></main>', MODULE)));
  const events: FeedEvent[] = [...everyKind(), makeEvent('new', { read: false, seen: false })];
  const attachments = Object.values(everyAttachment()).flat();
  await page.evaluate(
    async ({ events, attachments }) => {
      await customElements.whenDefined('feed-list');
      const add = <E extends HTMLElement>(tag: string, fields: Partial<E>) => {
        document.querySelector('main')?.append(Object.assign(document.createElement(tag), fields));
      };
      const info = { text: 'A stream' };
      const answer = (events: readonly FeedEvent[]): FeedSource => ({
        name: 'fake',
        page: () => Promise.resolve({ events, warnings: [], unread: 1, unseen: 1, info }),
        markRead: () => Promise.resolve(),
        like: () => Promise.resolve(undefined),
        comment: () => Promise.resolve(undefined),
      });
      const failing: FeedSource = { name: 'fake', page: () => Promise.reject(new Error('No.')) };
      const never: FeedSource = { name: 'fake', page: () => new Promise(() => {}) };
      for (const source of [answer(events), answer([]), failing, never])
        add<FeedList>('feed-list', { source });
      for (const attachment of attachments) add<AttachmentView>('attachment-view', { attachment });
      for (const event of events) add<EventCard>('event-card', { event });
    },
    { events, attachments },
  );
  await page.waitForFunction(() =>
    ['end', 'empty', 'error', 'skeleton'].every((name, index) =>
      document.querySelectorAll('feed-list')[index]?.shadowRoot?.querySelector(`[part=${name}]`),
    ),
  );
  return page.evaluate(async () => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    for (const element of all(document)) {
      if (element.matches('[aria-expanded="false"]')) (element as HTMLElement).click();
    }
    await new Promise(requestAnimationFrame);
    const hosts = all(document).filter(({ shadowRoot }) => shadowRoot);
    const drawn: Record<string, { parts: string[]; slots: string[] }> = {};
    for (const { localName, shadowRoot } of hosts) {
      const { parts, slots } = (drawn[localName] ??= { parts: [], slots: [] });
      const inside = [...(shadowRoot?.querySelectorAll('*') ?? [])];
      parts.push(...inside.flatMap(({ part }) => [...part]));
      for (const slot of inside)
        if (slot instanceof HTMLSlotElement && !slots.includes(slot.name)) slots.push(slot.name);
      slots.sort();
    }
    const card = hosts.find((host) => host.hasAttribute('exportparts'));
    return { drawn, passed: card?.getAttribute('exportparts')?.split(', ') ?? [] };
  });
}
