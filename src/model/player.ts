import type { Player } from './event.js';
import { toLinkUrl, toMediaUrl, type SafeUrl } from './safe-url.js';

/** Every host that {@link toPlayer} frames: what `frame-src` of a page's CSP has to allow. */
export const FRAME_HOSTS = [
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  'my.mail.ru',
  'videoapi.my.mail.ru',
] as const;

/**
 * The player behind an address: a frame of YouTube, Vimeo or mail.ru, its address built here from nothing but
 * an id, or a video file (mp4, webm, ogv) for the browser's own player.
 * @returns undefined for every other address, and for a frame of the page's own origin, which no sandbox holds
 */
export function toPlayer(value: string): Pick<Player, 'type' | 'src'> | undefined {
  const link = toLinkUrl(value);
  if (!link) return undefined;
  const url = new URL(link);
  const frame = frameOf(url);
  if (frame) return isOwnOrigin(frame) ? undefined : { type: 'frame', src: frame };
  const file = /\.(?:mp4|webm|ogv)$/i.test(url.pathname) && toMediaUrl(link);
  return file ? { type: 'file', src: file } : undefined;
}

function frameOf(url: URL): SafeUrl | undefined {
  switch (url.hostname.replace(/^(?:www|m|music)\./, '')) {
    case 'youtu.be':
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youTube(url);
    case 'vimeo.com':
    case 'player.vimeo.com':
      return vimeo(url);
    case 'my.mail.ru':
    case 'videoapi.my.mail.ru':
      return myMailru(url);
    default:
      return undefined;
  }
}

function youTube({ hostname, pathname, searchParams }: URL): SafeUrl | undefined {
  const inPath = hostname.endsWith('youtu.be') ? /^\/([\w-]+)$/ : /^\/(?:embed|shorts|live|v)\/([\w-]+)\/?$/;
  const id = (pathname === '/watch' ? searchParams.get('v') : inPath.exec(pathname)?.[1]) ?? '';
  return /^[\w-]{11}$/.test(id) ? toMediaUrl(`https://www.youtube-nocookie.com/embed/${id}`) : undefined;
}

function vimeo({ pathname, searchParams }: URL): SafeUrl | undefined {
  const path = /^\/(?:video\/|channels\/[\w-]+\/)?(\d{1,12})(?:\/([^/]*))?$/.exec(pathname);
  if (!path) return undefined;
  const hash = path[2] ?? searchParams.get('h') ?? '';
  if (hash && !/^[\da-f]{6,20}$/.test(hash)) return undefined;
  // dnt: no cookies, no statistics about the reader.
  return toMediaUrl(`https://player.vimeo.com/video/${path[1] ?? ''}?dnt=1${hash && `&h=${hash}`}`);
}

function myMailru({ hostname, pathname }: URL): SafeUrl | undefined {
  const isEmbed = /^\/video\/embed\/\d{1,20}$|^\/videos\/embed(?:\/[\w-][\w.-]*){1,4}\/\d+\.html$/.test(
    pathname,
  );
  return isEmbed ? toMediaUrl(`https://${hostname}${pathname}`) : undefined;
}

function isOwnOrigin(url: SafeUrl): boolean {
  return typeof location !== 'undefined' && new URL(url).origin === location.origin;
}
