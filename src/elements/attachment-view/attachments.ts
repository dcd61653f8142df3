import { html, type TemplateResult } from 'lit';
import type { Attachment, ImageAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { audio } from './audio.js';
import { images } from './images.js';
import { link, unknown, user } from './link.js';
import { video } from './video.js';

const isImage = (attachment: Attachment): attachment is ImageAttachment => attachment.kind === 'image';

function single(attachment: Attachment, key: string, view: View): TemplateResult {
  switch (attachment.kind) {
    case 'link':
      return link(attachment, view);
    case 'image':
      return images([attachment], key, view);
    case 'video':
      return video(attachment, key, view);
    case 'audio':
      return audio(attachment, key, view);
    case 'user':
      return user(attachment, view);
    case 'unknown':
      return unknown(attachment, view);
  }
}

/** All attachments of an event, in order; its pictures form one set where the first of them stands. */
export function attachments(all: readonly Attachment[], key: string, view: View): TemplateResult {
  const set = all.filter(isImage);
  return html`${all.map((attachment, index) => {
    const own = `${key}attachment${index}`;
    if (!isImage(attachment)) return single(attachment, own, view);
    return attachment === set[0] ? images(set, own, view) : undefined;
  })}`;
}
