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
}

/** What every source must do, whatever API it speaks. The factory makes a new source for each test. */
export function describeSource(name: string, make: () => SourceCase | Promise<SourceCase>): void {
  describe(`${name} keeps the contract of a source`, () => {
    it('gives every event once and in order, page after page, and then an end', async () => {
      const { expectedIds, ...feed } = await make();
      const seen = new Set<string>();
      for (const page of await walk(feed, expectedIds.length)) for (const { id } of page.events) seen.add(id);
      expect([...seen]).toEqual(expectedIds);
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
  });
}

async function walk({ source, limit = 10 }: Omit<SourceCase, 'expectedIds'>, total: number): Promise<Page[]> {
  const { signal } = new AbortController();
  const pages = [await source.page({ limit, signal })];
  for (;;) {
    const skip = pages.at(-1)?.skip;
    if (skip === undefined) return pages;
    // Short pages are no fault, but a walk that brings nothing new is.
    if (pages.length > total + 1) throw new Error('The feed does not end.');
    pages.push(await source.page({ limit, signal, skip }));
  }
}
