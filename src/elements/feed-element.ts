import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { FeedErrorEvent } from './events.js';
import { Words } from './words.js';

/**
 * What the three elements share: language, colours, and a render that can fail without breaking the page.
 *
 * @cssproperty --feed-text - Text.
 * @cssproperty --feed-text-soft - Verbs, times.
 * @cssproperty --feed-surface - Cards.
 * @cssproperty --feed-inset - Boxes inside cards.
 * @cssproperty --feed-line - Borders.
 * @cssproperty --feed-accent - Links, focus.
 * @cssproperty --feed-on-accent - Text on the accent.
 * @cssproperty --feed-like - The reader's own like.
 * @cssproperty --feed-danger - Error text.
 * @cssproperty --feed-danger-soft - Error background.
 * @cssproperty --feed-font - Font family.
 * @cssproperty --feed-radius - Corners of cards.
 * @cssproperty --feed-radius-inner - Corners of boxes inside cards.
 * @cssproperty --feed-avatar - Size of people's pictures.
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

  /** UI language; the page's own by default. */
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
