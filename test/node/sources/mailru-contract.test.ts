import { mailru } from '../../../src/sources/mailru/mailru.js';
import { describeSource } from '../../helpers/source-contract.js';

const ids = Array.from({ length: 43 }, (_, index) => `e${index}`);

/** Serves {@link ids}; `skip` gives what comes after an event, or that event once more. */
const server = (overlap: number) => (url: string, init: RequestInit) => {
  init.signal?.throwIfAborted();
  const params = new URL(url).searchParams;
  const skip = params.get('skip');
  const start = skip === null ? 0 : ids.indexOf(skip) + 1 - overlap;
  const events = ids.slice(start, start + Number(params.get('limit')));
  // The last event alone, again and again, is no end.
  const isOver = events.length === overlap && start > 0;
  return Promise.resolve(Response.json(isOver ? [] : events.map((id) => ({ id, title: `Event ${id}` }))));
};

const source = (overlap: number) => () => ({
  source: mailru({
    endpoint: 'https://feeds.example/platform/api',
    appId: '1',
    token: () => ({ sessionKey: 's', sig: '0' }),
    http: { fetch: server(overlap) },
  }),
  expectedIds: ids,
});

describeSource('mailru', source(0));
describeSource('mailru with a server that repeats the event it continues from', source(1));
