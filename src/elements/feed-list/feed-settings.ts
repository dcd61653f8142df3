import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
import type { TokenProvider } from '../../http/token.js';
import type { FeedSource } from '../../sources/source.js';
import type { CardTemplate } from '../event-card/event-card.js';
import { FeedElement } from '../feed-element.js';
import { SOURCE_ATTRIBUTES } from './source-parts.js';

/** Properties with attributes: `token-url` for `tokenUrl`. */
const withAttributes = (declaration: PropertyDeclaration, ...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { ...declaration, attribute: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) },
    ]),
  );

/** What a page can set on `<feed-list>`, by attribute or as a property. */
export abstract class FeedSettings extends FeedElement {
  static override properties: PropertyDeclarations = {
    // An attribute that is taken away leaves nothing behind.
    ...withAttributes(
      { converter: (value) => value ?? undefined },
      'source',
      'tokenUrl',
      ...SOURCE_ATTRIBUTES,
    ),
    ...withAttributes(
      { type: Number, useDefault: true },
      'limit',
      'autoPages',
      'window',
      'retain',
      'headingLevel',
      'poll',
    ),
    ...withAttributes({ type: Boolean }, 'readonly', 'noRestore'),
    label: { useDefault: true },
    token: { attribute: false },
    template: { attribute: false },
  };

  /** A source, or the name of a registered one: `mailru`. */
  source?: FeedSource | string | undefined;

  /** Supplies tokens to a source set by name. */
  token?: TokenProvider | undefined;

  /** URL on your own server that returns tokens; see `createTokenHandler`. */
  tokenUrl?: string | undefined;

  /** URL of the feed's API: https, or on the page's own origin. */
  endpoint?: string | undefined;

  /** mail.ru: the app's ID. */
  appId?: string | undefined;

  /** getstream: the app's public key. */
  apiKey?: string | undefined;

  /** getstream: the feed's group and ID, like `notification:123`. */
  feed?: string | undefined;

  /** piictu: the stream's ID. */
  streamId?: string | undefined;

  /** mail.ru: `json` (default) or `xml`. */
  format?: string | undefined;

  /** mail.ru: only events this app created. */
  filterApp?: string | undefined;

  /** mail.ru: only events by this person or group. */
  uid?: string | undefined;

  /** piictu: `likes` or `friends`. */
  sortBy?: string | undefined;

  /** getstream: a ranking's name. */
  ranking?: string | undefined;

  /** getstream: `false` for a server without names and reactions. */
  enrich?: string | undefined;

  /** getstream: the server pushes changes; needs `app-id`. */
  realtime?: string | undefined;

  /** Events per page, 1 to 200. */
  limit = 10;

  /** Pages that load automatically, including the first, before a "Load more" button appears. */
  autoPages = 3;

  /**
   * Cards kept in the DOM around the viewport; 0 keeps all. Others become a spacer with their text, which the browser's
   * own search finds.
   */
  window = 500;

  /** Events kept in memory; 0 keeps all. The farthest are dropped, and loaded again before they are shown. */
  retain = 10_000;

  /** Seconds between checks for newer events while the feed is visible or has counts, with some jitter; 0 disables polling. */
  poll = 60;

  /** Turns off likes and comments. */
  readonly = false;

  /** Returning readers start at the top, not where they left off. */
  noRestore = false;

  /** The feed's name and heading; "What's new" by default. */
  label = '';

  /** Level of the card headings; the feed's own heading is one above. */
  headingLevel = 3;

  /** Renders the content of each card your way. */
  template?: CardTemplate | undefined;
}
