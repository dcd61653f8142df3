import type { AppKey } from './story.js';
import type { Scene } from '../media/media-urls.js';
import type { Random } from '../random.js';

/** Texts that come back every week with other particulars. */
export function clubRun(random: Random): { title: string; text: string } {
  const where = random.pick([
    'у Синего моста',
    'на стадионе «Волна»',
    'у входа в парк',
    'на набережной, под часами',
  ]);
  const km = random.int(6, 18);
  const pace = `${random.int(5, 6)}:${random.pick(['00', '10', '20', '30', '40', '50'])}`;
  const note = random.pick([
    'Фонарики обязательно, темнеет рано.',
    'После — чай и пирожки у Ксении.',
    'Новичкам рады, бежим так, чтобы можно было болтать.',
    'Обещают дождь, но мы видели и не такое.',
    'Рустам ведёт быструю группу, Юля — ту, что с разговорами.',
    'Кто забыл номер — напишите до вечера.',
  ]);
  return {
    title: `${random.pick(['Среда', 'Суббота'])}: ${km} км`,
    text: `Собираемся в ${random.pick(['7:30', '9:00', '19:30'])} ${where}. ${km} км, темп около ${pace}. ${note}`,
  };
}

export function release(random: Random, minor: number): { title: string; text: string } {
  const changes = random.some(
    [
      'Dark theme no longer flashes white on start',
      'Export to Markdown keeps nested lists nested',
      'Long titles wrap instead of pushing the date off the screen',
      'Arabic and Hebrew notes start on the right side, at last',
      'Typing is smooth again in notes above 100,000 characters',
      'Ctrl+K opens search from everywhere, also from the settings',
      'A deleted tag stays deleted (it used to come back on Thursdays, do not ask)',
      'Pictures are rotated the way the camera meant',
      'Startup is 30 % faster on old phones',
      'New: reminders that understand “next Friday”',
      'Fixed a crash when pasting from a spreadsheet',
      'Переведено на русский: спасибо Илье и Дарье!',
    ],
    random.int(2, 4),
  );
  return {
    title: `Lantern 2.${minor}${random.chance(0.4) ? `.${random.int(1, 6)}` : ''}`,
    text: `${changes.map((change) => `• ${change}`).join('\n')}\n\nhttps://lantern.example/changes/2.${minor}`,
  };
}

export const albums: readonly (readonly [title: string, text: string, scene: Scene])[] = [
  ['Ладога, октябрь', 'Ветер такой, что штатив пришлось держать ногами.', 'sea'],
  ['Крыши', 'Пока не закрыли чердак.', 'city'],
  ['Туман на Вуоксе', 'Пять минут — и его не стало.', 'forest'],
  ['Home for a week', 'Nothing happened. It was perfect.', 'field'],
  ['Хибины, поход', 'Дошли все, даже Кирилл.', 'mountains'],
  ['Night walk', 'ISO 12800 and a lot of hope.', 'night'],
  ['Окна напротив', '', 'city'],
  ['Breakfast, various', 'A study in crumbs.', 'cup'],
  ['Старт и финиш', 'Забег памяти дождя. Все мокрые, все счастливые.', 'track'],
  ['Тени', 'Задание клуба на неделю.', 'abstract'],
  ['The long way up', 'Left foot, right foot, sandwich.', 'mountains'],
  ['Поле за школой', 'Здесь обещали парковку. Пока успели снять.', 'field'],
  ['Балтика зимой', 'Песок, лёд, снова песок.', 'sea'],
  ['Архыз, звёзды', 'Выдержка 25 секунд, дыхание — туда же.', 'night'],
  ['שביל ישראל, יום שלישי', 'רגליים עייפות, לב מלא.', 'mountains'],
  ['بحر الصباح', 'قبل أن يستيقظ أحد.', 'sea'],
];

export const shares: readonly (readonly [title: string, description: string, url: string, text: string])[] = [
  [
    'A map of every bench in the city',
    '2,314 benches, with sunshine by the hour.',
    'https://benches.example/map',
    'This is the most useful website ever made.',
  ],
  [
    'Как читать гистограмму и не сойти с ума',
    'Пять примеров и одна большая ошибка.',
    'https://print-lab.example/articles/histogram',
    '',
  ],
  ['Special Non-existent Test Url', '', 'http://thisisspecialtesturl.example', ''],
  [
    'Расписание электричек, которое не врёт',
    'Сделано пассажирами.',
    'https://trains.example',
    'Сохраните себе, пригодится.',
  ],
  [
    'The bread calculator',
    'Flour in, timetable out.',
    'https://bread.example/calc?flour=500&water=350',
    'Jess, this is for you.',
  ],
  ['', '', 'killerfeature.example', 'Смотрите, что нашёл'],
  [
    'Why your tests are slow',
    'It is the clock. It is always the clock.',
    'https://blog.example/slow-tests',
    'Required reading before Thursday.',
  ],
  [
    'Домашний архив: как сканировать плёнку телефоном',
    'Свет, рамка и терпение.',
    'https://archive.example/film',
    'Степан, это тебе',
  ],
  [
    'Weather for runners',
    'Feels-like temperature with and without regret.',
    'https://run.sandbox.example/weather',
    '',
  ],
  [
    'Хлебные крошки в навигации: лонгрид',
    'История одного символа «›».',
    'https://ui.example/crumbs',
    'Ничего не понял, но красиво.',
  ],
  ['كيف تحفظ صورك القديمة', 'خطوات بسيطة للأرشفة في البيت.', 'https://archive.example/ar/photos', 'مفيد جدًا'],
  ['מדריך: צילום לילה בלי חצובה', 'שמונה טיפים קצרים.', 'https://night.example/he', ''],
];

export const films: readonly (readonly [title: string, scene: Scene])[] = [
  ['Чайки против бутерброда', 'sea'],
  ['Training, lap eight', 'track'],
  ['Снегопад из окна, 40 минут', 'city'],
  ['The kettle, a documentary', 'cup'],
  ['Перевал за три минуты', 'mountains'],
  ['Aurora, real time', 'night'],
  ['Грибной дождь', 'forest'],
  ['Lantern: what is new in search', 'abstract'],
  ['Кошка дома 14 инспектирует лифт', 'city'],
  ['Harvest, from above', 'field'],
];

export const tunes: readonly (readonly [artist: string, title: string, seconds: number])[] = [
  ['П. И. Чайковский', 'Времена года. Октябрь', 312],
  ['J. S. Bach', 'Cello Suite No. 1: Prelude', 152],
  ['Эдвард Григ', 'Утро', 238],
  ['Scott Joplin', 'The Entertainer', 243],
  ['Модест Мусоргский', 'Картинки с выставки: Старый замок', 271],
  ['Antonín Dvořák', 'Humoresque No. 7', 190],
  ['Антонио Вивальди', 'Зима: Largo', 131],
  ['Gabriel Fauré', 'Sicilienne', 225],
  ['Трио «Тёплый ламповый»', 'Под окном (репетиция)', 94],
  ['The Paper Boats', 'Ferry Song (demo)', 187],
];

export const groups = [
  'Плёнка жива',
  'Riverside Makers',
  'Походы выходного дня',
  'Bread & Circuits',
  'Бегущий город',
  'Старый город в фотографиях',
];

export const questions = [
  'Как отмыть термос от чая?',
  'Is it “the data is” or “the data are”, and do we care?',
  'Кто бегал в минус двадцать, чем дышали?',
  'Which bus goes to the lake on Sundays?',
];

export const notices = [
  'В субботу с 11 субботник: грабли есть, перчатки берите свои. Чай и бутерброды — Нина Павловна.',
  'Найдены ключи с брелоком-ёжиком, лежат у консьержа.',
  'Горячую воду отключат с 15-го на десять дней. Держимся.',
  'Просьба к владельцу серой «Нивы»: вы опять закрыли выезд. Мы вас любим, но выезжать надо.',
  'Отдам детскую кроватку, второй подъезд, четвёртый этаж. Матрас новый.',
  'В подвале перегорела лампа, электрик будет в среду. До среды — на ощупь.',
  'Собрание в четверг в 20:00 во дворе. Вопрос один: красить или не красить.',
  'Who plays the cello in number 31? Nobody complains, we would just like to know what it was on Tuesday.',
  'Счётчики снимаем до 25-го, форма та же: https://dom14.example/meters',
  'Кошка Муська снова в лифте. Едет на шестой, не мешайте.',
];

export const wishes = [
  'С днём рождения!',
  'С Новым годом! 🎄',
  'Happy birthday!',
  'Просто так 🌷',
  'كل عام وأنتم بخير',
  'מזל טוב!',
];

/** What the apps of the world report, by app. */
export const reports: readonly (readonly [AppKey, title: string, text: string])[] = [
  ['tracker', 'Трекер', 'пробежал(а) 10 км за 54:12'],
  ['riddle', 'Riddle of the day', 'solved today’s riddle on the third try'],
  ['crab', 'Дай краба другу в гостевую :)', 'дал(а) краба пятерым друзьям 🦀'],
  ['lantern', 'Lantern', 'finished a list of 31 things'],
  ['tracker', 'Трекер', 'новый рекорд: 5 км за 23:40'],
  ['darkroom', 'Проявка', 'опубликовал(а) серию из 12 кадров'],
];
