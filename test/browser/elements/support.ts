import '../../../src/define.js';
import '../../../src/locales/ru.js';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, vi } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import type { AttachmentView } from '../../../src/elements/attachment-view/attachment-view.js';
import type { EventCard } from '../../../src/elements/event-card/event-card.js';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import type { Attachment, FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';

// Nothing in these tests may leave the machine. What the page would have asked for is in `refused`.
const policy = document.createElement('meta');
policy.httpEquiv = 'Content-Security-Policy';
policy.content = "img-src 'self' data: blob:; media-src 'self' data: blob:; frame-src 'self'";
document.head.append(policy);

/** Addresses that the page asked for since the test began, and that were refused. */
export const refused: string[] = [];
addEventListener('securitypolicyviolation', (event) => {
  refused.push(event.blockedURI);
});

beforeEach(() => {
  refused.length = 0;
  // Where a reader left a feed of another test is no place to go back to.
  sessionStorage.clear();
  document.documentElement.lang = 'en';
});

afterEach(() => {
  for (const name of ['dir', 'style']) document.documentElement.removeAttribute(name);
  scrollTo(0, 0);
});

/** All that matches in an element and in every shadow root below it, in the order of the page. */
export function all<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const found: E[] = [];
  const walk = (node: Element | ShadowRoot) => {
    for (const child of node.children) {
      if (child.matches(selector)) found.push(child as E);
      if (child.shadowRoot) walk(child.shadowRoot);
      walk(child);
    }
  };
  if (root instanceof Element && root.shadowRoot) walk(root.shadowRoot);
  walk(root);
  return found;
}

/** The first that matches; fails the test when there is none. */
export function one<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E {
  const [found] = all<E>(root, selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
}

export const parts = (root: Element, name: string) => all(root, `[part~="${name}"]`);
export const part = (root: Element, name: string) => one(root, `[part~="${name}"]`);

/** Text as a reader gets it: white space is one space. */
export const textOf = (element: Element | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const at = (root: Element): Locator => page.elementLocator(root);
export const button = (root: Element, name: string | RegExp) =>
  at(root).getByRole('button', { name, exact: true });

/** The button that plays this; its name may go on, with the length of a film say. */
export const playButton = (root: Element, title: string) => button(root, new RegExp(`^Play: ${title}\\b`));

export const cardsOf = (list: FeedList) => all<EventCard>(list, 'event-card[role="article"]');
export const idsOf = (list: FeedList) => cardsOf(list).map((card) => card.event?.id);

/** Waits until this holds; what it says when it never does is the difference that `expect` finds. */
export const until = (check: () => unknown) => vi.waitUntil(check, { timeout: 4000, interval: 10 });

/** Nothing more is to be drawn, and every observer of the browser had its say. */
export async function settled(list: FeedList): Promise<void> {
  await until(() => list.status !== 'loading');
  for (let frame = 0; frame < 3; frame++) {
    await list.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

export async function showList(
  source: FeedSource | undefined,
  fields: Partial<FeedList> = {},
): Promise<FeedList> {
  const list = await fixture<FeedList>(html`<feed-list></feed-list>`);
  Object.assign(list, fields, source && { source });
  await list.updateComplete;
  return list;
}

/** A list whose first page is there. */
export async function showLoaded(source: FeedSource, fields: Partial<FeedList> = {}): Promise<FeedList> {
  const list = await showList(source, fields);
  await settled(list);
  return list;
}

export async function showCard(event: FeedEvent, fields: Partial<EventCard> = {}): Promise<EventCard> {
  const card = await fixture<EventCard>(html`<event-card></event-card>`);
  Object.assign(card, fields, { event });
  await card.updateComplete;
  return card;
}

export async function showAttachment(attachment: Attachment): Promise<AttachmentView> {
  return fixture<AttachmentView>(html`<attachment-view .attachment=${attachment}></attachment-view>`);
}

/** Everything of this type that reaches the page, from now on. */
export function collect<K extends keyof GlobalEventHandlersEventMap>(
  type: K,
): GlobalEventHandlersEventMap[K][] {
  const events: GlobalEventHandlersEventMap[K][] = [];
  const controller = new AbortController();
  addEventListener(type, (event) => events.push(event as GlobalEventHandlersEventMap[K]), {
    signal: controller.signal,
  });
  ended.push(controller);
  return events;
}

/** Rejections that nobody handled, from now on. Also ends them: the test itself says whether they may be. */
export function collectRejections(): unknown[] {
  const reasons: unknown[] = [];
  const controller = new AbortController();
  addEventListener(
    'unhandledrejection',
    (event) => {
      event.preventDefault();
      reasons.push(event.reason);
    },
    { signal: controller.signal },
  );
  ended.push(controller);
  return reasons;
}

const ended: AbortController[] = [];
afterEach(() => {
  for (const controller of ended.splice(0)) controller.abort();
});

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  return activeElement;
}
