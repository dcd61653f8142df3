import type { Scene } from '../media/media-urls.js';
import { isGroup, type PersonKey, personKeys } from '../people.js';
import { bag, type Random } from '../random.js';
import { posts } from './posts.js';
import * as recurring from './recurring.js';
import { photos, type PlayerKind, link, music, type Story, video } from './story.js';

type Maker = () => Story;

const SCENES: readonly Scene[] = ['sea', 'city', 'forest', 'mountains', 'field', 'night', 'cup'];
const PLAYERS: readonly PlayerKind[] = ['youtube', 'vimeo', 'mailru', 'file', 'none'];

/** Endless older life of the same people: every call tells one more story. */
export function createFiller(random: Random): () => Story {
  const people = personKeys.filter((key) => !isGroup(key));
  const somebody = bag(random, people);
  const several = (max: number) => random.some(people, random.int(2, max));
  const post = bag(
    random,
    posts.flatMap(([who, texts]) => texts.map((text) => ({ who, text }))),
  );
  const size = bag(random, [1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const album = bag(random, recurring.albums);
  const share = bag(random, recurring.shares);
  const film = bag(random, recurring.films);
  const tune = bag(random, recurring.tunes);
  const announcement = bag(random, recurring.notices);
  const report = bag(random, recurring.reports);
  let minor = 8;

  const micropost: Maker = () => {
    const { who, text } = post();
    const type = random.pick(['3-23', '3-23', '5-41']);
    const has = random.chance(0.2) ? [photos(random.pick(SCENES))] : [];
    return { by: random.pick(who), type, text, has };
  };
  const weekNotes: Maker = () => {
    // The four large circles; the others have too few for a week.
    const [who, texts] = random.pick(posts.slice(0, 4));
    const notes = random.some(texts, random.int(4, 7)).map((text, i) => `${i + 1}. ${text}`);
    const title = who.includes('vera') || who.includes('artem') ? 'Заметки недели' : 'Week notes';
    return { by: random.pick(who), type: '3-1', title, text: notes.join('\n\n') };
  };
  const photo: Maker = () => {
    const [title, text, scene] = album();
    const type = random.pick(['1-1', '1-1', '5-22', '5-47']);
    const by: PersonKey = type === '1-1' ? somebody() : 'club';
    const shape = random.pick(['wide', 'wide', 'tall', 'square', 'panorama', 'bare', 'linked'] as const);
    return { by, type, title, text, has: [photos(scene, size(), shape)], ...maybe(random, 'darkroom') };
  };
  const shared: Maker = () => {
    const [title, description, url, text] = share();
    const label = url.replace(/^https?:\/\//, '').replace(/[/?].*$/, '');
    return { by: somebody(), type: '5-26', title, description, text, has: [link(title || label, url)] };
  };
  const filmed: Maker = () => {
    const [title, scene] = film();
    const type = random.pick(['1-2', '5-21', '5-44', '5-29', '5-29']);
    const by: PersonKey = type.startsWith('5-2') || type === '1-2' ? somebody() : 'makers';
    return {
      by,
      type,
      title: type === '5-29' ? '' : title,
      has: [video(title, scene, random.pick(PLAYERS))],
    };
  };
  const played: Maker = () => {
    const has = Array.from({ length: random.int(1, 3) }, () => music(...tune()));
    return { by: somebody(), type: '1-7', has };
  };
  const run: Maker = () => {
    const has = random.chance(0.5) ? [photos('track', 1, 'panorama')] : [];
    return {
      by: 'runners',
      type: random.pick(['5-18', '5-39']),
      ...recurring.clubRun(random),
      has,
      app: 'tracker',
    };
  };
  const release: Maker = () => {
    minor = Math.max(0, minor - 1);
    return { by: 'lantern', type: '5-39', ...recurring.release(random, minor), app: 'lantern' };
  };
  const notice: Maker = () => ({ by: 'house', type: '3-6', text: announcement() });
  const joined: Maker = () => {
    const title = random.pick(recurring.groups);
    const who = random.pick(['makers', 'runners', 'club'] as const);
    return { by: several(12), type: random.pick(['3-3', '5-20']), title, has: [{ is: 'group', who }] };
  };
  const left: Maker = () => ({ by: somebody(), type: '3-5', title: random.pick(recurring.groups) });
  const face: Maker = () => ({ by: somebody(), type: '5-7', has: [{ is: 'avatar' }] });
  const gift: Maker = () => {
    const type = random.pick(['5-10', '5-11', '5-37']);
    const text = random.pick(recurring.wishes);
    const [from = 'nina', ...to] = several(4);
    const has = to.map((who) => ({ is: 'gift', from, to: who, text }) as const);
    return type === '5-37'
      ? { by: to, type, has }
      : { by: type === '5-10' ? from : (to[0] ?? 'vera'), type, text, has: has.slice(0, 1) };
  };
  const app: Maker = () => {
    const [key, title, text] = report();
    const type = random.pick(['5-16', '5-17', '5-24', '5-28']);
    const has = type === '5-16' ? [{ is: 'app', app: key } as const] : [];
    return {
      by: random.chance(0.5) ? somebody() : several(4),
      type,
      title,
      text: type === '5-16' ? '' : text,
      has,
      app: key,
    };
  };
  const friends: Maker = () => {
    const [who = 'kenji', ...by] = several(5);
    return { by, type: '5-1', has: [{ is: 'person', who }] };
  };
  const question: Maker = () => ({ by: somebody(), type: '4-1', title: random.pick(recurring.questions) });
  const novelty: Maker = () => ({
    by: somebody(),
    type: random.pick(['5-50', '9-9']),
    has: [{ is: 'tag', tag: 'лето' }],
  });

  const next = bag(random, [
    ...times(7, micropost),
    ...times(5, photo),
    ...times(3, shared),
    ...times(3, filmed),
    ...times(2, played),
    ...times(2, run),
    release,
    notice,
    weekNotes,
    joined,
    left,
    face,
    gift,
    gift,
    app,
    app,
    friends,
    question,
    novelty,
  ]);
  return () => next()();
}

const times = (count: number, maker: Maker) => Array.from({ length: count }, () => maker);

const maybe = (random: Random, app: 'darkroom') => (random.chance(0.4) ? { app } : {});
