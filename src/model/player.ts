import type { Player } from './event.js';
import { toMediaUrl, type SafeUrl } from './safe-url.js';

/** Every host that {@link toPlayer} frames: what `frame-src` of a page's CSP has to allow. */
export const FRAME_HOSTS = [
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  'my.mail.ru',
  'videoapi.my.mail.ru',
] as const;

type Frame = readonly [address: RegExp, src: (found: string, id: string, hash?: string) => string];

/** By host without `www.`, path and query. Nothing but an id gets into an address that is framed. */
const FRAMES: readonly Frame[] = [
  [
    /^youtu(?:\.be\/|be(?:-nocookie)?\.com\/(?:embed\/|shorts\/|watch\?(?:.*&)?v=))([\w-]{11})(?![\w-])/,
    (_, id) => `www.youtube-nocookie.com/embed/${id}`,
  ],
  [
    /^(?:player\.)?vimeo\.com\/(?:video\/)?(\d{1,12})(?:(?:\/|\?(?:.*&)?h=)([\da-f]{6,20}))?(?:[?&]|$)/,
    // dnt: no cookies, no statistics about the reader.
    (_, id, hash) => `player.vimeo.com/video/${id}?dnt=1${hash ? `&h=${hash}` : ''}`,
  ],
  [/^(?:videoapi\.)?my\.mail\.ru\/videos?\/embed\/[\w./-]*\d(?:\.html)?(?=\?|$)/, (found) => found],
];

/**
 * The player behind an address: a frame of YouTube, Vimeo or mail.ru, or a video file (mp4, webm, ogv) for the
 * browser's own player.
 * @returns undefined for every other address, and for a frame of the page's own origin, which no sandbox holds
 */
export function toPlayer(link: SafeUrl): Pick<Player, 'type' | 'src'> | undefined {
  const { hostname, pathname, search } = new URL(link);
  const address = hostname.replace(/^(?:www|m|music)\./, '') + pathname + search;
  for (const [pattern, build] of FRAMES) {
    const [found, id = '', hash] = pattern.exec(address) ?? [];
    const src = found && toMediaUrl(`https://${build(found, id, hash)}`);
    if (src) return isOwnOrigin(src) ? undefined : { type: 'frame', src };
  }
  const src = /\.(?:mp4|webm|ogv)$/i.test(pathname) ? toMediaUrl(link) : undefined;
  return src && { type: 'file', src };
}

function isOwnOrigin(url: SafeUrl): boolean {
  return typeof location !== 'undefined' && url.startsWith(`${location.origin}/`);
}
