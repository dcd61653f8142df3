import { http, HttpResponse, type RequestHandler } from 'msw';
import { Random } from '../random.js';
import { emblem, face } from './avatar.js';
import { MEDIA_ORIGIN } from './media-urls.js';
import { paint } from './scenes.js';
import { svg } from './svg.js';
import { createTune } from './tune.js';

/** Where the one video file comes from; absent, it is a 404. */
export type LoadClip = () => Promise<ArrayBuffer>;

/** Answers for the world's pictures and sounds: each is drawn from its own address. */
export function createMediaHandlers(loadClip?: LoadClip): RequestHandler[] {
  return [
    http.get(`${MEDIA_ORIGIN}/photos/:scene/:id/:size`, ({ params }) => {
      const { scene, id, width, height } = read(params);
      const canvas = { random: Random.of(`${scene}/${id}`), w: Math.round((900 * width) / height), h: 900 };
      const { defs, body } = paint(scene, canvas);
      return picture(svg(width, height, defs, body, [canvas.w, canvas.h]));
    }),
    http.get(`${MEDIA_ORIGIN}/avatars/:look/:id/:size`, ({ params }) => {
      const { look, id, width, height } = read(params);
      const random = Random.of(id);
      const { defs, body } = look === 'm' || look === 'f' ? face(look, random) : emblem(random);
      return picture(svg(width, height, defs, body, [100, 100]));
    }),
    http.get(`${MEDIA_ORIGIN}/icons/:id/:size`, ({ params }) => {
      const { id, width, height } = read(params);
      const { defs, body } = emblem(Random.of(id));
      return picture(svg(width, height, defs, body, [100, 100]));
    }),
    http.get(`${MEDIA_ORIGIN}/audio/:id`, ({ params, request }) =>
      partial(request, createTune(read(params).id), 'audio/wav'),
    ),
    http.get(`${MEDIA_ORIGIN}/clip.webm`, async ({ request }) =>
      loadClip
        ? partial(request, new Uint8Array(await loadClip()), 'video/webm')
        : new HttpResponse(null, { status: 404 }),
    ),
    http.get(`${MEDIA_ORIGIN}/broken/*`, () =>
      HttpResponse.text('not a picture', { headers: { 'content-type': 'image/png' } }),
    ),
    http.get(`${MEDIA_ORIGIN}/*`, () => new HttpResponse(null, { status: 404 })),
  ];
}

function read(params: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const text = (name: string) => String(params[name] ?? '');
  const [, width = '600', height = '400'] = /^(\d{1,4})x(\d{1,4})/.exec(text('size')) ?? [];
  return {
    scene: text('scene'),
    look: text('look'),
    id: text('id'),
    width: Number(width),
    height: Math.max(1, Number(height)),
  };
}

function picture(text: string): HttpResponse<string> {
  return HttpResponse.text(text, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' },
  });
}

// Browsers seek in media by asking for ranges.
function partial(request: Request, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
  if (from === undefined || Number(from) >= bytes.length) return new HttpResponse(bytes, { headers });
  const end = Math.min(to ? Number(to) : Infinity, bytes.length - 1);
  const range = `bytes ${from}-${end}/${bytes.length}`;
  const part = bytes.slice(Number(from), end + 1);
  return new HttpResponse(part, { status: 206, headers: { ...headers, 'content-range': range } });
}
