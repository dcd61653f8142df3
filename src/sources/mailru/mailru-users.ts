import type { Author } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import type { RecordReader } from '../../model/record-reader.js';

/** Best first; the last ones are too large or too small, for whom there is no other. */
const FACES = 'pic_128 pic_180 pic_50 pic pic_40 pic_small pic_190 pic_big pic_32 pic_22'.split(' ');

/** Distinct users, in order, from records as `users.getInfo` gives them. */
export function readMailruUsers(records: readonly RecordReader[]): readonly Author[] {
  return readDistinct(records, 'uid', (user, id) => user.author(id, readUser));
}

function readUser(user: RecordReader, id: string): Author {
  const firstName = user.name('first_name');
  const lastName = user.name('last_name');
  const nick = user.name('nick');
  const sex = user.id('sex');
  // Of a user without a picture the addresses lead to the site's own stand-in.
  const pictured = user.flag('has_pic') ?? true;
  const place = user.record('location');
  const location = place && readPlace(place);
  return {
    id,
    name: nick ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined),
    firstName,
    lastName,
    nick,
    url: user.link('link'),
    avatar: pictured ? user.media(...FACES) : undefined,
    picture: pictured ? user.media('pic_big', 'pic_190', 'pic_180', 'pic') : undefined,
    online: user.flag('is_online'),
    verified: user.flag('is_verified'),
    sex: sex === '0' ? 'male' : sex === '1' ? 'female' : undefined,
    birthday: toIsoDay(user.id('birthday')),
    location,
  };
}

/** `14.03.1975` as `1975-03-14`. */
function toIsoDay(value = ''): string | undefined {
  const day = value.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
  return day === value || Number.isNaN(Date.parse(day)) ? undefined : day;
}

function readPlace(place: RecordReader): string | undefined {
  const names = ['city', 'region', 'country'].flatMap((key) => place.record(key)?.name('name') ?? []);
  return [...new Set(names)].join(', ') || undefined;
}
