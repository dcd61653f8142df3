import { nothing } from 'lit';
import type { Attachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { opensAttachment } from '../outer-link.js';
import { people } from '../people/people.js';
import { audio } from './audio.js';
import { images } from './images.js';
import { link } from './link.js';
import { video } from './video.js';

/** All attachments of an event, in order; its pictures form one set where the first of them stands. */
export function attachments(all: readonly Attachment[], key: string, view: View): unknown {
  const set = all.filter((attachment) => attachment.kind === 'image');
  return all.map((attachment, index) => {
    const own = `${key}attachment${index}`;
    const opens = opensAttachment(attachment, view);
    switch (attachment.kind) {
      case 'image':
        return attachment === set[0] ? images(set, own, view) : nothing;
      case 'video':
        return video(attachment, own, opens, view);
      case 'audio':
        return audio(attachment, own, opens, view);
      case 'user':
        return people([attachment.user], view.words, opens);
      default:
        return link(attachment, opens, view.words);
    }
  });
}
