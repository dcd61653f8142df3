import { memo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
import { adoptSheet, ESTIMATE, HEART } from './card-css.js';

const Card = memo(({ item }) => (
  <article className="card" tabIndex={0} data-id={item.id} aria-posinset={item.index + 1} aria-setsize={-1}>
    <header className="head">
      <img
        className="avatar"
        alt=""
        width="40"
        height="40"
        loading="lazy"
        decoding="async"
        src={item.avatar}
      />
      <div className="who">
        <span className="name">{item.author}</span>
        <time dateTime={item.time}>{item.timeText}</time>
      </div>
    </header>
    <h3>{item.title}</h3>
    <p>{item.text}</p>
    <a className="link" href={item.link.url}>
      <img
        className="thumb"
        alt=""
        width="64"
        height="64"
        loading="lazy"
        decoding="async"
        src={item.link.image}
      />
      <span className="about">
        <b>{item.link.title}</b>
        <span>{item.link.description}</span>
        <span className="host">{item.link.host}</span>
      </span>
    </a>
    <figure>
      <img
        loading="lazy"
        decoding="async"
        width={item.image.width}
        height={item.image.height}
        alt={item.image.alt}
        src={item.image.src}
      />
    </figure>
    <footer>
      <button className="like" aria-pressed="false">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={HEART} />
        </svg>
        <span>{item.likes}</span>
      </button>
    </footer>
  </article>
));

const row = (_, item) => (
  <div style={{ display: 'flow-root' }}>
    <Card item={item} />
  </div>
);

const keyOf = (_, item) => item.id;

export function create(scroller) {
  adoptSheet();
  const root = createRoot(scroller.appendChild(document.createElement('div')));
  let shown = [];
  const load = (items) => {
    shown = items;
    flushSync(() =>
      root.render(
        <Virtuoso
          customScrollParent={scroller}
          data={shown}
          defaultItemHeight={ESTIMATE}
          itemContent={row}
          computeItemKey={keyOf}
          increaseViewportBy={1000}
          role="feed"
        />,
      ),
    );
  };
  return { load, append: (items) => load([...shown, ...items]) };
}
