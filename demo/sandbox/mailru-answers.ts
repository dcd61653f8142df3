import { jsonAnswer, unlessKnown, xmlAnswer } from './answers.js';
import type { Faults } from './faults.js';
import { callMailru, type MailruApp } from './mailru-api.js';
import { MailruError } from './mailru-error.js';
import { writeMailruError, writeMailruXml } from './mailru-xml.js';
import type { Sessions } from './sessions.js';
import type { World } from './world.js';

export interface MailruOptions {
  readonly app: MailruApp;
  readonly sessions: Sessions;
  readonly world: World;
  readonly faults: Faults;
  /** HTTP status of the API's errors. */
  readonly errorStatus: number;
}

/** A request to `/platform/api`, answered in the format that it asks for. */
export async function answerMailru(request: Request, options: MailruOptions): Promise<Response> {
  const { app, sessions, world, faults, errorStatus } = options;
  const params = await readParams(request);
  const xml = params['format'] === 'xml';
  try {
    if (faults.errorCode !== undefined) throw new MailruError(faults.errorCode);
    const found = callMailru(params, app, sessions, world);
    const root = `response_${(params['method'] ?? '').replace('.', '_')}`;
    // What the real API answers to a like or a comment is not known.
    if (!found) return xml ? xmlAnswer(`<${root}>1</${root}>`, 200) : jsonAnswer(1, 200);
    const events = faults.empty ? [] : found;
    for (let i = 0; i < faults.insertPerPage; i += 1) world.insert();
    return await unlessKnown(
      request,
      xml ? xmlAnswer(writeMailruXml(root, 'event', events), 200) : jsonAnswer(events, 200),
    );
  } catch (error) {
    if (!(error instanceof MailruError)) throw error;
    const { code, message } = error;
    return xml
      ? xmlAnswer(writeMailruError(code, message), errorStatus)
      : jsonAnswer({ error: { error_msg: message, error_code: code } }, errorStatus);
  }
}

async function readParams(request: Request): Promise<Record<string, string>> {
  const { searchParams } = new URL(request.url);
  const pairs = request.method === 'POST' ? new URLSearchParams(await request.text()) : [];
  return Object.fromEntries([...searchParams, ...pairs]);
}
