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
    hint: 'Everything works. Choose a problem to see what a reader would see, then come back to see it fixed.',
    stays: true,
  },
  slow: {
    hint: 'Every response takes two seconds. Grey placeholder cards show meanwhile.',
    faults: { latencyMs: 2000 },
  },
  third: {
    hint: 'The feed retries by itself. You only notice a short wait.',
    faults: { every: { n: 3, status: 500 } },
  },
  server: {
    hint: 'The feed tries three times, then shows an error and a button.',
    faults: { status: 500 },
  },
  busy: {
    hint: 'The server says to retry in 70 seconds. The button counts down, and the feed retries once by itself.',
    faults: { status: 429, retryAfterS: 70 },
  },
  actions: {
    hint: 'Likes and comments fail. A like is undone with a notice; a comment keeps its text and can be resent.',
    faults: { failActions: 500 },
    stays: true,
  },
  offline: {
    hint: 'The network is gone. Loaded events stay, and likes fail with a notice. Choose “Nothing” to reconnect.',
    faults: { status: 0 },
    stays: true,
  },
  expired: {
    hint: 'The session expires while the first page loads. The feed gets a new token and retries.',
    faults: { latencyMs: 600 },
  },
  'signed-out': {
    hint: 'Your server no longer knows the reader, so the feed asks them to sign in.',
    faults: { signedOut: true },
  },
  empty: { hint: 'A new reader has nothing to read yet.', faults: { empty: true } },
  broken: {
    hint: 'The connection breaks in the middle of every response.',
    faults: { cutBody: true },
  },
  signature: {
    hint: 'The server rejects the signature (code 104). This is a setup mistake, so the feed says what is wrong.',
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
