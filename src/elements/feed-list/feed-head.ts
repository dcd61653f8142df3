import { html, nothing, type TemplateResult } from 'lit';
import type { FeedClient, LoadedPage } from '../../client/feed-client.js';
import type { Words } from '../words.js';
import { feedInfo } from './feed-info.js';
import type { ReaderMoves } from './reader-moves.js';

interface HeadView {
  readonly words: Words;
  readonly lang: string;
  readonly headingLevel: number;
  readonly moves: ReaderMoves;
}

/** Pages stay as they are: none is looked through twice. */
const unread = new WeakMap<LoadedPage, boolean>();

function hasUnread(page: LoadedPage): boolean {
  const has = unread.get(page) ?? page.events.some((event) => event.read === false);
  unread.set(page, has);
  return has;
}

/** What stands above the cards: the heading, how many events are new, what the feed is about, and buttons. */
export function feedHead(view: HeadView, name: string, client: FeedClient | undefined): TemplateResult {
  const { words } = view;
  return html`${
      client?.pages.length
        ? html`<button class="skip text-button" @click=${view.moves.skip}>${words.term('skip')}</button>`
        : nothing
    }<slot name="header"
      ><div
        class="heading"
        part="heading"
        role="heading"
        aria-level=${Math.max(view.headingLevel - 1, 1) || 2}
      >
        ${name}
        ${
          client?.unseen
            ? html`<span class="badge loud" part="badge">${words.counted('unseen', client.unseen)}</span>`
            : nothing
        }
      </div>
      ${client?.info ? feedInfo(client.info, view) : nothing}</slot
    >
    ${
      client?.marksRead && (client.unread || client.pages.some(hasUnread))
        ? html`<button class="text-button" part="button" @click=${view.moves.readAll}>
            ${words.term('readAll')}
          </button>`
        : nothing
    }`;
}
