import { FRAME_HOSTS } from '../../src/model/player.js';

/** The policy that the documentation prints, enforced. */
export const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src https:',
  'media-src https:',
  "connect-src 'self'",
  `frame-src ${FRAME_HOSTS.map((host) => `https://${host}`).join(' ')}`,
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types whats-new-feed',
].join('; ');

export const MODULE = '<script type="module" src="/whats-new-feed.min.js"></script>';
export const CLASSIC = '<script src="/whats-new-feed.classic.min.js"></script>';

export const moduleTag = (src: string) => `<script type="module" src="${src}"></script>`;
export const classicTag = (src: string) => `<script src="${src}"></script>`;

/** The tag as a site owner pastes it; an attribute given as undefined is left out. */
export function feedTag(attributes: Readonly<Record<string, string | undefined>> = {}): string {
  const all = {
    source: 'mailru',
    endpoint: '/platform/api',
    'app-id': '423004',
    'token-url': '/feed-token',
    ...attributes,
  };
  const written = Object.entries(all).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${value}"`,
  );
  return `<feed-list${written.join('')}></feed-list>`;
}

export const hostPage = (...parts: string[]) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>
<h1>A host page</h1>
${parts.join('\n')}
</body></html>`;
