import type { Settings } from './demo-settings.js';
import { noFaults, type Faults } from './sandbox/faults.js';
import type { Sandbox } from './sandbox/handlers.js';

interface Trouble {
  /** What to look for. */
  readonly hint: string;
  readonly faults?: Partial<Faults>;
  /** It is seen in a feed that is there already, and not from its first page on. */
  readonly stays?: boolean;
}

const TROUBLES: Readonly<Record<Settings['fault'], Trouble>> = {
  none: {
    hint: 'The server answers at once. Choose a fault to see what a reader would see, and come back to see it mended.',
    stays: true,
  },
  slow: {
    hint: 'Every answer takes two seconds. Grey cards keep its place.',
    faults: { latencyMs: 2000 },
  },
  third: {
    hint: 'The feed asks again by itself after a moment. You see no more than a short wait.',
    faults: { every: { n: 3, status: 500 } },
  },
  server: {
    hint: 'The feed tries three times, then says so and offers a button.',
    faults: { status: 500 },
  },
  busy: {
    hint: 'The server asks to come back in 70 seconds: the button counts down, and the feed tries once by itself.',
    faults: { status: 429, retryAfterS: 70 },
  },
  actions: {
    hint: 'Likes and comments fail. A like springs back and says so; a comment keeps its text, to be sent again.',
    faults: { failActions: 500 },
    stays: true,
  },
  offline: {
    hint: 'The network is gone: what was loaded stays, likes are refused politely. Choose “Nothing” to be back.',
    faults: { status: 0 },
    stays: true,
  },
  expired: {
    hint: 'The session ends while the first page is on its way. The feed gets a new token and asks again.',
    faults: { latencyMs: 600 },
  },
  'signed-out': {
    hint: 'Your server no longer knows the reader: the feed asks to sign in.',
    faults: { signedOut: true },
  },
  empty: { hint: 'A new reader has nothing to read yet.', faults: { empty: true } },
  broken: {
    hint: 'The connection breaks in the middle of every answer.',
    faults: { cutBody: true },
  },
  signature: {
    hint: 'The server does not accept the signature, code 104: a mistake in the set-up, so the feed names it.',
    faults: { errorCode: 104 },
  },
};

export const describeFault = (fault: Settings['fault']): string => TROUBLES[fault].hint;
export const keepsFeed = (fault: Settings['fault']): boolean => TROUBLES[fault].stays ?? false;

/** What the browser says of the network. */
function pretendNetwork(isThere: boolean): void {
  if (navigator.onLine === isThere) return;
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: isThere });
  dispatchEvent(new Event(isThere ? 'online' : 'offline'));
}

let ending: ReturnType<typeof setTimeout> | undefined;

/** From now on this goes wrong in the sandbox, and nothing else. */
export function chooseFault(sandbox: Sandbox, { fault, newer }: Settings): void {
  const insertPerPage = newer === 'on' ? 2 : 0;
  Object.assign(sandbox.faults, noFaults(), TROUBLES[fault].faults, { insertPerPage });
  pretendNetwork(fault !== 'offline');
  clearTimeout(ending);
  // By then the token has come and the page that it is for is on its way.
  if (fault === 'expired') ending = setTimeout(() => sandbox.expireSessions(), 900);
}
