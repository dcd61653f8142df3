import type { Page } from '../../src/model/event.js';

type Check = (value: unknown) => string[];

/** What in a page is not as src/model/event.ts has it, as paths; nothing for a good page. */
export function pageFaults(page: Page): string[] {
  return isPage(page);
}

const test =
  (good: (value: unknown) => boolean): Check =>
  (value) =>
    good(value) ? [] : [''];

const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value)
      ? value.flatMap((part, index) => item(part).map((path) => `[${index}]${path}`))
      : [''];

/** A key with `?` may be absent or undefined; others must be there; nothing else may. */
const record =
  (keys: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null) return [''];
    const faults = Object.keys(value)
      .filter((key) => !(key in keys) && !(`${key}?` in keys))
      .map((key) => `.${key}`);
    for (const [name, check] of Object.entries(keys)) {
      const key = name.replace('?', '');
      const part: unknown = Reflect.get(value, key);
      if (part !== undefined) faults.push(...check(part).map((path) => `.${key}${path}`));
      else if (key === name) faults.push(`.${key}`);
    }
    return faults;
  };

const word = test((value) => typeof value === 'string' && value.trim() !== '');
const string = test((value) => typeof value === 'string');
const flag = test((value) => typeof value === 'boolean');
const count = test((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const length = test((value) => Number.isFinite(value) && Number(value) > 0);
const date = test((value) => value instanceof Date && !Number.isNaN(value.getTime()));
const link = test((value) => typeof value === 'string' && /^https?:$/.test(new URL(value).protocol));
const media = test((value) => typeof value === 'string' && new URL(value).protocol === 'https:');
const among = (...known: unknown[]) => test((value) => known.includes(value));

const author = record({
  id: word,
  'name?': word,
  'firstName?': word,
  'lastName?': word,
  'nick?': word,
  'url?': link,
  'avatar?': media,
  'picture?': media,
  'online?': flag,
  'verified?': flag,
  'sex?': among('male', 'female'),
  'birthday?': test((value) => /^\d{4}-\d\d-\d\d$/.test(String(value))),
  'location?': word,
});

const size = { 'width?': length, 'height?': length };
const player = record({ type: among('frame', 'file'), src: media, ...size });
const attachments: Record<string, Check> = {
  link: record({ kind: word, url: link, 'title?': word, 'description?': word, 'image?': media }),
  image: record({ kind: word, src: media, 'fullSrc?': media, 'url?': link, 'alt?': word, ...size }),
  video: record({
    kind: word,
    'title?': word,
    'description?': word,
    'poster?': media,
    'url?': link,
    'player?': player,
    'duration?': length,
    ...size,
  }),
  audio: record({
    kind: word,
    'id?': word,
    'title?': word,
    'artist?': word,
    'duration?': length,
    'src?': media,
    'url?': link,
  }),
  user: record({ kind: word, user: author }),
  unknown: record({ kind: word, 'type?': word, 'title?': word, 'url?': link }),
};

const attachment: Check = (value) => {
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  return attachments[String(kind)]?.(value) ?? ['.kind'];
};

const thread = record({
  id: word,
  likes: list(author),
  likeCount: count,
  liked: flag,
  'likeId?': word,
  comments: list(record({ id: word, 'author?': author, text: string, 'time?': date })),
  commentCount: count,
  likeable: flag,
  commentable: flag,
});

const thing = record({ 'id?': word, 'title?': word, 'url?': link });

const event: Check = (value) =>
  record({
    id: word,
    kind: among('event', 'like', 'comment'),
    'type?': word,
    'verb?': word,
    'object?': thing,
    'target?': thing,
    'time?': date,
    authors: list(author),
    authorCount: count,
    'title?': word,
    'text?': word,
    'description?': word,
    attachments: list(attachment),
    subevents: list(event),
    subeventCount: count,
    'thread?': thread,
    actionLinks: list(record({ text: word, url: link })),
    'generator?': record({ 'id?': word, 'title?': word, 'icon?': media, 'url?': link }),
    'url?': link,
    'read?': flag,
    'seen?': flag,
    'ref?': word,
    'custom?': test(
      (fields) =>
        typeof fields === 'object' &&
        fields !== null &&
        Object.values(fields).every((field) => typeof field === 'string'),
    ),
  })(value);

const isPage = record({
  events: list(event),
  'skip?': word,
  'newest?': word,
  warnings: list(record({ path: string, code: word })),
  'unread?': count,
  'unseen?': count,
  'info?': record({
    'author?': author,
    'image?': attachment,
    'text?': word,
    'time?': date,
    'locked?': flag,
    'total?': count,
  }),
});
