import type { LoadedPage } from '../../client/feed-client.js';
import type { FeedEvent } from '../../model/event.js';
import type { CardMemory, ReaderActions } from '../card-element.js';
import { LATER, type CardTemplate, type EventCard } from '../event-card/event-card.js';
import { PARTS } from './card-parts.js';

/** What the cards of every page have in common. */
export interface PageLook {
  readonly lang: string;
  readonly headingLevel: number;
  readonly template?: CardTemplate | undefined;
  /** Absent in a feed that is only to be read. */
  readonly reader?: ReaderActions | undefined;
  /** Events of the whole feed; -1 as long as that is not known. */
  readonly size: number;
  /** Language of the texts. */
  readonly language: string;
  /** Draws what stands below a page where events may be missing. */
  readonly gap: (page: LoadedPage) => unknown;
}

/** A card for an event, which may wait with its drawing until it is seen. */
export function newCard(mayWait: boolean, memory: CardMemory | undefined): EventCard {
  const card = document.createElement('event-card');
  card.setAttribute('part', 'card');
  card.setAttribute('exportparts', PARTS);
  card.toggleAttribute(LATER, mayWait);
  return memory ? Object.assign(card, { memory }) : card;
}

/** Shows an event in a card. `place` is its place in the whole feed, from 1; `height` what it had before, in px. */
export function showIn(
  card: EventCard,
  event: FeedEvent,
  place: number,
  height: number | undefined,
  { lang, headingLevel, template, size, reader }: PageLook,
): EventCard {
  if (lang) card.lang = lang;
  else card.removeAttribute('lang');
  card.ariaPosInSet = String(place);
  card.ariaSetSize = String(size);
  if (height) card.style.setProperty('--_height', `${height}px`);
  return Object.assign(card, { event, headingLevel, template, reader });
}
