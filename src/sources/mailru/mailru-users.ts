import type { Author } from '../../model/event.js';
import type { RecordReader } from '../../model/record-reader.js';
import { present } from '../present.js';

/** Distinct users, in order; those that cannot be told apart are left out with a warning. */
export function readMailruUsers(records: readonly RecordReader[]): readonly Author[] {
  const users = new Map<string, Author>();
  for (const record of records) {
    const user = readMailruUser(record);
    if (!user) continue;
    if (users.has(user.id)) record.warn('duplicate', 'uid');
    else users.set(user.id, user);
  }
  return [...users.values()];
}

/** A record as `users.getInfo` gives it. Undefined, with a warning, where it has no `uid`. */
export function readMailruUser(user: RecordReader): Author | undefined {
  const id = user.id('uid');
  if (id === undefined) {
    user.warn('bad-id', 'uid');
    return undefined;
  }
  const firstName = user.name('first_name');
  const lastName = user.name('last_name');
  const nick = user.name('nick');
  // Of a user without a picture the addresses lead to the site's own stand-in.
  const pictured = user.flag('has_pic') ?? true;
  const sex = user.code('sex');
  return present({
    id,
    name: nick ?? join(' ', firstName, lastName),
    firstName,
    lastName,
    nick,
    url: user.link('link'),
    avatar: pictured ? user.media('pic_128', 'pic_50', 'pic', 'pic_small', 'pic_180', 'pic_40') : undefined,
    picture: pictured ? user.media('pic_big', 'pic_190', 'pic_180', 'pic') : undefined,
    online: user.flag('is_online'),
    verified: user.flag('is_verified'),
    sex: sex === '0' ? ('male' as const) : sex === '1' ? ('female' as const) : undefined,
    birthday: readBirthday(user),
    location: readLocation(user),
  });
}

/** `14.03.1975` as `1975-03-14`. */
function readBirthday(user: RecordReader): string | undefined {
  const value = user.string('birthday');
  if (value === undefined) return undefined;
  const [, day = '', month = '', year = ''] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(value) ?? [];
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(`${date}T00:00Z`);
  // 31.02. would be read as a day in March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  user.warn('bad-time', 'birthday');
  return undefined;
}

function readLocation(user: RecordReader): string | undefined {
  const location = user.record('location');
  const names = ['city', 'region', 'country'].map((key) => location?.record(key)?.name('name'));
  return join(', ', ...new Set(names));
}

function join(separator: string, ...parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(separator) || undefined;
}
