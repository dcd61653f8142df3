import { registerTranslation } from '@shoelace-style/localize';
import type { Doers, Messages, PluralForm } from './en.js';

/** One, few (2 to 4), many. */
const noun = (form: PluralForm, one: string, few: string, many: string) =>
  form === 'one' ? one : form === 'few' ? few : many;

/** Past tense agrees with who did it: «добавил», «добавила», «добавили». */
const did = (stem: string, tail: string) => (doers: Doers) =>
  stem + (doers.count > 1 ? 'и' : doers.sex === 'female' ? 'а' : '') + tail;

/** The same for a verb with -ся. */
const shared =
  (what: string) =>
  ({ count, sex }: Doers) =>
    `поделил${count > 1 ? 'ись' : sex === 'female' ? 'ась' : 'ся'} ${what}`;

const verbs: Readonly<Record<string, (doers: Doers) => string>> = {
  share: shared('ссылкой'),
  video_share: shared('видео'),
  photo_upload: did('добавил', ' фотографии'),
  video_upload: did('добавил', ' видео'),
  music_add: did('добавил', ' музыку'),
  post: did('написал', ' запись'),
  community_post: did('написал', ' в сообществе'),
  join: did('вступил', ' в сообщество'),
  leave: ({ count, sex }) => `${count > 1 ? 'вышли' : sex === 'female' ? 'вышла' : 'вышел'} из сообщества`,
  avatar_change: did('сменил', ' фотографию профиля'),
  gift_send: did('подарил', ' подарок'),
  gift_receive: did('получил', ' подарок'),
  app_add: did('добавил', ' приложение'),
  app_event: ({ count }) => (count > 1 ? 'делятся' : 'делится') + ' новостью из приложения',
  friend_add: ({ count, sex }) =>
    `${count > 1 ? 'нашли' : sex === 'female' ? 'нашла' : 'нашёл'} нового друга`,
  like: ({ count }) => (count > 1 ? 'отметили' : 'отмечает') + ' как понравившееся',
  comment: did('оставил', ' комментарий'),
};

const messages: Messages = {
  $code: 'ru',
  $name: 'Русский',
  $dir: 'ltr',

  feed: 'Что нового',
  loaded: (n, form) => `ещё ${n} ${noun(form, 'событие', 'события', 'событий')}`,
  loadMore: 'Показать ещё',
  tryAgain: 'Повторить',
  empty: 'Пока ничего нового',
  end: 'Вы прочитали всё',
  endSince: (date) => `Вы прочитали всё, начиная с ${date}`,
  skip: 'Пропустить ленту',

  someone: 'Кто-то',
  user: 'Пользователь',
  others: (n, form) => `ещё ${n} ${noun(form, 'человек', 'человека', 'человек')}`,
  verb: (key, doers) => (Object.hasOwn(verbs, key) ? (verbs[key]?.(doers) ?? '') : ''),
  via: 'через',
  about: (name) => `Кто это: ${name}`,
  online: 'на сайте',
  verified: 'подтверждён',
  born: (date) => `родился(-ась) ${date}`,
  justNow: 'только что',
  showMore: 'Показать полностью',
  showLess: 'Свернуть',
  likes: (n, form) => `${n} ${noun(form, 'отметка', 'отметки', 'отметок')} «Нравится»`,
  liked: 'вам нравится',
  comments: (n, form) => `${n} ${noun(form, 'комментарий', 'комментария', 'комментариев')}`,
  allComments: (n) => `Показать все комментарии (${n})`,
  fewerComments: 'Свернуть комментарии',

  link: 'Ссылка',
  image: 'Изображение',
  moreImages: (n, form) => `Показать ещё ${n} ${noun(form, 'изображение', 'изображения', 'изображений')}`,
  video: 'Видео',
  audio: 'Аудио',
  play: (title) => `Воспроизвести: ${title}`,
  cannotPlay: 'Нельзя воспроизвести',
  attachment: 'Вложение',

  errorMore: 'Не удалось загрузить более ранние события. Прочитанное осталось.',
  errorNetwork: 'Нет связи с сервером. Проверьте подключение.',
  errorServer: 'Сервер не смог ответить. Повторите позже.',
  errorSignIn: 'Сеанс закончился. Войдите снова.',
  errorForbidden: 'Вам недоступна эта лента.',
  errorSetup: (detail) => `Лента настроена неверно. ${detail}`,
  errorWait: (seconds) => `Сервер просит подождать ${seconds} с.`,
  errorCard: 'Это событие нельзя показать.',
};

registerTranslation(messages);
