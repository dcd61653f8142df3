// The mail.ru source against what the browser itself needs for the same text.
import { mailru } from '../../dist/sources/mailru.js';
// The door between text and events, which the package does not export.
import { readMailruAnswer } from '../../src/sources/mailru/mailru-answer.ts';

const ROUNDS = 9;
const WARM_UP = 3;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const read = async (url) => (await fetch(url)).json();

const headers = new Headers();

/** Every text to its events; gives how many. */
const toEvents = (texts) =>
  texts.reduce((sum, text) => sum + readMailruAnswer({ status: 200, headers, text }).events.length, 0);

/** The same through the whole of the source: a request made, and the bytes of its body read. */
function createReader(format) {
  let text;
  const source = mailru({
    endpoint: 'https://feeds.example/platform/api',
    appId: '1',
    format,
    token: () => ({ sessionKey: 'session', sig: 'sig' }),
    http: { fetch: async () => new Response(text) },
  });
  const { signal } = new AbortController();
  return async (texts) => {
    for (text of texts) await source.page({ limit: 200, signal });
  };
}

async function timed(act) {
  const start = performance.now();
  const result = await act();
  return { ms: performance.now() - start, result };
}

/** Medians in ms for all texts: `{ bare, model, page }`, and how many events the model has. */
async function compare(texts, bare, format) {
  const readPages = createReader(format);
  const times = { bare: [], model: [], page: [] };
  let events = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const a = await timed(() => texts.forEach(bare));
    const b = await timed(() => toEvents(texts));
    const c = await timed(() => readPages(texts));
    events = b.result;
    if (round < WARM_UP) continue;
    times.bare.push(a.ms);
    times.model.push(b.ms);
    times.page.push(c.ms);
  }
  const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
  return { ...ms, events, characters: texts.join('').length };
}

export async function parse() {
  const { json, xml } = await read('/wire');
  const toDocument = (text) => new DOMParser().parseFromString(text, 'text/xml');
  return {
    json: await compare(json, (text) => JSON.parse(text), 'json'),
    xml: await compare(xml, toDocument, 'xml'),
  };
}
