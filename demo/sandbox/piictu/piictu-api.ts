import type { People } from '../attachments.js';
import type { PersonKey } from '../people.js';
import { Random } from '../random.js';
import { answerStream, BadParameter } from './piictu-query.js';
import type { PiictuPhoto } from './piictu-records.js';
import { OPEN_STREAM } from './piictu-openings.js';
import { createPiictuStreams, type GrowingStream } from './piictu-streams.js';

/** The token that the seed publishes in its example. It opens nothing but this sandbox. */
const EXAMPLE_TOKEN = '2540af0de12cb2367691516b8477b0b7bd66dbd8ab6840b147340c6898c4eebd';

/** The one visitor that the sandbox has. */
const VISITOR: PersonKey = 'vera';

export interface PiictuApiOptions {
  readonly people: People;
  /** The moment at which the newest photos are six minutes old. */
  readonly now?: Date;
}

export interface PiictuApi {
  readonly streams: readonly GrowingStream[];
  /** The visitor's access token, as long as it is valid. */
  readonly token: string;
  /** From now on only the next {@link token} is valid. */
  expire(): void;
  /** Puts a new photo on top of the open stream. */
  insert(): PiictuPhoto;
  /** Takes a photo out of its stream. */
  remove(id: string): void;
  /**
   * Answers `/v1/streams/<stream id>`, whatever stands before it. `empty`: as if nobody had added a photo to any
   * stream.
   */
  answer(request: Request, empty?: boolean): Promise<Response>;
}

/** piictu as its one page of documentation has it. What the page does not say is answered in plain words. */
export function createPiictuApi({ people, now = new Date() }: PiictuApiOptions): PiictuApi {
  const streams = createPiictuStreams(people, now);
  let token = EXAMPLE_TOKEN;

  return {
    streams,
    get token() {
      return token;
    },
    expire() {
      token = Random.of(token).hex(64);
    },
    insert() {
      const open = streams.find(({ id }) => id === OPEN_STREAM);
      if (!open) throw new Error('The open stream is missing.');
      return open.insert();
    },
    remove(id) {
      for (const stream of streams) stream.remove(id);
    },
    async answer(request, empty = false) {
      if (request.headers.get('authorization') !== `OAuth ${token}`) return refuse(401, 'invalid token');
      const [, id] = /\/v1\/streams\/([^/]+)\/?$/.exec(new URL(request.url).pathname) ?? [];
      const stream = streams.find((known) => known.id === id);
      if (!stream) return refuse(404, 'stream not found');
      if (stream.locked && ![stream.from.username, ...stream.mentioned].includes(VISITOR)) {
        return refuse(403, 'user not authorized');
      }
      try {
        const query = await readQuery(request);
        if (empty) query.set('max_seq', '0');
        return Response.json(answerStream(stream, query));
      } catch (error) {
        if (error instanceof BadParameter) return refuse(400, error.message);
        throw error;
      }
    },
  };
}

const refuse = (status: number, error: string) => Response.json({ error }, { status });

/** The seed's example sends a form (`curl -F page=2`), which curl makes a POST. */
async function readQuery(request: Request): Promise<URLSearchParams> {
  const query = new URL(request.url).searchParams;
  if (request.method !== 'POST') return query;
  for (const [name, value] of await request.formData()) query.set(name, String(value));
  return query;
}
