// One style sheet for the card of every candidate that has none of its own.
export const HEART = 'M8 14s-6-3.9-6-8a3.3 3.3 0 0 1 6-1.9A3.3 3.3 0 0 1 14 6c0 4.1-6 8-6 8z';

/** What every virtualizer is told before it has measured a card; the truth is about 636 px. */
export const ESTIMATE = 500;

export const box = `display: block; box-sizing: border-box; padding: 14px 16px; border: 1px solid #dde;
  border-radius: 12px; background: #fff; margin-block-end: 12px;`;

export const inside = `
.head { display: flex; gap: 10px; align-items: center }
.avatar { inline-size: 40px; block-size: 40px; border-radius: 50% }
.who { display: flex; flex-direction: column }
.name { font-weight: 600 }
time { color: #667; font-size: 12px }
h3 { margin: 10px 0 4px; font-size: 16px }
p { margin: 0 0 10px }
.link { display: flex; gap: 10px; border: 1px solid #dde; border-radius: 8px; padding: 8px; color: inherit;
  text-decoration: none; margin-bottom: 10px }
.thumb { inline-size: 64px; block-size: 64px; border-radius: 6px; object-fit: cover }
.about { display: flex; flex-direction: column; font-size: 13px; min-inline-size: 0 }
.host { color: #667 }
figure { margin: 0 0 10px }
figure img { inline-size: 100%; block-size: auto; border-radius: 8px; display: block; object-fit: cover }
.like { display: inline-flex; gap: 6px; align-items: center; border: 1px solid #dde; background: #fff;
  border-radius: 16px; padding: 4px 12px; font: inherit }
.like svg { inline-size: 16px; block-size: 16px }
`;

/** For candidates without shadow roots. */
export function adoptSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.card { ${box} } ${inside}`);
  document.adoptedStyleSheets = [sheet];
}
