import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createHandlers } from './handlers.js';

const { token, proxy } = createHandlers(process.env);
const app = new Hono();
app.all('/feed-token', ({ req }) => token(req.raw));
app.all('/platform/api', ({ req }) => proxy(req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, ({ port }) =>
  console.log(port),
);
