import { audioUrl, avatarUrl, brokenUrl, clipUrl, photoUrl, type Scene } from './media/media-urls.js';
import { apps } from './apps.js';
import { lookOf, type PersonKey } from './people.js';
import type { Random } from './random.js';
import type { PhotoShape, PlayerKind, Thing } from './stories/story.js';
import type { WireRecord, WireUser } from './wire.js';

const SIZES: Record<PhotoShape, readonly [width: number, height: number]> = {
  wide: [1600, 1067],
  tall: [1000, 1500],
  square: [1200, 1200],
  panorama: [2400, 900],
  bare: [1280, 960],
  linked: [1200, 800],
};

export type People = ReadonlyMap<PersonKey, WireUser>;

/** mail.ru's attachments for what a story has, in the several forms that its clients have seen. */
export function toAttachments(thing: Thing, owner: PersonKey, people: People, random: Random): WireRecord[] {
  switch (thing.is) {
    case 'photos':
      return Array.from({ length: thing.count }, (_, i) =>
        photo(thing.scene, i > 0 && i % 3 === 0 ? 'tall' : (thing.shape ?? 'wide'), random),
      );
    case 'link':
      return [{ object: 'link', text: thing.text, url: thing.url }];
    case 'video':
      return [film(thing.title, thing.scene, thing.player, random)];
    case 'music':
      return [tune(thing.artist, thing.title, thing.seconds, random)];
    case 'person':
      return [{ object: 'user', ...people.get(thing.who) }];
    case 'group':
      return [{ object: 'group', content: people.get(thing.who) }];
    case 'app':
      return [{ object: 'app', content: apps[thing.app] }];
    case 'gift': {
      const { text, from, to } = thing;
      const gift = { id: random.hex(8), text, is_private: 0, is_anonymous: 0, is_read: 1 };
      return [{ object: 'gift', content: { ...gift, from: people.get(from), to: people.get(to) } }];
    }
    case 'avatar':
      return [newAvatar(owner, random)];
    case 'tag':
      return [{ object: 'tag', content: { is_blacklist: 0, tag: thing.tag } }];
    case 'text':
      return [{ object: 'text', content: thing.text }];
    case 'broken':
      return [{ object: 'image', src: brokenUrl, width: 600, height: 400 }];
  }
}

function photo(scene: Scene, shape: PhotoShape, random: Random): WireRecord {
  const [width, height] = SIZES[shape];
  const id = random.hex(6);
  const src = photoUrl(scene, id, width, height);
  if (shape === 'bare') return { object: 'image', src };
  const scaled = { width: 600, height: Math.round((600 * height) / width) };
  return {
    object: 'image',
    src,
    resized_src: photoUrl(scene, id, scaled.width, scaled.height),
    // Numbers in the seed, strings in what clients have recorded.
    ...(random.chance(0.5)
      ? scaled
      : { width: String(scaled.width), height: String(scaled.height), id, album_id: '_myphoto' }),
    ...(shape === 'linked' && { click_url: `https://photos.sandbox.example/${id}` }),
  };
}

function film(title: string, scene: Scene, player: PlayerKind, random: Random): WireRecord {
  const id = random.hex(8);
  return {
    object: 'video',
    title,
    desc: '',
    src: photoUrl(scene, id, 1280, 720),
    resized_src: photoUrl(scene, id, 640, 360),
    width: 640,
    height: 360,
    duration: player === 'file' ? 3 : random.int(14, 1900),
    click_url: `https://video.sandbox.example/watch/${id}`,
    view_count: random.int(1, 9000),
    ...(player !== 'none' && { player: playerUrl(player, random), player_width: 640, player_height: 360 }),
  };
}

const YOUTUBE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function playerUrl(player: Exclude<PlayerKind, 'none'>, random: Random): string {
  switch (player) {
    case 'youtube':
      return `https://www.youtube.com/embed/${Array.from({ length: 11 }, () => random.pick([...YOUTUBE])).join('')}`;
    case 'vimeo':
      return `https://player.vimeo.com/video/${random.int(100_000_000, 999_999_999)}`;
    case 'mailru':
      return `https://my.mail.ru/video/embed/${random.int(1_000_000_000, 9_000_000_000)}`;
    case 'file':
      return clipUrl;
  }
}

function tune(artist: string, title: string, seconds: number, random: Random): WireRecord {
  const mid = random.hex(12);
  const page = `https://music.sandbox.example/${mid}`;
  return random.chance(0.5)
    ? { object: 'audio', mid, title, artist, duration: seconds, link: audioUrl(mid) }
    : {
        object: 'music',
        mid,
        name: title,
        author: artist,
        duration: String(seconds),
        file_url: audioUrl(mid),
        click_url: page,
        is_add: 0,
      };
}

function newAvatar(owner: PersonKey, random: Random): WireRecord {
  const picture = avatarUrl(lookOf(owner), `${owner}-${random.hex(4)}`, 600);
  const page = `https://photos.sandbox.example/${owner}`;
  return {
    object: 'avatar',
    new: { id: '1', src: picture, width: 600, height: 600, click_url: page, desc: '' },
  };
}
