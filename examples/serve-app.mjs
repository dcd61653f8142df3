// Serves an example that Vite builds, as its `npm start` or, with `built`, its `npm run preview` would.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [name, how, outDir = 'dist'] = process.argv.slice(2);
const root = fileURLToPath(new URL(`${name}/`, import.meta.url));
const { createServer, preview } = await import(
  pathToFileURL(createRequire(`${root}package.json`).resolve('vite')).href
);
const at = { host: '127.0.0.1', port: 0, strictPort: true };
// Nothing else is printed than the address.
const logLevel = 'error';
let server;
if (how === 'built') {
  server = await preview({ root, preview: at, build: { outDir }, logLevel });
} else {
  server = await createServer({ root, server: at, logLevel });
  await server.listen();
}
console.log(server.resolvedUrls.local[0]);
