import { EventLikeEvent } from '../src/elements/events.js';
import {
  ApiError,
  AuthError,
  FormatError,
  HttpError,
  NetworkError,
  type FeedError,
} from '../src/http/errors.js';
import type { FeedEvent } from '../src/model/event.js';
import type { FeedSource } from '../src/sources/source.js';
import { boris, event, lena, minutesAgo, mira, thread, type Sample, type Section } from './states-sample.js';

const pair = (): FeedEvent[] => [
  event({ authors: [mira], verb: 'post', text: 'The kiln is free on Thursday evening, if anyone needs it.' }),
  event({ authors: [boris], verb: 'join', title: 'Riverside Makers', time: minutesAgo(190) }),
];

function feed(
  title: string,
  page: FeedSource['page'],
): Sample & { element: HTMLElementTagNameMap['feed-list'] } {
  const element = document.createElement('feed-list');
  element.headingLevel = 5;
  element.autoPages = 1;
  element.source = { name: 'sample', page };
  return { title, element };
}

const failing = (title: string, error: FeedError): Sample => feed(title, () => Promise.reject(error));

function loading(): Sample {
  const sample = feed('Loading, after 150 ms', () => new Promise(() => undefined));
  // The feed gives up after a minute: it loads again, so that the state stays.
  sample.element.addEventListener('feed-error', () => void sample.element.retry());
  return sample;
}

function laterPageFails(): Sample {
  const sample = feed('A later page failed: loaded events stay', ({ skip }) =>
    skip
      ? Promise.reject(new NetworkError('No answer.'))
      : Promise.resolve({ events: pair(), skip: 'more', warnings: [] }),
  );
  sample.element.addEventListener('feed-load', () => void sample.element.loadMore(), { once: true });
  return sample;
}

function laterPageLoads(): Sample {
  const sample = feed('A later page is loading', ({ skip }) =>
    skip ? new Promise(() => undefined) : Promise.resolve({ events: pair(), skip: 'more', warnings: [] }),
  );
  sample.element.addEventListener('feed-load', () => void sample.element.loadMore(), { once: true });
  sample.element.addEventListener('feed-error', () => void sample.element.retry());
  return sample;
}

function withoutEndpoint(): Sample {
  const element = document.createElement('feed-list');
  element.headingLevel = 5;
  element.setAttribute('source', 'mailru');
  return { title: 'A missing attribute', element };
}

function slotted(): Sample {
  const sample = feed('Slots: header and empty', () => Promise.resolve({ events: [], warnings: [] }));
  const header = document.createElement('strong');
  header.slot = 'header';
  header.textContent = 'Our neighbours';
  const empty = document.createElement('span');
  empty.slot = 'empty';
  empty.textContent = 'Be the first: tell your neighbours something.';
  sample.element.label = 'Our neighbours';
  sample.element.append(header, empty);
  return sample;
}

function ownTemplate(): Sample {
  const sample = feed('A custom template', () => Promise.resolve({ events: pair(), warnings: [] }));
  sample.element.template = ({ authors, text, title }) => `${authors[0]?.name ?? ''}: ${text ?? title ?? ''}`;
  return sample;
}

const note = (text: string) => event({ authors: [lena], verb: 'post', text });

/** Two newer events are there when the feed is asked again; `skip` where more of them are missing. */
function withNewer(title: string, skip?: string) {
  const first = { events: pair(), skip: 'older', warnings: [] };
  const newer = [note('The kiln is taken now.'), note('Lunch is at noon today.')];
  let asked = 0;
  const sample = feed(title, async (request) => {
    if (request.skip === 'older') return { events: [], warnings: [] };
    if (request.skip) throw new NetworkError('No answer.');
    asked += 1;
    if (asked === 1) return first;
    return skip ? { events: newer, skip, warnings: [] } : { ...first, events: [...newer, ...first.events] };
  });
  sample.element.poll = 0;
  const loaded = new Promise<void>((resolve) => {
    sample.element.addEventListener('feed-load', () => resolve(), { once: true });
  });
  return { ...sample, looked: loaded.then(() => sample.element.client?.checkNewer()) };
}

function withGap(title: string, isFailed: boolean): Sample {
  const { element, looked } = withNewer(title, 'between');
  void looked.then(() => {
    element.client?.showNewer();
    if (isFailed) void element.client?.fillGap(0);
  });
  return { title, element };
}

function offline(): Sample {
  const sample = feed('Offline', () => Promise.resolve({ events: pair(), warnings: [] }));
  // This sample alone: the browser would tell it to all of them.
  Object.defineProperty(sample.element, 'offline', { value: true });
  return sample;
}

function failedLike(): Sample {
  const sample = feed('A failed like', () =>
    Promise.resolve({ events: [event({ text: 'Tea is ready.', thread: thread({}) })], warnings: [] }),
  );
  const { source } = sample.element;
  const like = () => Promise.reject(new NetworkError('No answer.'));
  if (typeof source === 'object') sample.element.source = { ...source, like, unlike: like };
  sample.element.addEventListener(
    'feed-load',
    ({ events: [liked] }) => {
      if (!liked) return;
      // As if the reader had pressed the heart.
      sample.element.feedElement?.dispatchEvent(new EventLikeEvent(liked, true));
      void sample.element.client?.like(liked);
    },
    { once: true },
  );
  return sample;
}

let pages = 0;

export const feedSection: Section = {
  id: 'feeds',
  title: 'Feed states',
  samples: [
    loading(),
    feed('Empty', () => Promise.resolve({ events: [], warnings: [] })),
    failing('No connection', new NetworkError('No answer.')),
    failing('Server error', new HttpError('503', { status: 503, retryInMs: 30_000 })),
    failing('An unreadable response', new FormatError('Not JSON.')),
    failing('The session has expired', new AuthError('Sign in again.', { advice: 'sign-in' })),
    failing('Not permitted', new ApiError('No access.', { advice: 'forbidden', code: 202 })),
    failing(
      'Wrong signature',
      new ApiError('The signature is wrong (mail.ru error 104).', { advice: 'setup', code: 104 }),
    ),
    withoutEndpoint(),
    slotted(),
    laterPageFails(),
    laterPageLoads(),
    feed('“Load more” button', () => {
      pages += 1;
      const more = event({ authors: [lena], verb: 'post', text: `Note number ${pages} of very many.` });
      return Promise.resolve({ events: [more], skip: String(pages), warnings: [] });
    }),
    withNewer('Newer events wait'),
    withGap('Events may be missing in between', false),
    withGap('The missing events failed to load', true),
    offline(),
    failedLike(),
    feed('End of the feed', () => Promise.resolve({ events: pair(), warnings: [] })),
    ownTemplate(),
  ],
};
