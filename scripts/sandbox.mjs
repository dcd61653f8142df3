// The sandbox as an HTTP server on 127.0.0.1. Prints one line, its URL, when it is ready.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run sandbox -- [--port 8000]
         [--stream-key K] [--stream-secret S] [--stream-app-id A]`;

const options = readOptions();
// Through vite, as Node 20 does not run TypeScript.
const { runnerImport } = await import('vite');
const root = fileURLToPath(new URL('..', import.meta.url));
const file = fileURLToPath(new URL('../demo/sandbox/http-server.ts', import.meta.url));
const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
const server = await module.startSandboxServer(options).catch((error) => fail(error.message));
console.log(server.url);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8000' },
        'stream-key': { type: 'string' },
        'stream-secret': { type: 'string' },
        'stream-app-id': { type: 'string' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535)
      fail('--port takes a number up to 65535.');
    return {
      port: Number(values.port),
      streamKey: values['stream-key'],
      streamSecret: values['stream-secret'],
      streamAppId: values['stream-app-id'],
    };
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(1);
}
