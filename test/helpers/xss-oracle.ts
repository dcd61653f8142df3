import type { Visit } from './page-visit.js';

/** Every element that the library's own templates make, and those of a host page around it. */
const TAGS = [
  ...'html head meta title script body h1 feed-list event-card attachment-view'.split(' '),
  ...'a audio b bdi button div figcaption figure i iframe img li p path'.split(' '),
  ...'slot small span svg textarea time ul video'.split(' '),
];

/**
 * What in a visited page shows that somebody's post was more than text; nothing for a good page.
 * `hosts` are those that the page may ask for something, besides its own and the sandbox's media.
 */
export async function xssFaults(visit: Visit, hosts: readonly string[] = []): Promise<string[]> {
  const { page, requests, dialogs, thrown } = visit;
  const { origin } = new URL(page.url());
  const { pwned, violations } = await visit.seen();
  const allowed = new Set([...hosts, 'media.sandbox.example']);
  const isAllowed = (request: string) => {
    const url = new URL(request);
    return url.origin === origin || (url.protocol === 'https:' && allowed.has(url.hostname));
  };
  return [
    ...(pwned > 0 ? ['canary: window.__pwn was set'] : []),
    ...dialogs.map((message) => `dialog: ${message}`),
    ...thrown.map((error) => `thrown: ${error}`),
    ...violations.map((violation) => `violation: ${violation}`),
    ...requests.filter((url) => !isAllowed(url)).map((url) => `request: ${url}`),
    ...new Set(await page.evaluate(walk, TAGS)),
  ];
}

/** Runs in the page: looks at every element of the document and of all shadow roots. */
function walk(tags: readonly string[]): string[] {
  const faults: string[] = [];
  const known = new Set(tags);
  const addresses = new Set(
    'href src srcset poster action formaction data background xlink:href ping cite'.split(' '),
  );
  const isSafe = (name: string, value: string) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && name === 'href');
    return isWeb && value === url.href && url.hostname !== '' && url.username + url.password === '';
  };
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      const tag = element.localName;
      const isHosts =
        tag === 'script' &&
        root === document &&
        new URL((element as HTMLScriptElement).src).origin === origin;
      if (!known.has(tag) || (tag === 'script' && !isHosts)) faults.push(`element: ${tag}`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) faults.push(`handler: ${tag} ${name}`);
        if (name === 'srcdoc') faults.push(`address: ${tag} srcdoc`);
        if (!isHosts && addresses.has(name) && !isSafe(name, value))
          faults.push(`address: ${tag} ${name}=${value}`);
        if (name === 'style' && /url\s*\(|expression|@import/i.test(value)) faults.push(`style: ${value}`);
      }
      if (element.getAttribute('target') === '_blank') {
        if (!element.getAttribute('rel')?.split(' ').includes('noopener')) faults.push(`opener: ${tag}`);
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return faults;
}

/**
 * Presses whatever opens something in the cards, plays what stands in some of them (a player's frame is costly),
 * and has every picture loaded.
 */
export async function openEverything({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    const cards = [...document.querySelectorAll('feed-list')].flatMap((feed) => [
      ...(feed.shadowRoot?.querySelectorAll('event-card') ?? []),
    ]);
    for (const [index, card] of cards.entries()) {
      // The second time for what the first has brought.
      for (let round = 0; round < 2; round++) {
        const closed = `button[aria-expanded=false]${index % 10 === 1 ? ', button[part=play]' : ''}`;
        for (const button of card.shadowRoot?.querySelectorAll<HTMLElement>(closed) ?? []) button.click();
        await card.updateComplete;
      }
      for (const image of card.shadowRoot?.querySelectorAll('img') ?? []) image.loading = 'eager';
    }
    const images = cards.flatMap((card) => [...(card.shadowRoot?.querySelectorAll('img') ?? [])]);
    await Promise.allSettled(images.map((image) => image.decode()));
  });
}
