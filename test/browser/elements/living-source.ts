import type { FeedEvent, Page } from '../../../src/model/event.js';
import type { FeedSource, PageRequest } from '../../../src/sources/source.js';
import { makeEvent, makePage } from '../../helpers/feed-fixtures.js';

/** A feed to which events come; its places are ids. `methods` are the source's others. */
export function livingSource(
  count: number,
  methods: Partial<FeedSource> = {},
  make: (id: string) => FeedEvent = (id) => makeEvent(id),
) {
  const events = Array.from({ length: count }, (_, index) => make(`e${index + 1}`));
  const requests: PageRequest[] = [];
  const faults: Error[] = [];
  const source: FeedSource = {
    name: 'living',
    page: (request): Promise<Page> => {
      requests.push(request);
      const fault = faults.shift();
      if (fault) return Promise.reject(fault);
      const start = request.skip ? events.findIndex(({ id }) => id === request.skip) + 1 : 0;
      const answer = events.slice(start, start + request.limit);
      return Promise.resolve(
        makePage(answer, start + request.limit < events.length ? answer.at(-1)?.id : undefined),
      );
    },
    ...methods,
  };
  return {
    source,
    requests,
    /** What the next requests fail with, in turn. */
    faults,
    /** Puts these on top, the last one highest. */
    insert: (...ids: readonly string[]) => {
      for (const id of ids) events.unshift(make(id));
    },
    count: () => events.length,
    remove: (id: string) => {
      events.splice(
        events.findIndex((event) => event.id === id),
        1,
      );
    },
  };
}
