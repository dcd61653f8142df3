// The page, the bundles and the pictures on 127.0.0.1.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { pictures } from './pictures.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** `bundles` and `wire` are a folder's URL and the texts for `page/parse.js`. Gives `{ url, close }`. */
export async function serve(bundles, wire) {
  const page = new URL('page/', import.meta.url);
  const file = (base, path, response) =>
    readFile(new URL(path, base)).then((body) =>
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(body),
    );

  const answer = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    const [, folder, name = ''] = /^\/(\w*)\/?([\w.-]*)$/.exec(pathname) ?? [];
    if (folder === '') {
      const css = searchParams.get('css');
      const html = await readFile(new URL('index.html', page), 'utf8');
      const link = css ? `<link rel="stylesheet" href="/bundles/${css}.css">` : '';
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(html.replace('<style>', `${link}<style>`));
    }
    if (folder === 'page') return file(page, name, response);
    if (folder === 'bundles') return file(bundles, name, response);
    if (folder === 'wire')
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wire));
    const picture = folder === 'img' && pictures.get(name.replace('.png', ''));
    if (!picture) throw new Error('There is no such file.');
    const headers = { 'content-type': 'image/png', 'cache-control': 'public,max-age=31536000,immutable' };
    return response.writeHead(200, headers).end(picture);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
