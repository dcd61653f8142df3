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

  /** Supplies tokens for a source that is named by its attribute. */
  token?: TokenProvider | undefined;

  /** Address on the host page's own server that answers for tokens; see `createTokenHandler`. */
  tokenUrl?: string | undefined;

  /** Address of the feed's API: https, or on the page's own origin. */
  endpoint?: string | undefined;

  /** mail.ru: id of the app. */
  appId?: string | undefined;

  /** getstream: key of the app. */
  apiKey?: string | undefined;

  /** getstream: group and id of the feed, like `notification:123`. */
  feed?: string | undefined;

  /** piictu: id of the stream. */
  streamId?: string | undefined;

  /** mail.ru: `json`, the default, or `xml`. */
  format?: string | undefined;

  /** mail.ru: only events that this app made. */
  filterApp?: string | undefined;

  /** mail.ru: only events by this person or group. */
  uid?: string | undefined;

  /** piictu: `likes` or `friends`. */
  sortBy?: string | undefined;

  /** getstream: name of a ranking. */
  ranking?: string | undefined;

  /** getstream: `false` for a server that knows neither names nor reactions. */
  enrich?: string | undefined;

  /** getstream: the server tells at once when something changes; needs `app-id`. */
  realtime?: string | undefined;

  /** Events in a page, 1 to 200. */
  limit = 10;

  /** Pages that come by themselves before there is a "Load more" button, the first one included. */
  autoPages = 3;

  /**
   * Cards that stay real around the visible part; 0: all of them. Others give way to a spacer with their text, which the
   * browser's own search finds.
   */
  window = 500;

  /** Events that are kept in memory; 0: all of them. Those farther away are asked for anew before they are shown. */
  retain = 10_000;

  /** Seconds between two looks for newer events while the feed is seen, with some jitter; 0: none by itself. */
  poll = 60;

  /** Nothing can be liked or commented on. */
  readonly = false;

  /** A reader who comes back to the page begins at the top. Else the feed is loaded to where the reader left it. */
  noRestore = false;

  /** Name of the feed and its heading; "What's new" when empty. */
  label = '';

  /** Level of the cards' headings in the outline of the page; the feed's own is one above. */
  headingLevel = 3;

  /** Draws what stands in a card, in place of the library's own drawing. */
  template?: CardTemplate | undefined;
}
