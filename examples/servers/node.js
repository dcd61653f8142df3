import { createServer } from 'node:http';
import { toNodeListener } from 'whats-new-feed/server.js';
import { createHandlers } from './handlers.js';

const { token, proxy } = createHandlers(process.env);
const routes = new Map([
  ['/feed-token', toNodeListener(token)],
  ['/platform/api', toNodeListener(proxy)],
]);

const server = createServer((request, response) => {
  const [path] = request.url.split('?');
  const route = routes.get(path);
  if (route) route(request, response);
  else response.writeHead(404).end();
});
server.listen(process.env.PORT, '127.0.0.1', () => console.log(server.address().port));
