import type { Author, Thing } from '../../model/event.js';
import type { RecordReader } from '../../model/record-reader.js';
import { cleanName } from '../../model/text.js';

/** `SU:<user>`, `SO:<collection>:<id>`, `SA:<activity>`, `SR:<reaction>`. */
const KIND = /^S(?:[UAR]|O:[^:]*):/;

/** A word that a person chose, such as `eric`, `scott_pilgrim` or `anna82`; no digits, no uuid, no key of a database. */
const WORD = /^\p{L}[\p{L}\p{M} .'’_-]*\d{0,4}$/u;

/** Who: an enriched user or object, a reference, or what is left of one that no longer leads anywhere. */
export function readAuthor(user: RecordReader | undefined): Author | undefined {
  if (!user) return undefined;
  const { id, name, url, data } = readReference(user);
  if (!id) {
    user.warn('bad-id', 'id');
    return undefined;
  }
  return { id, name, url, avatar: data.media('profileImage', 'profile_image', 'avatar', 'image') };
}

/** Each of them once, in order. */
export function distinctAuthors(authors: readonly (Author | undefined)[]): readonly Author[] {
  return [...new Map(authors.flatMap((author) => (author ? [[author.id, author]] : []))).values()];
}

/** What: as {@link readAuthor}, or an activity, a reaction, or plain words. */
export function readThing(ref: RecordReader | undefined): Thing | undefined {
  if (!ref) return undefined;
  const { id, name: title, url } = readReference(ref);
  return id || title || url ? { id, title, url } : undefined;
}

function readReference(ref: RecordReader) {
  const id = ref.id('id')?.replace(KIND, '');
  const data = ref.record('data') ?? ref;
  // Of what was deleted the id is no news to anybody.
  const readable = ref.id('error') ? undefined : toWord(id);
  return {
    id,
    data,
    name: data.name('name', 'full_name', 'username', 'title', 'message', 'text', 'said') ?? readable,
    url: data.link('url', 'link'),
  };
}

/** `burger` of `food:burger`. */
function toWord(id = ''): string | undefined {
  const word = id.replace(/^.*:/s, '');
  return (WORD.test(word) && cleanName(word)) || undefined;
}
