import { nothing, type PropertyDeclarations } from 'lit';
import type { Attachment } from '../../model/event.js';
import { baseStyles } from '../base.styles.js';
import { CardElement } from '../card-element.js';
import { attachmentStyles } from './attachment-view.styles.js';
import { attachments } from './attachments.js';

/**
 * One attachment on its own: a link, picture, video, sound, person, or unknown. Cards show the same without this
 * element.
 *
 * @fires attachment-open - The reader opens or plays it. Cancel to take over.
 * @csspart people - A list of people. @csspart avatar - A person's picture or initials.
 * @csspart author - A person's name.
 * @csspart link - A link. @csspart image - A picture. @csspart play - A play button. @csspart host - A link's host.
 */
export class AttachmentView extends CardElement {
  static override styles = [baseStyles, attachmentStyles];

  static override properties: PropertyDeclarations = { attachment: { attribute: false } };

  /** The attachment to show. */
  attachment?: Attachment | undefined;

  protected override render() {
    if (this.failed || !this.attachment) return nothing;
    return attachments([this.attachment], '', this);
  }
}
