import Client from 'faye/src/protocol/client.js';
import Scheduler from 'faye/src/protocol/scheduler.js';
import type { RealtimeFeed } from './getstream-realtime.js';

/** Seconds; not all at once when a server comes back. */
const MIN_RETRY = 10;
const MAX_RETRY = 30;

/** Between two questions whether there is something. */
const PAUSE_MS = 1000;

/**
 * Calls `onChange` when something in the feed has changed, or may have while the connection was lost, until `controller`
 * aborts. It aborts that itself where the server refuses the token and a fresh one too.
 */
export async function listenForChanges(
  { url, apiKey, user, token }: RealtimeFeed,
  onChange: () => void,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const channel = `/${user}`;
  let held = await token();
  if (signal.aborted) return;

  const client = new Client(url, {
    retry: MIN_RETRY + (MAX_RETRY - MIN_RETRY) * Math.random(),
    interval: PAUSE_MS / 1000,
    // Once aborted, nothing is sent a second time, so that no timer stays.
    scheduler: class extends Scheduler {
      override isDeliverable() {
        return !signal.aborted || this.attempts === 0;
      }
      override getInterval() {
        return signal.aborted ? 0 : super.getInterval();
      }
    },
  });
  // No scripts from the server, and no second connection.
  client.disable('callback-polling');
  client.disable('eventsource');

  let wasSubscribed = false;
  let wasRefused = false;
  const handleReply = async (isGood: boolean | undefined) => {
    if (isGood) {
      if (wasSubscribed) onChange();
      wasSubscribed = true;
      wasRefused = false;
    } else if (wasRefused) controller.abort();
    else {
      wasRefused = true;
      held = await token(held);
      if (!signal.aborted) client.subscribe(channel);
    }
  };
  client.addExtension({
    outgoing(message, next) {
      if (message.subscription) {
        message.ext = { user_id: user, api_key: apiKey, signature: held.token.token };
      }
      next(message);
    },
    incoming(message, next) {
      // Servers wish for no pause, as they do not answer at once. One that does would be asked again and again.
      if (message.advice) message.advice = { ...message.advice, interval: PAUSE_MS };
      next(message);
      // Faye can end only a connection that stands: this may be the first moment to.
      if (signal.aborted) client.disconnect();
      else if (message.channel === channel) onChange();
      else if (message.channel === '/meta/subscribe') {
        handleReply(message.successful).catch(() => {
          controller.abort();
        });
      }
    },
  });
  signal.addEventListener('abort', () => {
    client.disconnect();
  });
  client.subscribe(channel);
}
