import type { Fetch } from '../../src/http/fetch-answer.js';
import type { TokenProvider } from '../../src/http/token.js';

const SESSION_MS = 5 * 60_000;

/** Numbers that are the same every time. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A mail.ru feed of any length, whose answers are made when they are asked for. */
export class LongFeed {
  /** Newest first, as numbers that only fall. */
  readonly ids: number[];
  readonly random = createRandom(7);
  readonly counts = { requests: 0, failures: 0, malformed: 0, tokens: 0, renewals: 0 };
  /** Most renewals of a token that ran at the same time. */
  mostRenewals = 0;
  #renewing = 0;
  #session = '';
  #newest: number;

  constructor(size: number) {
    this.ids = Array.from({ length: size }, (_, index) => size - index);
    this.#newest = size;
  }

  insert(): void {
    this.ids.unshift(++this.#newest);
  }

  remove(id: number): void {
    const index = this.ids.indexOf(id);
    if (index >= 0) this.ids.splice(index, 1);
  }

  /** One in fifty is nothing that can be shown. */
  isMalformed(id: number): boolean {
    return id % 50 === 17;
  }

  readonly token: TokenProvider = async ({ reason }) => {
    this.counts.tokens += 1;
    if (reason === 'first' && this.#session) return { sessionKey: this.#session, sig: 'sig' };
    this.counts.renewals += 1;
    this.mostRenewals = Math.max(this.mostRenewals, ++this.#renewing);
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.#renewing -= 1;
    this.#session = this.#currentSession();
    return { sessionKey: this.#session, sig: 'sig' };
  };

  /** One in twenty requests fails, each time in another way. */
  readonly fetch: Fetch = async (url, { signal } = {}) => {
    this.counts.requests += 1;
    await new Promise((resolve) => setTimeout(resolve, 40));
    const chance = this.random();
    if (chance < 0.05) this.counts.failures += 1;
    if (chance < 0.01) throw new TypeError('Failed to fetch');
    if (chance < 0.02) return new Response('busy', { status: 503, headers: { 'retry-after': '2' } });
    if (chance < 0.03) return new Response('<html>Bad gateway</html>', { status: 502 });
    if (chance < 0.04) return new Response('[{"id":', { status: 200 });
    // No answer at all.
    if (chance < 0.05)
      return new Promise((_, reject) =>
        signal?.addEventListener(
          'abort',
          () => {
            reject(new Error('aborted'));
          },
          { once: true },
        ),
      );
    return this.#answer(new URL(String(url)).searchParams);
  };

  #currentSession(): string {
    return `session-${Math.floor(performance.now() / SESSION_MS)}`;
  }

  #answer(params: URLSearchParams): Response {
    if (params.get('session_key') !== this.#currentSession()) return error(102);
    const skip = params.get('skip');
    const start = skip === null ? 0 : this.ids.indexOf(Number(skip)) + 1;
    // The event that the page was to follow is gone.
    if (skip !== null && start === 0) return error(100);
    const ids = this.ids.slice(start, start + Number(params.get('limit')));
    this.counts.malformed += ids.filter((id) => this.isMalformed(id)).length;
    return Response.json(
      ids.map((id) => (this.isMalformed(id) ? { id: {}, title: ['no', 'event'] } : wireEvent(id))),
    );
  }
}

const error = (code: number) =>
  Response.json({ error: { error_code: code, error_msg: 'no' } }, { status: 400 });

const wireEvent = (id: number) => ({
  id: String(id),
  subtype: 'event',
  type: '3-23',
  thread_id: `t${id}`,
  time: 1_332_408_768 + id,
  authors: [{ uid: String(id % 40), nick: `Reader ${id % 40}` }],
  user_text: `Event number ${id}.`,
});
