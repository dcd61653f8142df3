// The Faye server, as an existing client meets it.
import { connect } from 'getstream';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type SandboxServer, startSandboxServer } from '../../../demo/sandbox/http-server.js';
import { app, jwt } from './getstream-ask.js';

let server: SandboxServer;

beforeAll(async () => {
  server = await startSandboxServer({ port: 0, streamAppId: app.appId });
});

afterAll(() => server.close());

function clientOf({ key = app.key, token = jwt({ user_id: 'vera' }), appId = app.appId } = {}) {
  // `urlOverride` and `fayeUrl` are for servers other than the service's own.
  const options = { urlOverride: { api: `${server.url}/api/` }, fayeUrl: `${server.url}/faye` };
  const client = connect(key, token, appId, options);
  onTestFinished(() => {
    client.fayeClient?.disconnect();
  });
  return client;
}

const backend = () => clientOf({ token: app.secret });

/** What a feed is told, when it has subscribed. */
async function messagesOf(slug: string, user: string) {
  const messages: unknown[] = [];
  await clientOf()
    .feed(slug, user)
    .subscribe((message) => messages.push(message));
  return messages;
}

describe('the Faye server of the sandbox', () => {
  it('tells the unmodified client what came to a feed and what was taken from it', async () => {
    const messages = await messagesOf('user', 'marina');
    const feed = backend().feed('user', 'marina');
    const raw = {
      actor: 'SU:marina',
      verb: 'post',
      foreign_id: 'note:1',
      time: '2031-02-03T04:05:06.000007',
    };
    const { activities } = (await feed.addActivities([
      { ...raw, object: 'note:1' },
      { ...raw, object: 'note:2', foreign_id: 'note:2' },
    ])) as unknown as { activities: { id: string }[] };
    const [first, second] = activities.map(({ id }) => id);
    await feed.removeActivity(first ?? '');
    await vi.waitFor(() => {
      expect(messages).toHaveLength(2);
    });
    const all = { feed: 'user:marina', app_id: app.appId, published_at: expect.any(String) as string };
    expect(messages).toEqual([
      {
        ...all,
        new: [
          expect.objectContaining({ id: first, object: 'note:1', foreign_id: 'note:1' }),
          expect.objectContaining({ id: second, object: 'note:2' }),
        ],
        deleted: [],
        deleted_foreign_ids: [],
      },
      { ...all, new: [], deleted: [first], deleted_foreign_ids: [['note:1', '2031-02-03T04:05:06.000007']] },
    ]);
    const [activity] = (messages[0] as { new: Record<string, unknown>[] }).new;
    // Enriched, and without reactions.
    expect(activity?.['actor']).toMatchObject({ id: 'marina' });
    expect(Object.keys(activity ?? {}).filter((name) => name.includes('reaction'))).toEqual([]);
  });

  it('tells those who follow, and names the group where there are groups', async () => {
    const [timeline, grouped] = await Promise.all([
      messagesOf('timeline', 'vera'),
      messagesOf('timeline_aggregated', 'vera'),
    ]);
    const feed = backend().feed('user', 'marina');
    await feed.addActivity({
      actor: 'SU:marina',
      verb: 'sing',
      object: 'a',
      time: '2031-01-01T00:00:00',
    });
    await vi.waitFor(() => {
      expect(timeline).toMatchObject([{ feed: 'timeline:vera', new: [{ origin: 'user:marina' }] }]);
      expect(grouped).toMatchObject([
        { feed: 'timeline_aggregated:vera', new: [{ group: 'sing_2031-01-01' }] },
      ]);
    });
    expect(timeline).not.toHaveProperty('0.new.0.group');
  });

  it.each([
    ['a token of another app', { token: jwt({ user_id: 'vera' }, 'another') }],
    ['a token of somebody else', { token: jwt({ user_id: 'kenji' }) }],
    ['no token', { token: 'x' }],
    ['another key', { key: 'other' }],
    ['the id of another app', { appId: '1' }],
  ])('refuses %s', async (_, options) => {
    const subscribed = clientOf(options)
      .feed('timeline', 'vera')
      .subscribe(() => {});
    await expect(subscribed).rejects.toMatchObject({ code: 403, message: 'Authentication failed' });
  });

  it('refuses to pass on what a client says, and lets nobody hear more than one feed', async () => {
    const messages = await messagesOf('timeline', 'vera');
    const channel = '/site-2014-feed-timelinevera';
    const client = clientOf();
    const faye = client.getFayeClient() as unknown as {
      publish(channel: string, data: object): Promise<unknown>;
      subscribe(channel: string): Promise<unknown>;
    };
    await expect(faye.publish(channel, { new: [] })).rejects.toMatchObject({ code: 403 });
    await expect(faye.subscribe('/*')).rejects.toMatchObject({ code: 403 });
    await expect(faye.subscribe(channel)).rejects.toMatchObject({ code: 403 });
    expect(messages).toEqual([]);
  });
});
