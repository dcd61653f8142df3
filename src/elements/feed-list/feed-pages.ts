import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LoadedPage } from '../../client/feed-client.js';
import type { CardTemplate } from '../event-card/event-card.js';

// A part of a card can be styled from outside the list, past two shadow roots.
const PARTS =
  'headline, avatar, author, verb, meta, generator, time, title, text, more, people, link, image, play, host, ' +
  'subevent, actions, action-link, comments, comment';

export interface PagesOptions {
  readonly lang: string;
  readonly headingLevel: number;
  readonly template: CardTemplate | undefined;
  /** How many events there are in all; -1 while that is not known. */
  readonly size: number;
}

function cards(page: LoadedPage, before: number, options: PagesOptions): TemplateResult {
  const { lang, headingLevel, template, size } = options;
  return html`<div class="page">
    ${page.events.map(
      (event, index) =>
        html`<event-card
          part="card"
          exportparts=${PARTS}
          lang=${lang || nothing}
          aria-posinset=${before + index + 1}
          aria-setsize=${size}
          .event=${event}
          .template=${template}
          .headingLevel=${headingLevel}
        ></event-card>`,
    )}
  </div>`;
}

/** Every page is drawn once, and again only when something in it changed. */
export function feedPages(pages: readonly LoadedPage[], options: PagesOptions): unknown {
  const { lang, headingLevel, template, size } = options;
  let before = 0;
  return pages.map((page) => {
    const start = before;
    before += page.events.length;
    return guard([page, start, size, lang, headingLevel, template], () => cards(page, start, options));
  });
}
