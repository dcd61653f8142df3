import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import NodeAdapter from 'faye/src/adapters/node_adapter.js';
import type { GetstreamApi } from './getstream/getstream-api.js';

/** Below a minute, as proxies like it. */
const TIMEOUT_SECONDS = 45;

/** getstream's realtime at `/faye`. Gives what ends it. */
export function attachFaye(server: Server, getstream: GetstreamApi): () => Promise<void> {
  const faye = new NodeAdapter({ mount: '/faye', timeout: TIMEOUT_SECONDS });
  faye.addExtension({
    incoming(message, request, next) {
      const refuse = () => {
        next(Object.assign(message, { error: '403::Authentication failed' }));
      };
      if (request === null) next(message);
      else if (message.channel === '/meta/subscribe') {
        // A pattern would open other feeds, a list too.
        const { subscription, ext = {} } = message;
        const judged = getstream.mayListen(String(subscription), ext);
        void judged.then((may) => (may && typeof subscription === 'string' ? next(message) : refuse()));
      } else if (message.channel.startsWith('/meta/')) next(message);
      // Only the server has something to tell.
      else refuse();
    },
  });
  faye.attach(server);
  const sockets = new Set<Duplex>();
  server.on('upgrade', (_request, socket: Duplex) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const publisher = faye.getClient();
  getstream.listen((channel, message) => void publisher.publish(channel, message));
  return async () => {
    await new Promise<void>((resolve) => {
      publisher.connect(resolve);
    });
    await publisher.disconnect();
    faye.close();
    for (const socket of sockets) socket.destroy();
  };
}
