import { delay, http, type RequestHandler } from 'msw';
import { createTokenHandler } from '../../src/server.js';
import { actionStatus } from './action-status.js';
import { cut, statusAnswer } from './answers.js';
import { type Faults, noFaults, StatusFaults } from './faults.js';
import { ApiError } from './getstream/api-error.js';
import { createGetstreamApi, type GetstreamApi } from './getstream/getstream-api.js';
import { answerMailru } from './mailru-answers.js';
import type { MailruApp } from './mailru-api.js';
import { createMediaHandlers, type LoadClip } from './media/media-handlers.js';
import { createPiictuApi, type PiictuApi } from './piictu/piictu-api.js';
import { Sessions } from './sessions.js';
import { vendorExample } from './vendor-example.js';
import { createWorld, type World, type WorldOptions } from './world.js';

export interface SandboxOptions extends WorldOptions, Partial<MailruApp> {
  /** HTTP status of mail.ru's errors: 400, as recorded, or 200, as some clients expect. */
  readonly errorStatus?: 400 | 200;
  /** getstream's app: `sandbox-key`, `sandbox-secret` and `1` by default. */
  readonly streamKey?: string;
  readonly streamSecret?: string;
  readonly streamAppId?: string;
  readonly loadClip?: LoadClip;
}

export interface Sandbox {
  /** For `setupWorker`, `setupServer` or `getResponse` of MSW; they answer on any origin. */
  readonly handlers: readonly RequestHandler[];
  /** mail.ru's. */
  readonly world: World;
  readonly getstream: GetstreamApi;
  readonly piictu: PiictuApi;
  /** What goes wrong: set its fields at any time. */
  readonly faults: Faults;
  /** The session ends: the next call gets the API's own error about that, the next token works again. */
  expireSessions(): void;
}

/** Whose feeds they are, in every API. */
const VISITOR = 'vera';

/**
 * A backend that lives in memory: mail.ru at `/platform/api`, getstream at `/api/v1.0/`, piictu at `/v1/streams/`,
 * tokens at `/feed-token`, and the media that its events show. It checks every signature and token; its mail.ru app is
 * the one of the vendor's published examples.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const app = { ...vendorExample, ...options };
  const { errorStatus = 400, streamKey, streamSecret, streamAppId, loadClip } = options;
  const world = createWorld(options);
  const { people } = world;
  const sessions = new Sessions();
  const getstream = createGetstreamApi({
    ...options,
    people,
    key: streamKey ?? 'sandbox-key',
    secret: streamSecret ?? 'sandbox-secret',
    appId: streamAppId ?? '1',
    userId: VISITOR,
  });
  const piictu = createPiictuApi({ ...options, people });
  const faults = noFaults();
  const statuses = new StatusFaults(faults);

  /** An API behind the faults that any server may have. */
  const behindFaults =
    (answer: (request: Request) => Promise<Response>) =>
    async ({ request }: { request: Request }): Promise<Response> => {
      if (faults.latencyMs > 0) await delay(faults.latencyMs);
      const body = await request.clone().text();
      const status = statuses.next(sameness(request, body)) ?? actionStatus(faults, request, body);
      if (status !== undefined) return statusAnswer(status, faults.retryAfterS);
      return faults.cutBody ? cut(await answer(request)) : answer(request);
    };

  async function answerGetstream(request: Request): Promise<Response> {
    if (faults.errorCode !== undefined) {
      const error = new ApiError(faults.errorCode, 'A fault of the sandbox.');
      return Response.json(error.toBody(), { status: error.status });
    }
    const response = await getstream.answer(request);
    const isPage = request.method === 'GET' && response.ok && /\/feed\//.test(request.url);
    if (isPage && faults.empty) return Response.json({ results: [], next: '', duration: '0.01ms' });
    if (isPage) for (let i = 0; i < faults.insertPerPage; i += 1) getstream.insert();
    return response;
  }

  async function answerPiictu(request: Request): Promise<Response> {
    const response = await piictu.answer(request, faults.empty);
    if (response.ok) for (let i = 0; i < faults.insertPerPage; i += 1) piictu.insert();
    return response;
  }

  async function answerToken({ request }: { request: Request }): Promise<Response> {
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    // The sandbox has no visitors to protect: it serves pages of any origin.
    const origin = request.headers.get('origin');
    const handle = createTokenHandler({
      authorize: () =>
        faults.signedOut
          ? undefined
          : { sessionKey: sessions.key, userId: VISITOR, oauthToken: piictu.token },
      mailru: app,
      getstream: { apiSecret: getstream.secret, feedGroups: getstream.feedGroups, tokens: 'user' },
      piictu: true,
      ...(origin !== null && { origins: [origin] }),
    });
    return handle(request);
  }

  const mailru = { app, sessions, world, faults, errorStatus };
  return {
    handlers: [
      http.all(
        '*/platform/api',
        behindFaults((request) => answerMailru(request, mailru)),
      ),
      http.all('*/api/v1.0/*', behindFaults(answerGetstream)),
      http.all('*/v1/streams/:id', behindFaults(answerPiictu)),
      http.all('*/feed-token', answerToken),
      ...createMediaHandlers(loadClip),
    ],
    world,
    getstream,
    piictu,
    faults,
    expireSessions() {
      sessions.expire();
      getstream.expire();
      piictu.expire();
    },
  };
}

/** The same text for a request and its repeats, which mail.ru's are signed anew for. */
function sameness({ method, url }: Request, body: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const sent = method === 'GET' ? [] : new URLSearchParams(body);
  const asked = [...searchParams, ...sent].filter(([name]) => !/^(?:sig|session_key)$/.test(name));
  return `${method} ${origin}${pathname} ${JSON.stringify(asked)}`;
}
