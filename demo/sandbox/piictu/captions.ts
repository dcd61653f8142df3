import type { Scene } from '../media/media-urls.js';
import type { PersonKey } from '../people.js';

export interface Caption {
  readonly scene: Scene;
  readonly text: string;
  /** Who may have written it, by language. */
  readonly by: readonly PersonKey[];
}

const russian = [
  'artem',
  'marina',
  'ilya',
  'darya',
  'timur',
  'olga',
  'pavel',
  'ksenia',
  'grisha',
  'rustam',
  'yulia',
  'stepan',
  'vera',
] as const;
const english = ['hannah', 'marcus', 'priya', 'tom', 'jess', 'diego', 'aoife', 'kenji', 'sam'] as const;
const hebrew = ['noa', 'eitan'] as const;
const arabic = ['layla', 'yusuf'] as const;

const of = (by: readonly PersonKey[], scene: Scene, ...texts: readonly string[]): Caption[] =>
  texts.map((text) => ({ scene, text, by }));

/** What people answer with when somebody asks what they see from where they are. */
export const captions: readonly Caption[] = [
  ...of(
    russian,
    'city',
    'Крыши после дождя',
    'Дом напротив, третий этаж, кот на месте',
    'Ещё не включили фонари',
  ),
  ...of(
    russian,
    'sea',
    'Финский залив, как всегда серый и как всегда хорош',
    'До горизонта — никого',
    'Ветер, чайки, термос',
  ),
  ...of(russian, 'forest', 'Просека за дачей', 'Туман пришёл раньше автобуса', 'Грибов нет, зато вот'),
  ...of(
    russian,
    'mountains',
    'Хибины с перевала',
    'Вчера тут было облако, и я внутри',
    'Палатка справа, за кадром',
  ),
  ...of(russian, 'field', 'Поле, где будет парковка. Пока — поле', 'Из окна электрички, 78-й километр'),
  ...of(russian, 'night', 'Двор, два часа ночи, не спится', 'Белые ночи кончились', 'Метель под фонарём'),
  ...of(russian, 'cup', 'Вид на чай', 'Завтрак у окна', 'Третья кружка, окно всё то же'),
  ...of(russian, 'track', 'Манеж, восьмой круг', 'Стадион «Волна» с верхнего ряда'),
  ...of(russian, 'abstract', 'Это отражение. Угадайте, в чём', 'Иней изнутри'),
  ...of(
    english,
    'city',
    'Tuesday from the fourth floor',
    'Crane season',
    'The neighbours painted their shed. We have opinions.',
  ),
  ...of(english, 'sea', 'Ferry, 7:40', 'Low tide, lower coffee', 'Same sea, new shoes'),
  ...of(
    english,
    'forest',
    'Ten minutes from the bus stop, I promise',
    'Moss!',
    'Somebody built a tiny bridge here',
  ),
  ...of(english, 'mountains', 'Worth the knees', 'Sandwich with a view', 'The far one is Thursday’s'),
  ...of(
    english,
    'field',
    'Nothing for miles and one very loud bird',
    'Mown yesterday. You can almost smell it.',
  ),
  ...of(english, 'night', 'Night shift window', 'The moon, badly', 'Last tram'),
  ...of(english, 'cup', 'Window seat, finally', 'What I see most of the day', 'Soup weather'),
  ...of(english, 'track', 'Lane four, before anybody woke up', 'Finish line, from the wrong side'),
  ...of(
    english,
    'abstract',
    'Shadow of the blinds at nine',
    'Rain on the skylight',
    'Ceiling of the library, look up!',
  ),
  ...of(hebrew, 'sea', 'הים מהמרפסת, בלי פילטר', 'שש בבוקר בנמל'),
  ...of(hebrew, 'mountains', 'הכרמל אחרי הגשם'),
  ...of(hebrew, 'cup', 'קפה ראשון'),
  ...of(arabic, 'field', 'الزيتون من نافذة المطبخ', 'صباح هادئ في الحقل'),
  ...of(arabic, 'city', 'سطوح عمّان قبل المغرب'),
  ...of(arabic, 'night', 'نجوم الصحراء، ليلة أمس'),
];
