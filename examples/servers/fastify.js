import Fastify from 'fastify';
import { toNodeListener } from 'whats-new-feed/server.js';
import { createHandlers } from './handlers.js';

const { token, proxy } = createHandlers(process.env);
const app = Fastify();
// In a plugin of their own, so that the rest of the app keeps its body parsers.
app.register(async (feed) => {
  feed.removeAllContentTypeParsers();
  feed.addContentTypeParser('*', (_request, _body, done) => done(null));
  const mount = (path, handle) => {
    const listener = toNodeListener(handle);
    feed.all(path, (request, reply) => {
      reply.hijack();
      return listener(request.raw, reply.raw);
    });
  };
  mount('/feed-token', token);
  mount('/platform/api', proxy);
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log(app.server.address().port);
