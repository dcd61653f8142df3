import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../src/http/errors.js';
import type { Page } from '../../src/model/event.js';
import type { FeedSource } from '../../src/sources/source.js';
import { pageFaults } from './model-shape.js';

export interface SourceCase {
  readonly source: FeedSource;
  /** Ids of the whole feed, newest first. More than {@link limit} of them. */
  readonly expectedIds: readonly string[];
  /** Of one page; 10 by default. */
  readonly limit?: number;
  /** What the server does meanwhile. */
  readonly changes: ServerChanges;
}

export interface ServerChanges {
  /** Puts an event on top, or where the feed's order has it. */
  insert(): void;
  /** Takes an event of the feed away. */
  remove(id: string): void;
}

/** What every source must do, whatever API it speaks. The factory makes a new source for each test. */
export function describeSource(name: string, make: () => SourceCase | Promise<SourceCase>): void {
  describe(`${name} keeps the contract of a source`, () => {
    it('gives every event once and in order, page after page, and then an end', async () => {
      const { expectedIds, ...feed } = await make();
      expect(idsOf(await walk(feed, expectedIds.length))).toEqual(expectedIds);
    });

    it('leaves no gap where events go away between two pages', async () => {
      const { expectedIds, changes, ...feed } = await make();
      const gone = [0, 3, 4].map((place) => expectedIds[place] ?? '');
      const pages = await walk(feed, expectedIds.length, (page) => {
        const id = gone[page];
        if (id !== undefined) changes.remove(id);
      });
      const left = expectedIds.filter((id) => !gone.includes(id));
      expect(idsOf(pages).filter((id) => !gone.includes(id))).toEqual(left);
    });

    it('meets all others in order where events come in between two pages', async () => {
      const { expectedIds, changes, ...feed } = await make();
      const pages = await walk(feed, 2 * expectedIds.length, (page) => {
        if (page < 3) changes.insert();
      });
      expect(idsOf(pages).filter((id) => expectedIds.includes(id))).toEqual(expectedIds);
    });

    it('gives only what the model allows, with ids that are unique in a page', async () => {
      const { expectedIds, ...feed } = await make();
      for (const page of await walk(feed, expectedIds.length)) {
        expect(pageFaults(page)).toEqual([]);
        const ids = page.events.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('answers the same place twice with the same events', async () => {
      const { source, limit = 10 } = await make();
      const { signal } = new AbortController();
      const first = await source.page({ limit, signal });
      if (first.skip === undefined) throw new Error('The first page must not be the last.');
      const second = await source.page({ limit, signal, skip: first.skip });
      expect(await source.page({ limit, signal })).toEqual(first);
      expect(await source.page({ limit, signal, skip: first.skip })).toEqual(second);
    });

    it('rejects with an AbortedError when nobody waits any more, before or during the request', async () => {
      const { source, limit = 10 } = await make();
      const late = new AbortController();
      const page = source.page({ limit, signal: late.signal });
      late.abort();
      await expect(page).rejects.toBeInstanceOf(AbortedError);
      await expect(source.page({ limit, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(AbortedError);
    });

    it('sends nothing about an event that has no thread', async () => {
      const { source } = await make();
      const { signal } = new AbortController();
      const event = { ...NOTHING, id: 'without thread' };
      expect(await source.like?.(event, signal)).toBeUndefined();
      expect(await source.unlike?.(event, signal)).toBeUndefined();
      expect(await source.comment?.(event, 'Hi', signal)).toBeUndefined();
    });
  });
}

const NOTHING = {
  kind: 'event',
  authors: [],
  authorCount: 0,
  attachments: [],
  subevents: [],
  subeventCount: 0,
  actionLinks: [],
} as const;

/** In the order in which they are met, each once: what is known already is dropped by who reads. */
const idsOf = (pages: readonly Page[]) => [
  ...new Set(pages.flatMap(({ events }) => events.map(({ id }) => id))),
];

async function walk(
  { source, limit = 10 }: Omit<SourceCase, 'expectedIds' | 'changes'>,
  total: number,
  between: (page: number) => void = () => {},
): Promise<Page[]> {
  const { signal } = new AbortController();
  const pages = [await source.page({ limit, signal })];
  for (;;) {
    const skip = pages.at(-1)?.skip;
    if (skip === undefined) return pages;
    // Short pages are no fault, but a walk that brings nothing new is.
    if (pages.length > total + 1) throw new Error('The feed does not end.');
    between(pages.length - 1);
    const after = idsOf(pages).at(-1);
    pages.push(await source.page({ limit, signal, skip, after }));
  }
}
