import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { writeMailruXml } from '../../../demo/sandbox/mailru-xml.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import type { FeedEvent, Page } from '../../../src/model/event.js';
import { mailru, type MailruOptions } from '../../../src/sources/mailru/mailru.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { readAnswer } from '../../helpers/mailru-answers.js';
import { describeSource } from '../../helpers/source-contract.js';

const now = new Date('2026-03-01T12:00:00Z');
const { signal } = new AbortController();

function setUp(options: Partial<MailruOptions> = {}) {
  const sandbox = createSandbox({ now });
  const fetch = async (url: string, init: RequestInit) =>
    (await getResponse([...sandbox.handlers], new Request(url, init))) ?? Response.error();
  const source = mailru({
    endpoint: 'https://sandbox.example/platform/api',
    appId: vendorExample.appId,
    token: tokenFromUrl(`${location.origin}/feed-token`, fetch),
    http: { fetch, random: () => 0 },
    ...options,
  });
  const { world } = sandbox;
  return { sandbox, source, expectedIds: world.events.map(({ id }) => id), changes: world };
}

async function walk(source: FeedSource, limit: number): Promise<Page[]> {
  const pages = [await source.page({ limit, signal })];
  for (;;) {
    const skip = pages.at(-1)?.skip;
    if (skip === undefined) return pages;
    pages.push(await source.page({ limit, signal, skip }));
  }
}

const eventsOf = (pages: readonly Page[]) => pages.flatMap(({ events }) => events);

/** An event and all that it is about. */
const withSubevents = (event: FeedEvent): FeedEvent[] => [event, ...event.subevents.flatMap(withSubevents)];

describeSource('mailru over the sandbox in JSON', () => ({ ...setUp(), limit: 50 }));
describeSource('mailru over the sandbox in XML', () => ({ ...setUp({ format: 'xml' }), limit: 50 }));
describeSource('mailru over the sandbox by POST', () => ({ ...setUp({ method: 'POST' }), limit: 50 }));

describe('the whole world of the sandbox', () => {
  it('is the same in JSON and in XML, also in pages as long as the API gives them', async () => {
    const json = await walk(setUp().source, 100);
    const xml = await walk(setUp({ format: 'xml' }).source, 100);
    expect(xml).toEqual(json);
    expect(eventsOf(json).map(({ id }) => id)).toEqual(setUp().expectedIds);
  });

  it('holds every kind of event and attachment, several authors, likes and comments', async () => {
    const events = eventsOf(await walk(setUp().source, 100)).flatMap(withSubevents);
    const attachments = events.flatMap((event) => event.attachments);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['event', 'like', 'comment']));
    expect(new Set(attachments.map(({ kind }) => kind))).toEqual(
      new Set(['link', 'image', 'video', 'audio', 'user', 'unknown']),
    );
    expect(events.some(({ authors }) => authors.length > 2)).toBe(true);
    expect(events.some((event) => event.attachments.length > 2)).toBe(true);
    expect(events.some(({ thread }) => thread && thread.likes.length > 1 && thread.comments.length > 1)).toBe(
      true,
    );
    for (const event of events.filter(({ kind }) => kind !== 'event')) {
      expect(event).toMatchObject({ authorCount: 1, subeventCount: 1 });
    }
  });

  it('fits into one XML answer with 200 events, the longest page that can be asked for', () => {
    const { events } = createSandbox({ now }).world;
    const xml = writeMailruXml('response_stream_get', 'event', events.slice(0, 200));
    expect(readAnswer(xml).events).toHaveLength(200);
  });

  it('is read without a warning', async () => {
    expect((await walk(setUp().source, 100)).flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('is walked to its end while every third request fails once', async () => {
    const { source, sandbox, expectedIds } = setUp();
    sandbox.faults.every = { n: 3, status: 500 };
    expect(eventsOf(await walk(source, 50)).map(({ id }) => id)).toEqual(expectedIds);
  });

  it('goes on after the session has ended, with a new one', async () => {
    const { source, sandbox, expectedIds } = setUp({ format: 'xml' });
    const first = await source.page({ limit: 5, signal });
    sandbox.expireSessions();
    const second = await source.page({ limit: 5, signal, skip: first.skip ?? '' });
    expect(eventsOf([first, second]).map(({ id }) => id)).toEqual(expectedIds.slice(0, 10));
  });

  it('of one author has events of that author only', async () => {
    const [first] = (await setUp().source.page({ limit: 1, signal })).events;
    const uid = first?.authors[0]?.id ?? '';
    const events = eventsOf(await walk(setUp({ uid }).source, 100));
    expect(events.length).toBeGreaterThan(0);
    for (const { authors } of events) expect(authors.map(({ id }) => id)).toContain(uid);
  });

  it.each(['json', 'xml'] as const)('refuses a wrong signature and says so, in %s', async (format) => {
    const { source } = setUp({
      format,
      token: () => ({ sessionKey: vendorExample.sessionKey, sig: '0'.repeat(32) }),
    });
    await expect(source.page({ limit: 10, signal })).rejects.toMatchObject({
      kind: 'api',
      code: 104,
      advice: 'setup',
      message: expect.stringContaining('signature'),
    });
  });
});
