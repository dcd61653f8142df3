// 1,000 events of the sandbox's world as mail.ru would send them, in pages of 200: `{ json, xml }`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const EVENTS = 1000;
const PAGE = 200;

const sandbox = async (file) => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  // Through vite, as Node 20 does not run TypeScript.
  const { module } = await runnerImport(`${root}demo/sandbox/${file}`, {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module;
};

export async function wireTexts() {
  const { createWorld } = await sandbox('world.ts');
  const { writeMailruXml } = await sandbox('mailru-xml.ts');
  const { events } = createWorld({ now: new Date('2026-09-21T12:00:00Z'), events: EVENTS });
  const pages = [];
  for (let start = 0; start < EVENTS; start += PAGE) pages.push(events.slice(start, start + PAGE));
  return {
    json: pages.map((page) => JSON.stringify(page)),
    xml: pages.map((page) => writeMailruXml('response_stream_get', 'event', page)),
  };
}
