import { avatarUrl } from './media/media-urls.js';
import { Random } from './random.js';
import { vendorExample } from './vendor-example.js';
import type { WireRecord, WireUser } from './wire.js';

interface Person {
  readonly first: string;
  readonly last?: string;
  readonly nick?: string;
  readonly look: 'm' | 'f' | 'g';
  readonly from?: readonly [city: string, region: string, country: string];
  readonly faceless?: true;
  readonly verified?: true;
  readonly about?: string;
}

const PETERSBURG = ['Санкт-Петербург', 'Санкт-Петербург', 'Россия'] as const;
const KAZAN = ['Казань', 'Татарстан', 'Россия'] as const;
const GOTHENBURG = ['Göteborg', 'Västra Götaland', 'Sweden'] as const;

const PEOPLE = {
  vera: { first: 'Вера', last: 'Соколова', look: 'f', from: PETERSBURG },
  artem: { first: 'Артём', last: 'Журавлёв', look: 'm', from: PETERSBURG },
  marina: { first: 'Марина', last: 'Кольцова', look: 'f', from: PETERSBURG },
  ilya: { first: 'Илья', last: 'Берёзкин', look: 'm', from: KAZAN },
  darya: { first: 'Дарья', last: 'Островская', nick: 'dasha.ostrov', look: 'f' },
  timur: { first: 'Тимур', last: 'Ахметов', look: 'm', from: KAZAN },
  olga: { first: 'Ольга', last: 'Синицына', look: 'f', faceless: true },
  pavel: { first: 'Павел', last: 'Громов', look: 'm', from: PETERSBURG },
  ksenia: { first: 'Ксения', last: 'Вавилова', look: 'f' },
  grisha: { first: 'Григорий', last: 'Штейн', nick: 'Гриша Ш.', look: 'm' },
  nina: { first: 'Нина Павловна', last: 'Рябова', look: 'f', faceless: true },
  rustam: { first: 'Рустам', last: 'Галеев', look: 'm', from: KAZAN },
  yulia: { first: 'Юля', last: 'Заречная', nick: 'юля 🌻', look: 'f' },
  kirill: { first: 'Кирилл', last: 'Дымов', look: 'm', faceless: true },
  stepan: { first: 'Степан', last: 'Орешкин', look: 'm' },
  sasha: { first: 'Александра-Виктория', last: 'Константинопольская-Задунайская', look: 'f' },
  hannah: { first: 'Hannah', last: 'Lindqvist', look: 'f', from: GOTHENBURG, verified: true },
  marcus: { first: 'Marcus', last: 'Oyelaran', look: 'm' },
  priya: { first: 'Priya', last: 'Raman', look: 'f' },
  tom: { first: 'Tom', last: 'Ashdown', look: 'm', faceless: true },
  jess: { first: 'Jess', last: 'Calloway', nick: 'jess ☕️', look: 'f' },
  diego: { first: 'Diego', last: 'Fuentes', look: 'm' },
  aoife: { first: 'Aoife', last: 'Brennan', look: 'f' },
  kenji: { first: '健二', last: '森田', nick: 'Kenji 森田', look: 'm' },
  sam: { first: '', nick: 'sam_k', look: 'm', faceless: true },
  noa: { first: 'נועה', last: 'ברק', look: 'f' },
  eitan: { first: 'איתן', last: 'שגיא', look: 'm' },
  layla: { first: 'ليلى', last: 'حداد', look: 'f' },
  yusuf: { first: 'يوسف', last: 'العمري', look: 'm', faceless: true },
  lantern: {
    first: 'Lantern',
    look: 'g',
    verified: true,
    about: 'Notes that open before you have forgotten.',
  },
  club: { first: 'Фотоклуб «Светосила»', look: 'g', about: 'Снимаем, печатаем, спорим. Четверг, 19:00.' },
  runners: {
    first: 'Бегущий город',
    look: 'g',
    verified: true,
    about: 'Бегаем вместе по средам и субботам.',
  },
  house: { first: 'Дом 14 · соседи', look: 'g', about: 'Объявления, лифт, кошки.' },
  makers: { first: 'Riverside Makers', look: 'g', about: 'A shed, a laser cutter and forty people.' },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;

export const personKeys = Object.keys(PEOPLE) as PersonKey[];

export const isGroup = (key: PersonKey) => lookOf(key) === 'g';

export const lookOf = (key: PersonKey) => PEOPLE[key].look;

/** What users.getInfo would say of everybody in the world, by their names in the stories. */
export function createPeople(random: Random): ReadonlyMap<PersonKey, WireUser> {
  return new Map(personKeys.map((key) => [key, toUser(key, PEOPLE[key], random)]));
}

function toUser(key: PersonKey, person: Person, random: Random): WireUser {
  const uid = key === 'vera' ? vendorExample.uid : bigId(random);
  const { first, last = '', nick = `${first} ${last}`.trim(), look } = person;
  const picture = (size: number) => avatarUrl(look, key, size);
  const box = look === 'g' ? 'community' : 'mail';
  return {
    uid,
    first_name: first,
    last_name: last,
    nick,
    link: `https://my.sandbox.example/${box}/${key}/`,
    has_pic: person.faceless ? 0 : 1,
    pic: picture(128),
    pic_small: picture(45),
    pic_big: picture(600),
    ...(random.chance(0.6) && { pic_50: picture(50), pic_128: picture(128), pic_190: picture(190) }),
    is_online: random.chance(0.3) ? 1 : 0,
    ...(person.verified && { is_verified: 1 }),
    ...(random.chance(0.5) && { friends_count: random.int(3, 420), vip: 0, app_installed: random.int(0, 1) }),
    ...(look === 'g' ? { group_info: group(person, random) } : human(person, random)),
  };
}

function human(person: Person, random: Random): WireRecord {
  const two = (n: number) => String(n).padStart(2, '0');
  const birthday = `${two(random.int(1, 28))}.${two(random.int(1, 12))}.${random.int(1955, 2004)}`;
  const [city, region, country] = person.from ?? [];
  const location =
    city && region && country
      ? {
          country: { name: country, id: '24' },
          city: { name: city, id: String(random.int(20, 900)) },
          region: { name: region, id: String(random.int(1000, 9000)) },
        }
      : '';
  return {
    sex: person.look === 'f' ? 1 : 0,
    birthday: random.chance(0.7) ? birthday : '',
    // Absent, empty and an object are all usual.
    ...((location !== '' || random.chance(0.7)) && { location }),
    ...(random.chance(0.4) && { referer_type: '', referer_id: '', status_text: '' }),
  };
}

function group(person: Person, random: Random): WireRecord {
  return {
    category_id: random.int(1, 40),
    category_name: '',
    short_description: person.about ?? '',
    posts_cnt: random.int(200, 3000),
  };
}

// Beyond 2^53 and often beyond 2^63, as real ones are.
const bigId = (random: Random) => `1${Array.from({ length: 19 }, () => random.int(0, 7)).join('')}`;
