// The mail.ru source against what the browser itself needs for the same text.
import { mailru } from '../../dist/sources/mailru.js';

const ROUNDS = 9;
const WARM_UP = 3;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const read = async (url) => (await fetch(url)).json();

/** Reads every text as a page of events, through the whole of the source. */
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
    let events = 0;
    for (text of texts) events += (await source.page({ limit: 200, signal })).events.length;
    return events;
  };
}

async function timed(act) {
  const start = performance.now();
  const result = await act();
  return { ms: performance.now() - start, result };
}

/** Medians in ms for all texts: `{ bare, model, request }`, and how many events the model has. */
async function compare(texts, bare, format) {
  const model = createReader(format);
  const empty = texts.map(() => (format === 'xml' ? '<response_stream_get/>' : '[]'));
  const times = { bare: [], model: [], request: [] };
  let events = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const a = await timed(() => texts.forEach(bare));
    const b = await timed(() => model(texts));
    const c = await timed(() => model(empty));
    events = b.result;
    if (round < WARM_UP) continue;
    times.bare.push(a.ms);
    times.model.push(b.ms);
    times.request.push(c.ms);
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
