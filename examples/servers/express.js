import express from 'express';
import { toNodeListener } from 'whats-new-feed/server.js';
import { createHandlers } from './handlers.js';

const { token, proxy } = createHandlers(process.env);
const app = express();
// Before express.json() and its like, which would leave them no body.
app.all('/feed-token', toNodeListener(token));
app.all('/platform/api', toNodeListener(proxy));

const server = app.listen(process.env.PORT, '127.0.0.1', () => console.log(server.address().port));
