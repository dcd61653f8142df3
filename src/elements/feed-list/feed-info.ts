import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent, FeedInfo } from '../../model/event.js';
import { ratioOf } from '../attachment-view/images.js';
import { icon } from '../icon.js';
import type { Words } from '../words.js';
import { PARTS } from './card-parts.js';

/** CSS px of the picture. */
const WIDTH = 160;

const LOCK = 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3';

interface InfoOptions {
  readonly words: Words;
  readonly lang: string;
  readonly headingLevel: number;
}

/** A card is drawn anew for a new event only. */
const beginnings = new WeakMap<FeedInfo, FeedEvent>();

/** The beginning of a feed, as an event that a card can draw. */
const makeBeginning = ({ author, image, text, time }: FeedInfo): FeedEvent => ({
  id: '',
  kind: 'event',
  verb: 'feed_start',
  time,
  text,
  authors: author ? [author] : [],
  authorCount: author ? 1 : 0,
  attachments: image ? [{ ...image, width: WIDTH, height: WIDTH / ratioOf(image) }] : [],
  subevents: [],
  subeventCount: 0,
  actionLinks: [],
});

/**
 * Who began the feed, when and with what, in a card of its own, so that one that cannot be drawn costs nothing else; how
 * many events it has and whether it is locked.
 */
export function feedInfo(info: FeedInfo, { words, lang, headingLevel }: InfoOptions): TemplateResult {
  const { total, locked } = info;
  const beginning = beginnings.get(info) ?? makeBeginning(info);
  beginnings.set(info, beginning);
  return html`<div class="info" part="info">
    <small>
      ${total === undefined ? nothing : html`<bdi>${words.counted('events', total)}</bdi>`}
      ${locked ? html`${icon(LOCK)} ${words.term('locked')}` : nothing}
    </small>
    <event-card
      role="group"
      tabindex="-1"
      exportparts=${PARTS}
      lang=${lang || nothing}
      .event=${beginning}
      .headingLevel=${headingLevel}
    ></event-card>
  </div>`;
}
