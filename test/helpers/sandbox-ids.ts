import { getResponse } from 'msw';
import type { Sandbox } from '../../demo/sandbox/handlers.js';

interface StreamAnswer {
  readonly results: readonly { readonly id: string; readonly group?: string }[];
  readonly next: string;
}

const HOST = 'http://sandbox.example';

/** Ids of all that a getstream feed of the sandbox holds, read page by page without any code of the library. */
export async function getstreamIds(sandbox: Sandbox, feed: string, ranking?: string): Promise<string[]> {
  const asked = await getResponse(
    [...sandbox.handlers],
    new Request(`${HOST}/feed-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'getstream', params: { feed }, reason: 'first' }),
    }),
  );
  const { token } = (await asked?.json()) as { token: string };
  const headers = { authorization: token, 'stream-auth-type': 'jwt' };
  const key = `api_key=sandbox-key${ranking ? `&ranking=${ranking}` : ''}`;
  const ids: string[] = [];
  let next = `/api/v1.0/feed/${feed.replace(':', '/')}/?limit=100`;
  while (next) {
    const response = await sandbox.getstream.answer(new Request(`${HOST}${next}&${key}`, { headers }));
    const answer = (await response.json()) as StreamAnswer;
    ids.push(...answer.results.map(({ id, group }) => group ?? id));
    next = answer.next;
  }
  return ids;
}

/** Ids of all photos of a stream, newest first. */
export function piictuIds(sandbox: Sandbox, streamId: string): string[] {
  const stream = sandbox.piictu.streams.find(({ id }) => id === streamId);
  if (!stream) throw new Error('The sandbox has no such stream.');
  return stream.photos.map(({ id }) => id);
}
