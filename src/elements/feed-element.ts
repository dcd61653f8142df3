import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { FeedErrorEvent } from './events.js';
import { Words } from './words.js';

/**
 * What the three elements share: a language, colours, and a render that can fail without harm to the page around it.
 *
 * @cssproperty --feed-text - Text.
 * @cssproperty --feed-text-soft - Verbs, times.
 * @cssproperty --feed-surface - Cards.
 * @cssproperty --feed-inset - What lies in a card.
 * @cssproperty --feed-line - Borders.
 * @cssproperty --feed-accent - Links, focus.
 * @cssproperty --feed-on-accent - Text on the accent.
 * @cssproperty --feed-like - A like of the reader's own.
 * @cssproperty --feed-danger - Text of errors.
 * @cssproperty --feed-danger-soft - What errors stand on.
 * @cssproperty --feed-font - Typeface.
 * @cssproperty --feed-radius - Corners of cards.
 * @cssproperty --feed-radius-inner - Corners of what lies in a card.
 * @cssproperty --feed-avatar - Size of the picture of a person.
 */
export abstract class FeedElement extends LitElement {
  // Not by decorators: their run time would cost every reader a kilobyte.
  static override properties: PropertyDeclarations = { lang: { reflect: true, useDefault: true } };

  /** Tells two copies of the library on one page apart. */
  static readonly feedVersion = VERSION;

  /** @ignore */
  readonly words = new Words(this);

  /** The last render threw; `render` shows something simple instead until the data changes. */
  protected failed = false;

  /** Language of the texts; the page's own when empty. */
  override lang = '';

  // Lit has no error boundary: a throw here would end as an unhandled rejection on the host's page
  // (`threats.md` facts 3 and 4) and leave the card blank.
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (thrown) {
      if (!this.failed) this.requestUpdate();
      this.failed = true;
      const error = thrown instanceof Error ? thrown : new Error('The cause was thrown.', { cause: thrown });
      this.dispatchEvent(new FeedErrorEvent(error));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size > 0) this.failed = false;
  }
}
