import { mailru } from '../../../src/sources/mailru/mailru.js';
import { describeSource } from '../../helpers/source-contract.js';

const all = Array.from({ length: 43 }, (_, index) => `e${index}`);

/** Serves events; `skip` gives what comes after one, or that one once more. */
const server = (overlap: number, ids: readonly string[]) => (url: string, init: RequestInit) => {
  init.signal?.throwIfAborted();
  const params = new URL(url).searchParams;
  const skip = params.get('skip');
  const start = skip === null ? 0 : ids.indexOf(skip) + 1 - overlap;
  const events = ids.slice(start, start + Number(params.get('limit')));
  // The last event alone, again and again, is no end.
  const isOver = events.length === overlap && start > 0;
  return Promise.resolve(Response.json(isOver ? [] : events.map((id) => ({ id, title: `Event ${id}` }))));
};

const source = (overlap: number) => () => {
  const ids = [...all];
  return {
    source: mailru({
      endpoint: 'https://feeds.example/platform/api',
      appId: '1',
      token: () => ({ sessionKey: 's', sig: '0' }),
      http: { fetch: server(overlap, ids) },
    }),
    expectedIds: all,
    changes: {
      insert: () => ids.unshift(`new ${ids.length}`),
      remove: (id: string) => ids.splice(ids.indexOf(id), 1),
    },
  };
};

describeSource('mailru', source(0));
describeSource('mailru with a server that repeats the event it continues from', source(1));
