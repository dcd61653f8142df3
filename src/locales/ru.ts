import { registerTranslation } from '@shoelace-style/localize';
import type { Messages, PluralForm } from './en.js';

/** In braces: the ending for a man or somebody, for a woman, for several. */
const verbs: Readonly<Record<string, string>> = {
  share: 'поделил{ся|ась|ись} ссылкой',
  video_share: 'поделил{ся|ась|ись} видео',
  photo_upload: 'добавил{|а|и} фотографии',
  video_upload: 'добавил{|а|и} видео',
  music_add: 'добавил{|а|и} музыку',
  post: 'написал{|а|и} запись',
  community_post: 'написал{|а|и} в сообществе',
  join: 'вступил{|а|и} в сообщество',
  leave: 'вы{шел|шла|шли} из сообщества',
  avatar_change: 'сменил{|а|и} фотографию профиля',
  gift_send: 'подарил{|а|и} подарок',
  gift_receive: 'получил{|а|и} подарок',
  app_add: 'добавил{|а|и} приложение',
  app_event: 'дел{ит|ит|ят}ся новостью из приложения',
  friend_add: 'наш{ёл|ла|ли} нового друга',
  like: 'отме{чает|чает|тили} как понравившееся',
  comment: 'оставил{|а|и} комментарий',
};

/** A noun for one, for 2 to 4, and for many. */
const counted =
  (one: string, few: string, many: string, before = '') =>
  (n: string, form: PluralForm) =>
    `${before}${n} ${form === 'one' ? one : form === 'few' ? few : many}`;

const messages: Messages = {
  $code: 'ru',
  $name: 'Русский',
  $dir: 'ltr',

  feed: 'Что нового',
  loaded: counted('событие', 'события', 'событий', 'ещё '),
  loadMore: 'Показать ещё',
  tryAgain: 'Повторить',
  empty: 'Пока ничего нового',
  end: 'Вы прочитали всё',
  endSince: (date) => `Вы прочитали всё, начиная с ${date}`,
  skip: 'Пропустить ленту',

  someone: 'Кто-то',
  user: 'Пользователь',
  others: counted('человек', 'человека', 'человек', 'ещё '),
  verb: (key, count, sex) =>
    ((Object.hasOwn(verbs, key) && verbs[key]) || '').replace(
      /\{(.*)\}/,
      (_, endings: string) => endings.split('|')[count > 1 ? 2 : sex === 'female' ? 1 : 0] ?? '',
    ),
  via: 'через',
  about: (name) => `Кто это: ${name}`,
  online: 'на сайте',
  verified: 'подтверждён',
  born: (date) => `родился(-ась) ${date}`,
  justNow: 'только что',
  showMore: 'Показать ещё',
  showLess: 'Свернуть',
  likes: counted('отметка «Нравится»', 'отметки «Нравится»', 'отметок «Нравится»'),
  liked: 'вам нравится',
  comments: counted('комментарий', 'комментария', 'комментариев'),
  allComments: (n) => `Все комментарии (${n})`,

  image: 'Картинка',
  moreImages: (n) => `Картинки: ${n}`,
  video: 'Видео',
  audio: 'Аудио',
  play: (title) => `Воспроизвести: ${title}`,
  cannotPlay: 'Нельзя воспроизвести',
  attachment: 'Вложение',

  retry: 'Не удалось загрузить ленту.',
  'sign-in': 'Войдите снова.',
  forbidden: 'Вам недоступна эта лента.',
  setup: 'Лента настроена неверно:',
  errorMore: 'Не удалось загрузить ещё. Прочитанное осталось.',
  errorCard: 'Это событие нельзя показать.',
};

registerTranslation(messages);
