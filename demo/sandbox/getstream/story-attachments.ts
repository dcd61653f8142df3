import { audioUrl, brokenUrl, clipUrl, MEDIA_ORIGIN, photoUrl } from '../media/media-urls.js';
import type { Random } from '../random.js';
import type { Story, Thing } from '../stories/story.js';
import type { Json } from './json.js';

const SIZES = {
  wide: [1600, 1067],
  tall: [1000, 1500],
  square: [1200, 1200],
  panorama: [2400, 900],
} as const;

/** What a story has, in the custom fields that apps agree on: `images`, `og` and `files`. */
export function storyAttachments({ has = [], description = '' }: Story, random: Random): Json {
  const images = has.flatMap((thing) => imagesOf(thing, random));
  const og = has.map((thing) => ogOf(thing, description, random)).find((found) => found !== undefined);
  const files = has.flatMap((thing) => filesOf(thing, random));
  return {
    ...(images.length > 0 && { images }),
    ...(og && { og }),
    ...(files.length > 0 && { files }),
  };
}

function imagesOf(thing: Thing, random: Random): string[] {
  if (thing.is === 'broken') return [brokenUrl];
  if (thing.is !== 'photos') return [];
  const { scene, count, shape = 'wide' } = thing;
  const [width, height] = SIZES[shape === 'bare' || shape === 'linked' ? 'wide' : shape];
  return Array.from({ length: count }, () => photoUrl(scene, random.hex(6), width, height));
}

/** A page as its own Open Graph tags tell it. */
function ogOf(thing: Thing, description: string, random: Random): Json | undefined {
  const id = random.hex(8);
  if (thing.is === 'link') {
    const url = /^https?:/.test(thing.url) ? thing.url : `https://${thing.url}`;
    const images = random.chance(0.5) ? [{ image: photoUrl('abstract', id, 1200, 630) }] : [];
    return { title: thing.text, url, description, images };
  }
  if (thing.is !== 'video') return undefined;
  return {
    title: thing.title,
    url: `https://video.sandbox.example/watch/${id}`,
    description,
    images: [{ image: photoUrl(thing.scene, id, 1280, 720), width: 1280, height: 720 }],
    ...(thing.player === 'file' && { videos: [{ video: clipUrl, type: 'video/webm' }] }),
  };
}

function filesOf(thing: Thing, random: Random): Json[] {
  const id = random.hex(12);
  if (thing.is === 'music') {
    return [{ name: `${thing.artist} — ${thing.title}.wav`, url: audioUrl(id), mimeType: 'audio/wav' }];
  }
  if (thing.is !== 'text') return [];
  return [{ name: `${thing.text}.pdf`, url: `${MEDIA_ORIGIN}/files/${id}.pdf`, mimeType: 'application/pdf' }];
}
