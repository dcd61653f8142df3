import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { brokenUrl, clipUrl, MEDIA_ORIGIN } from '../../../demo/sandbox/media/media-urls.js';

const sandbox = createSandbox();

async function load(url: string, headers: Record<string, string> = {}, from = sandbox) {
  const response = await getResponse([...from.handlers], new Request(url, { headers }));
  if (!response) throw new Error(`Nothing answers ${url}`);
  return response;
}

const urls = [...new Set(JSON.stringify(sandbox.world.events).match(/https:\/\/media\.[^"\\]+/g))];

describe('media', () => {
  it('are there for every address of the world', async () => {
    const failed: string[] = [];
    for (const url of urls) {
      if (url === clipUrl) continue;
      const response = await load(url);
      if (!response.ok || !/^(image|audio)\//.test(response.headers.get('content-type') ?? ''))
        failed.push(url);
      await response.body?.cancel();
    }
    expect(urls.length).toBeGreaterThan(300);
    expect(failed).toEqual([]);
    expect(await (await load(brokenUrl)).text()).toBe('not a picture');
  });

  it.each(['photos/sea/ab12cd/1600x1067', 'avatars/f/vera/50x50', 'icons/520706/16x16'])(
    'a picture is drawn in the size of its address and always the same: %s',
    async (path) => {
      const text = await (await load(`${MEDIA_ORIGIN}/${path}.svg`)).text();
      const [width, height] = path.split('/').at(-1)?.split('x') ?? [];
      expect(text).toContain(`width="${width ?? ''}" height="${height ?? ''}"`);
      expect(text).not.toMatch(/NaN|undefined|<script|<text/);
      expect(await (await load(`${MEDIA_ORIGIN}/${path}.svg`)).text()).toBe(text);
    },
  );

  it('a scaled picture shows what the large one shows', async () => {
    const inner = async (size: string) =>
      (await (await load(`${MEDIA_ORIGIN}/photos/city/ab12cd/${size}.svg`)).text()).replace(
        /^<svg[^>]*>/,
        '',
      );
    expect(await inner('1200x800')).toBe(await inner('600x400'));
    expect(await inner('600x400')).not.toBe(await inner('600x600'));
  });

  it('a tune is a WAV file of three seconds that can be read in parts', async () => {
    const url = `${MEDIA_ORIGIN}/audio/abc.wav`;
    const whole = new Uint8Array(await (await load(url)).arrayBuffer());
    expect(new TextDecoder().decode(whole.slice(0, 4))).toBe('RIFF');
    expect(new DataView(whole.buffer).getUint32(4, true)).toBe(whole.length - 8);
    expect((whole.length - 44) / 8000).toBe(3);
    const part = await load(url, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(10, 20));
    expect((await load(url, { range: 'bytes=0-' })).headers.get('content-range')).toBe(
      `bytes 0-${whole.length - 1}/${whole.length}`,
    );
  });

  it('the video file comes from where the page keeps it', async () => {
    expect((await load(clipUrl)).status).toBe(404);
    const withClip = createSandbox({ events: 1, loadClip: () => Promise.resolve(new ArrayBuffer(7)) });
    const response = await load(clipUrl, {}, withClip);
    expect(response.headers.get('content-type')).toBe('video/webm');
    expect((await response.arrayBuffer()).byteLength).toBe(7);
  });
});
