// Runs worker.js for the tests, where there is no platform for it.
import { createServer } from 'node:http';
import { toNodeListener } from 'whats-new-feed/server.js';
import worker from './worker.js';

const server = createServer(toNodeListener((request) => worker.fetch(request, process.env)));
server.listen(process.env.PORT, '127.0.0.1', () => console.log(server.address().port));
