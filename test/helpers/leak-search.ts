import type { Visit } from './page-visit.js';

declare global {
  interface Window {
    /** Every event of the feed that a page of {@link LISTEN} has heard. */
    heard?: Event[];
  }
}

/** Script of a host page: hears all events of the feed. Retries come at once. */
export const LISTEN = `
  Math.random = () => 0;
  window.heard = [];
  for (const type of ['load', 'error', 'warning']) {
    document.addEventListener('feed-' + type, (event) => window.heard.push(event));
  }
`;

/** All ways in which a secret may be written. */
export function spellings(secret: string): string[] {
  const form = new URLSearchParams({ x: secret }).toString().slice(2);
  return [
    ...new Set([secret, encodeURIComponent(secret), form, btoa(secret), JSON.stringify(secret).slice(1, -1)]),
  ];
}

/** Where in a visited page one of the spellings is found: nowhere, in a good page. */
export async function leaks(visit: Visit, secrets: readonly string[]): Promise<string[]> {
  const { page, lines, thrown, sent } = visit;
  const places = {
    ...(await page.evaluate(collect)),
    console: lines,
    thrown,
    'request to another origin': sent.filter((text) => !text.includes(` ${new URL(page.url()).origin}/`)),
    cookies: (await page.context().cookies()).map((cookie) => JSON.stringify(cookie)),
  };
  return Object.entries(places).flatMap(([place, texts]) =>
    texts.some((text) => secrets.some((secret) => text.includes(secret))) ? [place] : [],
  );
}

/** Runs in the page. */
async function collect(): Promise<Record<string, string[]>> {
  const dom: string[] = [];
  const properties: string[] = [];
  const seen = new Set<object>();
  // All that a script of the page could read from an object, a few levels deep.
  const read = (value: unknown, depth: number, into: string[]): void => {
    if (typeof value === 'string') into.push(value);
    if (typeof value !== 'object' || value === null || value instanceof Node || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Error) into.push(value.message, value.stack ?? '', String(value));
    if (depth === 0) return;
    if (value instanceof Map || value instanceof Set) for (const item of value) read(item, depth - 1, into);
    for (const key of Reflect.ownKeys(value)) {
      const item = Object.getOwnPropertyDescriptor(value, key)?.value as unknown;
      into.push(String(key));
      read(item, depth - 1, into);
    }
  };
  const look = (root: Document | ShadowRoot): void => {
    for (const node of root.childNodes) dom.push(node.textContent ?? '');
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) dom.push(name, value);
      if (!element.localName.includes('-')) continue;
      read({ ...element }, 5, properties);
      for (const name of ['source', 'token', 'events', 'event', 'status', 'error', 'tokenUrl']) {
        read(Reflect.get(element, name), 5, properties);
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  const events = (window.heard ?? []).flatMap((event) => {
    const texts = [JSON.stringify(event)];
    read(event, 6, texts);
    const { error } = event as { error?: unknown };
    return error === undefined ? texts : [...texts, JSON.stringify(error)];
  });
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return {
    dom,
    properties,
    events,
    storage: [JSON.stringify(localStorage), JSON.stringify(sessionStorage), ...databases],
    page: [location.href, document.title, document.cookie, window.name, JSON.stringify(history.state)],
    resources: performance.getEntries().map(({ name }) => name),
  };
}
