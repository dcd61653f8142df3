import { delay, http, type RequestHandler } from 'msw';
import { createTokenHandler } from '../../src/server.js';
import { cut, jsonAnswer, statusAnswer, xmlAnswer } from './answers.js';
import { type Faults, noFaults, StatusFaults } from './faults.js';
import { callMailru, type MailruApp } from './mailru-api.js';
import { MailruError } from './mailru-error.js';
import { writeMailruError, writeMailruXml } from './mailru-xml.js';
import { createMediaHandlers, type LoadClip } from './media/media-handlers.js';
import { Sessions } from './sessions.js';
import { vendorExample } from './vendor-example.js';
import { createWorld, type World, type WorldOptions } from './world.js';

export interface SandboxOptions extends WorldOptions, Partial<MailruApp> {
  /** HTTP status of the API's errors: 400, as recorded, or 200, as some clients expect. */
  readonly errorStatus?: 400 | 200;
  readonly loadClip?: LoadClip;
}

export interface Sandbox {
  /** For `setupWorker`, `setupServer` or `getResponse` of MSW; they answer on any origin. */
  readonly handlers: readonly RequestHandler[];
  readonly world: World;
  /** What goes wrong: set its fields at any time. */
  readonly faults: Faults;
  /** The session ends: the next call gets error 102, the next token works again. */
  expireSessions(): void;
}

/**
 * A backend that lives in memory: mail.ru at `/platform/api`, tokens at `/feed-token`, and the media that its
 * events show. It checks every signature; its app is the one of the vendor's published examples.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const app = { ...vendorExample, ...options };
  const world = createWorld(options);
  const sessions = new Sessions();
  const faults = noFaults();
  const statuses = new StatusFaults(faults);

  async function answerApi(request: Request): Promise<Response> {
    const params = await readParams(request);
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    const { sig: _sig, session_key: _key, ...asked } = params;
    const status = statuses.next(JSON.stringify(asked));
    if (status !== undefined) return statusAnswer(status);
    return faults.cutBody ? cut(answerMailru(params)) : answerMailru(params);
  }

  function answerMailru(params: Readonly<Record<string, string>>): Response {
    const xml = params['format'] === 'xml';
    try {
      if (faults.errorCode !== undefined) throw new MailruError(faults.errorCode);
      const found = callMailru(params, app, sessions, world);
      const events = faults.empty ? [] : found;
      for (let i = 0; i < faults.insertPerPage; i += 1) world.insert();
      const root = `response_${(params['method'] ?? '').replace('.', '_')}`;
      return xml ? xmlAnswer(writeMailruXml(root, 'event', events), 200) : jsonAnswer(events, 200);
    } catch (error) {
      if (!(error instanceof MailruError)) throw error;
      const { code, message } = error;
      const status = options.errorStatus ?? 400;
      return xml
        ? xmlAnswer(writeMailruError(code, message), status)
        : jsonAnswer({ error: { error_msg: message, error_code: code } }, status);
    }
  }

  async function answerToken(request: Request): Promise<Response> {
    if (faults.latencyMs > 0) await delay(faults.latencyMs);
    // The sandbox has no visitors to protect: it serves pages of any origin.
    const origin = request.headers.get('origin');
    const handle = createTokenHandler({
      authorize: () => (faults.signedOut ? undefined : { sessionKey: sessions.key }),
      mailru: app,
      ...(origin !== null && { origins: [origin] }),
    });
    return handle(request);
  }

  return {
    handlers: [
      http.get('*/platform/api', ({ request }) => answerApi(request)),
      http.post('*/platform/api', ({ request }) => answerApi(request)),
      http.all('*/feed-token', ({ request }) => answerToken(request)),
      ...createMediaHandlers(options.loadClip),
    ],
    world,
    faults,
    expireSessions: () => {
      sessions.expire();
    },
  };
}

async function readParams(request: Request): Promise<Record<string, string>> {
  const { searchParams } = new URL(request.url);
  const pairs = request.method === 'POST' ? new URLSearchParams(await request.text()) : [];
  return Object.fromEntries([...searchParams, ...pairs]);
}
