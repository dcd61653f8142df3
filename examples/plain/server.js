// The site's own server: its pages, the library's files, tokens, and the API on the same origin.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createMailruProxy, createTokenHandler, toNodeListener } from 'whats-new-feed/server.js';

// The sandbox's app and visitor, which mail.ru's documentation publishes. Yours come from your environment and session.
const appId = '423004';
const secretKey = '3dad9cbf9baaa0360c0f2ba372d25716';
const sessionKey = 'be6ef89965d58e56dec21acb9b62bdaa';
const { BACKEND = 'http://127.0.0.1:8000', PORT = '3000' } = process.env;

const token = createTokenHandler({ mailru: { appId, secretKey }, authorize: () => ({ sessionKey }) });
const proxy = createMailruProxy({ endpoint: `${BACKEND}/platform/api`, appId, origins: [] });
const routes = { '/feed-token': toNodeListener(token), '/platform/api': toNodeListener(proxy) };

const library = ['whats-new-feed.min.js', 'whats-new-feed.classic.min.js', 'whats-new-feed.ru.min.js'];
const pages = new URL('public/', import.meta.url);
const files = new Map([
  ...readdirSync(pages).map((name) => [`/${name}`, readFileSync(new URL(name, pages))]),
  ...library.map((name) => [
    `/${name}`,
    readFileSync(new URL(import.meta.resolve(`whats-new-feed/${name}`))),
  ]),
]);
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript; charset=utf-8' };

const server = createServer((request, response) => {
  const path = request.url.split('?')[0].replace(/\/$/, '/index.html');
  const file = files.get(path);
  if (Object.hasOwn(routes, path)) routes[path](request, response);
  else if (file) response.setHeader('content-type', types[path.split('.').pop()] ?? 'text/plain').end(file);
  else response.writeHead(404).end();
});
server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
