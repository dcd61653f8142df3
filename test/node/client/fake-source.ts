import type { FeedEvent, Page } from '../../../src/model/event.js';
import type { FeedSource, PageRequest } from '../../../src/sources/source.js';
import type { FeedChange, FeedClient } from '../../../src/client/feed-client.js';

export function event(id: string, text?: string): FeedEvent {
  return {
    id,
    kind: 'event',
    authors: [],
    authorCount: 0,
    attachments: [],
    subevents: [],
    subeventCount: 0,
    actionLinks: [],
    ...(text !== undefined && { text }),
  };
}

/** `page('a b', 'b')`: the events a and b, and more after b. */
export function page(ids: string, skip?: string, text?: string): Page {
  const events = ids.split(' ').filter(Boolean);
  return { events: events.map((id) => event(id, text)), warnings: [], ...(skip !== undefined && { skip }) };
}

/** Answers the pages in turn; the last one for ever. A function is called for its answer. */
export function scripted(...answers: readonly (Page | ((request: PageRequest) => unknown))[]) {
  const requests: PageRequest[] = [];
  const source: FeedSource = {
    name: 'fake',
    page: (request) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      return (typeof answer === 'function' ? answer(request) : Promise.resolve(answer)) as Promise<Page>;
    },
  };
  return { source, requests };
}

interface OpenRequest extends PageRequest {
  resolve(page: Page): void;
  reject(reason: unknown): void;
}

/** Leaves every request open until the test answers it; heeds no signal. */
export function controlled() {
  const requests: OpenRequest[] = [];
  const source: FeedSource = {
    name: 'fake',
    page: (request) =>
      new Promise((resolve, reject) => {
        requests.push({ ...request, resolve, reject });
      }),
  };
  /** The request with this number, counted from 0. */
  const request = (number: number): OpenRequest => {
    const found = requests[number];
    if (!found) throw new Error(`There were only ${String(requests.length)} requests.`);
    return found;
  };
  return { source, requests, request };
}

/** Every promise that can settle without a new cause has settled. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const ids = (client: FeedClient): string => client.events.map(({ id }) => id).join(' ');

/** The changes that a client tells, each in one word. */
export function log(client: FeedClient): string[] {
  const entries: string[] = [];
  client.subscribe((change: FeedChange) => {
    entries.push(change.type === 'state' ? client.status : change.type);
  });
  return entries;
}
