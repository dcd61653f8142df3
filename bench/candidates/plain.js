// The limit that the platform sets: one template, cloned and filled by walking it. It keeps no data and does nothing
// else.
import { adoptSheet, HEART } from './card-css.js';

const markup = (lazy) => `<article class="card" tabindex="0" aria-setsize="-1">
<header class="head"><img class="avatar" alt="" width="40" height="40" ${lazy} decoding="async"><div class="who">
<span class="name"> </span><time> </time></div></header><h3> </h3><p> </p><a class="link">
<img class="thumb" alt="" width="64" height="64" ${lazy} decoding="async"><span class="about"><b> </b><span> </span>
<span class="host"> </span></span></a><figure><img ${lazy} decoding="async"></figure><footer>
<button class="like" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${HEART}"/></svg>
<span> </span></button></footer></article>`;

function createCard(prototype, item) {
  const card = prototype.cloneNode(true);
  card.dataset.id = item.id;
  card.setAttribute('aria-posinset', item.index + 1);
  const head = card.firstChild;
  const avatar = head.firstChild;
  const name = avatar.nextSibling.firstChild;
  const time = name.nextSibling;
  avatar.src = item.avatar;
  name.firstChild.data = item.author;
  time.firstChild.data = item.timeText;
  time.setAttribute('datetime', item.time);
  const title = head.nextSibling;
  const text = title.nextSibling;
  title.firstChild.data = item.title;
  text.firstChild.data = item.text;
  const link = text.nextSibling;
  const thumb = link.firstChild;
  const linkTitle = thumb.nextSibling.firstChild;
  const description = linkTitle.nextSibling;
  link.setAttribute('href', item.link.url);
  thumb.src = item.link.image;
  linkTitle.firstChild.data = item.link.title;
  description.firstChild.data = item.link.description;
  description.nextSibling.firstChild.data = item.link.host;
  const figure = link.nextSibling;
  const image = figure.firstChild;
  image.setAttribute('width', item.image.width);
  image.setAttribute('height', item.image.height);
  image.alt = item.image.alt;
  image.src = item.image.src;
  figure.nextSibling.firstChild.lastChild.firstChild.data = item.likes;
  return card;
}

export function createPlain(scroller, lazy) {
  adoptSheet();
  const template = document.createElement('template');
  // Without the line breaks above, which would be text nodes.
  template.innerHTML = markup(lazy ? 'loading="lazy"' : '').replaceAll('\n', '');
  const prototype = template.content.firstChild;
  const feed = document.createElement('div');
  feed.setAttribute('role', 'feed');
  scroller.append(feed);
  const append = (items) => {
    const fragment = document.createDocumentFragment();
    for (const item of items) fragment.append(createCard(prototype, item));
    feed.append(fragment);
  };
  return { load: append, append };
}

export const create = (scroller) => createPlain(scroller, true);
