import type { People } from '../attachments.js';
import { avatarUrl, iconUrl } from '../media/media-urls.js';
import { apps } from '../apps.js';
import { lookOf, type PersonKey } from '../people.js';
import type { Random } from '../random.js';
import type { Story, Thing } from '../stories/story.js';
import type { Json } from './json.js';
import type { Site } from './site.js';
import { storyAttachments } from './story-attachments.js';

/** Tells a story as an activity: all but its actor and time. */
export class StoryTeller {
  readonly #site: Site;
  readonly #people: People;
  readonly #random: Random;
  readonly #refOf: (key: PersonKey) => string;
  #count = 0;

  constructor(site: Site, people: People, random: Random, refOf: (key: PersonKey) => string) {
    this.#site = site;
    this.#people = people;
    this.#random = random;
    this.#refOf = refOf;
  }

  tell(story: Story): Json {
    const random = this.#random;
    this.#count += 1;
    const words = [story.title, story.text].filter(Boolean).join('\n\n');
    const attachments = storyAttachments(story, random);
    return {
      ...this.#deed(story, words),
      ...(Object.keys(attachments).length > 0 && { attachments }),
      ...(story.app && { app: apps[story.app]['title'] }),
    };
  }

  /** Verb, object and the words: unequal on purpose, as every app writes its own. */
  #deed(story: Story, words: string): Json {
    const { type, title = '', text = '' } = story;
    const id = `${this.#count}`;
    const things = story.has ?? [];
    switch (type) {
      case '3-23':
        // The words are the object.
        return { verb: 'tweet', object: text };
      case '3-1':
        return { verb: 'post', object: this.#object('note', id, { name: title }), content: text };
      case '1-1':
      case '5-22':
      case '5-47':
        return { verb: 'upload', object: this.#album(id, title), message: text };
      case '1-2':
      case '5-21':
      case '5-29':
      case '5-44':
        return { verb: 'upload', object: `video:${id}`, message: words };
      case '5-26':
        return { verb: 'share', object: `link:${id}`, message: text };
      case '1-7':
        return { verb: 'listen', object: `playlist:${id}`, message: text };
      case '5-18':
        return {
          verb: 'add',
          object: this.#object('meeting', id, { name: title }),
          text,
          seats: this.#random.int(8, 40),
        };
      case '3-3':
      case '5-20':
        return { verb: 'join', object: this.#group(things) };
      case '3-5':
        return { verb: 'leave', object: title };
      case '5-7':
        return { verb: 'update', object: 'avatar', image: this.#avatar(story) };
      case '5-10':
      case '5-11':
      case '5-37':
        return {
          verb: 'give',
          object: this.#gift(id, things),
          target: this.#receiver(things),
          message: text,
        };
      case '5-16':
        return { verb: 'install', object: this.#app(story) };
      case '5-17':
      case '5-24':
      case '5-28':
        return { verb: 'play', object: this.#app(story), message: text, level: this.#random.int(2, 90) };
      case '5-1':
        return { verb: 'follow', object: this.#person(things) };
      case '4-1':
        return { verb: 'ask', object: title, ...(text && { text }) };
      case '5-50':
      case '9-9':
        return { verb: 'try_something_new', object: this.#count, message: text };
      default:
        return { verb: 'post', object: `post:${id}`, message: words };
    }
  }

  #object(collection: string, id: string, data: Json): string {
    this.#site.collection(collection).put(id, data);
    return `SO:${collection}:${id}`;
  }

  #album(id: string, title: string): string {
    // A few albums have been deleted since.
    if (this.#random.chance(0.1)) return `SO:album:${id}`;
    return this.#object('album', id, { name: title, url: `https://photos.sandbox.example/albums/${id}` });
  }

  #group(things: readonly Thing[]): string {
    const group = things.find((thing) => thing.is === 'group');
    const who = group?.who ?? 'makers';
    const page = this.#people.get(who);
    const data = { name: page?.['nick'], url: page?.['link'], image: page?.['pic'] };
    return this.#object('group', who, data);
  }

  #gift(id: string, things: readonly Thing[]): string {
    const gift = things.find((thing) => thing.is === 'gift');
    return this.#object('gift', id, { name: gift?.text ?? '' });
  }

  #receiver(things: readonly Thing[]): string {
    return this.#refOf(things.find((thing) => thing.is === 'gift')?.to ?? 'vera');
  }

  #person(things: readonly Thing[]): string {
    return this.#refOf(things.find((thing) => thing.is === 'person')?.who ?? 'kenji');
  }

  #app({ app = 'crab' }: Story): string {
    const { title, url, app_id } = apps[app];
    return this.#object('app', app, { name: title, url, image: iconUrl(String(app_id)) });
  }

  #avatar({ by }: Story): string {
    const [owner = 'vera'] = typeof by === 'string' ? [by] : by;
    return avatarUrl(lookOf(owner), `${owner}-${this.#random.hex(4)}`, 600);
  }
}
