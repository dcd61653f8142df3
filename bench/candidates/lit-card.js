// The bench's card as a Lit element, for the two virtualizers.
import { css, html, LitElement, unsafeCSS } from 'lit';
import { box, HEART, inside } from './card-css.js';

export class BenchCard extends LitElement {
  static properties = { item: { attribute: false } };

  static styles = [
    css`
      :host {
        ${unsafeCSS(box)}
      }
    `,
    unsafeCSS(inside),
  ];

  render() {
    const { item } = this;
    if (!item) return null;
    const { link, image } = item;
    return html`<header class="head">
        <img
          class="avatar"
          alt=""
          width="40"
          height="40"
          loading="lazy"
          decoding="async"
          src=${item.avatar}
        />
        <div class="who">
          <span class="name">${item.author}</span><time datetime=${item.time}>${item.timeText}</time>
        </div>
      </header>
      <h3>${item.title}</h3>
      <p>${item.text}</p>
      <a class="link" href=${link.url}
        ><img class="thumb" alt="" width="64" height="64" loading="lazy" decoding="async" src=${link.image} />
        <span class="about"
          ><b>${link.title}</b><span>${link.description}</span><span class="host">${link.host}</span></span
        ></a
      >
      <figure>
        <img
          loading="lazy"
          decoding="async"
          width=${image.width}
          height=${image.height}
          alt=${image.alt}
          src=${image.src}
        />
      </figure>
      <footer>
        <button class="like" aria-pressed="false">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${HEART}></path></svg><span>${item.likes}</span>
        </button>
      </footer>`;
  }
}
customElements.define('bench-card', BenchCard);

export const card = (item) =>
  html`<bench-card
    style="inline-size: 100%"
    role="article"
    tabindex="0"
    data-id=${item.id}
    aria-posinset=${item.index + 1}
    aria-setsize="-1"
    .item=${item}
  ></bench-card>`;
