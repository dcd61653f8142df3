import type { Messages, PluralForm } from './en.js';

/** Phrases by the source's own word for the verb: see `registerVerbs`. */
export const verbs = {
  share: 'поделил{ся|ась|ись}[: «{object}»| ссылкой][ в «{target}»]',
  video_share: 'поделил{ся|ась|ись} видео',
  photo_upload: 'добавил{|а|и} фотографии[ в «{target}»]',
  photo: 'добавил{|а|и} фотографию',
  video_upload: 'добавил{|а|и} видео[ в «{target}»]',
  music_add: 'добавил{|а|и} музыку',
  post: 'написал{|а|и} запись[ «{object}»][ в «{target}»]',
  community_post: 'написал{|а|и} в сообществе',
  join: 'вступил{|а|и} в[ «{object}»| сообщество]',
  leave: 'вы{шел|шла|шли} из[ «{object}»| сообщества]',
  avatar_change: 'сменил{|а|и} фотографию профиля',
  gift_send: 'подарил{|а|и} подарок',
  gift_receive: 'получил{|а|и} подарок',
  app_add: 'добавил{|а|и} приложение',
  app_event: 'дел{ит|ит|ят}ся новостью из приложения',
  friend_add: 'наш{ёл|ла|ли} нового друга',
  like: 'отме{чает|чает|тили}[ «{object}»] как понравившееся',
  comment: 'оставил{|а|и} комментарий[ к «{object}»]',
  tweet: 'написал{|а|и} твит[ «{object}»]',
  add: 'добавил{|а|и}[ «{object}»| что-то новое][ в «{target}»]',
  upload: 'загрузил{|а|и}[ «{object}»| что-то новое][ в «{target}»]',
  pin: 'закрепил{|а|и}[ «{object}»| что-то][ в «{target}»]',
  repost: 'сделал{|а|и} репост[ «{object}»]',
  follow: 'подписал{ся|ась|ись}[ на {object}| на кого-то]',
  watch: 'посмотрел{|а|и}[ «{object}»| что-то]',
  feed_start: 'начал{|а|и} эту ленту',
};

/** A noun for one, for 2 to 4, and for many. */
const counted =
  (one: string, few: string, many: string, before = '') =>
  (n: string, form: PluralForm) =>
    `${before}${n} ${form === 'one' ? one : form === 'few' ? few : many}`;

export const messages: Messages = {
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
  unseen: counted('новое', 'новых', 'новых'),
  readAll: 'Отметить всё прочитанным',
  locked: 'Закрыто',

  someone: 'Кто-то',
  user: 'Пользователь',
  others: counted('человек', 'человека', 'человек', 'ещё '),
  unread: 'не прочитано',
  events: counted('событие', 'события', 'событий'),
  show: (what) => `Показать ${what}`,
  hide: 'Скрыть',
  verb: '{verb}[ «{object}»][ → «{target}»]',
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
  errorMark: 'Не удалось отметить как прочитанное.',
  errorCard: 'Это событие нельзя показать.',
};
