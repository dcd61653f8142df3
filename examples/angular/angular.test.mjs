import { fileURLToPath } from 'node:url';
import { testRouterApp } from '../router-app.mjs';
import { start } from '../start.mjs';

// It asks for its port long before it takes it: these are of those that the system gives to nobody meanwhile.
const port = 20_000 + (process.pid % 5_000) * 2;
const options = {
  started: [`--port=${port}`, '--configuration=development'],
  built: [`--port=${port + 1}`, '--configuration=production'],
};

await testRouterApp('angular', (_name, how, env) =>
  start('angular/node_modules/@angular/cli/bin/ng.js', {
    args: ['serve', '--host=127.0.0.1', ...options[how]],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env,
    ready: /http:\S+/,
  }),
);
