import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import { mailru, type MailruOptions } from '../../../src/sources/mailru/mailru.js';

const { signal } = new AbortController();

/** A source over a sandbox whose own token handler signs. */
function setUp(options: Partial<MailruOptions> = {}) {
  const sandbox = createSandbox({ events: 60 });
  const fetch = async (url: string, init: RequestInit) =>
    (await getResponse([...sandbox.handlers], new Request(url, init))) ?? Response.error();
  const source = mailru({
    endpoint: 'https://sandbox.example/platform/api',
    appId: vendorExample.appId,
    token: tokenFromUrl('https://sandbox.example/feed-token', fetch),
    http: { fetch, random: () => 0 },
    ...options,
  });
  /** One that the visitor may like and comment on and does not like, or the one with this id. */
  const find = async (id?: string) => {
    const { events } = await source.page({ limit: 30, signal });
    const found = events.find(({ id: own, thread }) =>
      id ? own === id : thread?.liked === false && thread.commentable && thread.likes.length > 0,
    );
    if (!found?.thread) throw new Error('There is no such event.');
    return { ...found, thread: found.thread };
  };
  return { sandbox, source, find };
}

describe.each([{}, { method: 'POST' }] as const)('what a reader does in the sandbox, %j', (options) => {
  it('is there when the feed is read again', async () => {
    const { source, find } = setUp(options);
    const before = await find();
    const { id, thread } = before;
    await source.like?.(before, signal);
    const liked = await find(id);
    expect(liked.thread).toMatchObject({ liked: true, likeCount: thread.likeCount + 1 });
    expect(liked.thread.likes[0]?.id).toBe(vendorExample.uid);
    await source.unlike?.(liked, signal);
    expect((await find(id)).thread).toMatchObject({ liked: false, likeCount: thread.likeCount });

    const text = 'Привет & пока = 1\n🙂';
    await source.comment?.(before, text, signal);
    const { comments, commentCount } = (await find(id)).thread;
    expect(commentCount).toBe(thread.commentCount + 1);
    expect(comments.at(-1)).toMatchObject({ text, author: { id: vendorExample.uid } });
  });

  it('is there although the session had ended', async () => {
    const { sandbox, source, find } = setUp(options);
    const before = await find();
    sandbox.expireSessions();
    await source.comment?.(before, 'Hi', signal);
    expect((await find(before.id)).thread.commentCount).toBe(before.thread.commentCount + 1);
  });

  it('fails as the API has it, or its server, and is not there', async () => {
    const { sandbox, source, find } = setUp(options);
    const before = await find();
    const nowhere = { ...before, thread: { ...before.thread, id: '0'.repeat(32) } };
    await expect(source.like?.(nowhere, signal)).rejects.toMatchObject({ kind: 'api', code: 100 });
    sandbox.faults.longestComment = 10;
    await expect(source.comment?.(before, 'a'.repeat(11), signal)).rejects.toMatchObject({
      kind: 'http',
      status: 413,
    });
    sandbox.faults.failActions = 403;
    await expect(source.unlike?.(before, signal)).rejects.toMatchObject({ advice: 'forbidden', status: 403 });
    sandbox.faults.failActions = undefined;
    expect((await find(before.id)).thread).toEqual(before.thread);
  });
});

it('a comment of as many characters as there may be is signed, sent and there', async () => {
  const { source, find } = setUp();
  const before = await find();
  await source.comment?.(before, '🙂'.repeat(20_000), signal);
  expect((await find(before.id)).thread.comments.at(-1)?.text).toHaveLength(40_000);
});

describe('a first page that is asked for again', () => {
  it('is the same object as long as the server says that nothing has changed', async () => {
    const statuses: number[] = [];
    const sandbox = createSandbox({ events: 60 });
    const fetch = async (url: string, init: RequestInit) => {
      const response = (await getResponse([...sandbox.handlers], new Request(url, init))) ?? Response.error();
      if (!url.endsWith('/feed-token')) statuses.push(response.status);
      return response;
    };
    const { source } = setUp({ http: { fetch } });
    const first = await source.page({ limit: 10, signal });
    expect(await source.page({ limit: 10, signal })).toBe(first);
    sandbox.world.insert();
    const newer = await source.page({ limit: 10, signal });
    expect(newer.events[1]).toEqual(first.events[0]);
    const next = await source.page({ limit: 10, skip: newer.skip ?? '', signal });
    expect(next.events).not.toEqual(newer.events);
    expect(statuses).toEqual([200, 304, 200, 200]);
  });
});
