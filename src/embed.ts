/** The script-tag file: everything inside, elements defined. Russian is a file beside it, got when it is needed. */
import './define.js';
import { FeedList } from './elements/feed-list/feed-list.js';
import { offerLanguage } from './locales/languages.js';
import { sharedPolicy, trustedXml } from './model/trusted-types.js';

export { registerTranslation } from '@shoelace-style/localize';
export * from './index.js';
export { getstream } from './sources/getstream/getstream.js';
export { mailru } from './sources/mailru/mailru.js';
export { piictu } from './sources/piictu/piictu.js';

// A classic script knows its address only while it starts: the build puts that in here.
const here = import.meta.url;
// eslint-disable-next-line no-unsanitized/method, @typescript-eslint/no-unsafe-return -- built with this very file
offerLanguage('ru', async () => import(/* @vite-ignore */ new URL('whats-new-feed.ru.min.js', here).href));

// Under a CSP that enforces Trusted Types without our name nothing can be drawn: say what to do about it. A second copy
// of this script draws nothing, and never gets the policy of the first.
try {
  if (customElements.get('feed-list') === FeedList && !sharedPolicy())
    new DOMParser().parseFromString(trustedXml('<a/>'), 'text/xml');
} catch {
  console.error("whats-new-feed: add `trusted-types whats-new-feed` to this page's Content-Security-Policy.");
}
