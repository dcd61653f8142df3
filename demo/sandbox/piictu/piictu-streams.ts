import type { People } from '../attachments.js';
import { avatarUrl, photoUrl } from '../media/media-urls.js';
import { lookOf, personKeys, type PersonKey } from '../people.js';
import { bag, Random } from '../random.js';
import { captions, type Caption } from './captions.js';
import { openings, type Opening } from './piictu-openings.js';
import type { PiictuPhoto, PiictuStream, PiictuUser } from './piictu-records.js';

/** A stream that grows. */
export interface GrowingStream extends PiictuStream {
  /** Puts somebody's new photo on top. */
  insert(): PiictuPhoto;
  /** Takes a photo away, if it is here. */
  remove(id: string): void;
}

/** Always the same streams; only their times follow `now`. */
export function createPiictuStreams(people: People, now: Date): readonly GrowingStream[] {
  const random = new Random(23);
  const users = new Map(personKeys.map((key): [PersonKey, PiictuUser] => [key, toUser(key, people, random)]));
  const userOf = (key: PersonKey): PiictuUser => {
    const user = users.get(key);
    if (!user) throw new Error(`Nobody is called ${key}.`);
    return user;
  };
  return openings.map((opening) => createStream(opening, userOf, Math.floor(now.getTime() / 1000), random));
}

function toUser(key: PersonKey, people: People, random: Random): PiictuUser {
  const user = people.get(key);
  const fullname = [user?.['first_name'], user?.['last_name']].filter(Boolean).join(' ');
  return {
    id: `4d99eb672696e716${random.hex(8)}`,
    username: key,
    // The seed's own user has none either.
    fullname: fullname && random.chance(0.8) ? fullname : null,
    avatar_url: avatarUrl(lookOf(key), key, 90),
  };
}

function createStream(
  { id, seq, by, caption: first, mentioned, photos: size }: Opening,
  userOf: (key: PersonKey) => PiictuUser,
  now: number,
  random: Random,
): GrowingStream {
  const nextCaption = bag(random, captions);
  const photos: PiictuPhoto[] = [];
  const likes = new Map<string, number>();
  let lastSeq = 82;

  const add = (author: PersonKey, { scene, text }: Caption, time: number): PiictuPhoto => {
    // Other streams take numbers in between.
    lastSeq += photos.length === 0 ? 1 : random.int(1, 7);
    // As MongoDB makes them: the time first, then where, then a number of its own.
    const photoId = `${time.toString(16)}7b3a3e58c8${lastSeq.toString(16).padStart(6, '0')}`;
    const photo: PiictuPhoto = {
      caption: text,
      created_at: isoTime(time),
      seq: lastSeq,
      stream_id: id,
      from: userOf(author),
      id: photoId,
      thumbnail: photoUrl(scene, photoId, 240, 180),
      url: photoUrl(scene, photoId, 960, 720),
    };
    photos.unshift(photo);
    likes.set(photoId, random.int(0, 6) ** 2);
    return photo;
  };
  const addAny = (time: number): PiictuPhoto => {
    const caption = nextCaption();
    // Many pictures need no words.
    return add(random.pick(caption.by), random.chance(0.5) ? { ...caption, text: '' } : caption, time);
  };

  const times = createTimes(now, size, random);
  let newest = times.at(-1) ?? now;
  times.forEach((time, i) => (i === 0 ? add(by, first, time) : addAny(time)));
  return {
    id,
    seq,
    locked: mentioned !== undefined,
    from: userOf(by),
    mentioned: mentioned ?? [],
    photos,
    likes,
    insert() {
      newest += 15;
      return addAny(newest);
    },
    remove(photo) {
      const index = photos.findIndex((each) => each.id === photo);
      if (index >= 0) photos.splice(index, 1);
    },
  };
}

/** Unix seconds, rising to six minutes before `now`: weeks apart at first, minutes apart at the end. */
function createTimes(now: number, count: number, random: Random): number[] {
  let time = now - 6 * 60;
  const newestFirst = Array.from({ length: count }, (_, i) => {
    const at = time;
    time -= Math.ceil(700 * (1 + i / 8) ** 1.8 * random.between(0.6, 1.4));
    return at;
  });
  return newestFirst.reverse();
}

/** As the seed has it, in the time of California: `2011-04-11T07:00:52-07:00`. */
function isoTime(seconds: number): string {
  return `${new Date((seconds - 7 * 3600) * 1000).toISOString().slice(0, 19)}-07:00`;
}
