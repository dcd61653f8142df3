/** The script-tag file: everything inside, elements defined, English and Russian. */
import './define.js';
import { FeedList } from './elements/feed-list/feed-list.js';
import './locales/ru.js';
import { sharedPolicy, trustedXml } from './model/trusted-types.js';

export { registerTranslation } from '@shoelace-style/localize';
export * from './index.js';
export { getstream } from './sources/getstream/getstream.js';
export { mailru } from './sources/mailru/mailru.js';
export { piictu } from './sources/piictu/piictu.js';

// Under a CSP that enforces Trusted Types without our name nothing can be drawn: say what to do about it. A second copy
// of this script draws nothing, and never gets the policy of the first.
try {
  if (customElements.get('feed-list') === FeedList && !sharedPolicy())
    new DOMParser().parseFromString(trustedXml('<a/>'), 'text/xml');
} catch {
  console.error("whats-new-feed: add `trusted-types whats-new-feed` to this page's Content-Security-Policy.");
}
