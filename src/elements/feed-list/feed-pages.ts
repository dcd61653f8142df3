import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FeedClient } from '../../client/feed-client.js';
import type { CardTemplate } from '../event-card/event-card.js';

// A part of a card can be styled from outside the list, past two shadow roots.
export const PARTS =
  'unread, headline, avatar, author, verb, meta, generator, time, title, text, people, link, image, play, host, subevent, ' +
  'actions, action-link, comments, comment';

interface PagesOptions {
  readonly lang: string;
  readonly headingLevel: number;
  readonly template?: CardTemplate;
}

/** Every page is drawn once, and again only when something in it changed. */
export function feedPages(
  { pages, hasMore, events }: FeedClient,
  { lang, headingLevel, template }: PagesOptions,
): unknown {
  const size = hasMore ? -1 : events.length;
  let before = 0;
  return pages.map((page) => {
    const start = before;
    before += page.events.length;
    return guard(
      [page, start, size, lang, headingLevel, template],
      () =>
        html`<div class="page">
          ${page.events.map(
            (event, index) =>
              html`<event-card
                part="card"
                exportparts=${PARTS}
                lang=${lang || nothing}
                aria-posinset=${start + index + 1}
                aria-setsize=${size}
                .event=${event}
                .template=${template}
                .headingLevel=${headingLevel}
              ></event-card>`,
          )}
        </div>`,
    );
  });
}
