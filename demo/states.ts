import '../src/define.js';
import '../src/locales/ru.js';
import { startServiceWorker } from './sandbox/service-worker-start.js';
import { attachmentSections } from './states-attachments.js';
import { eventSections } from './states-events.js';
import { feedSection } from './states-feeds.js';
import type { Section } from './states-sample.js';

const query = new URLSearchParams(location.search);
const lang = query.get('lang') === 'ru' ? 'ru' : 'en';
const samples = document.querySelector<HTMLElement>('#samples');
if (query.get('dir') === 'rtl') document.documentElement.dir = 'rtl';

function heading(level: 2 | 3, text: string): HTMLElement {
  const element = document.createElement(`h${level}`);
  element.textContent = text;
  return element;
}

function draw({ id, title, samples: all }: Section): HTMLElement {
  const section = document.createElement('section');
  section.id = id;
  section.append(
    heading(2, title),
    ...all.map(({ title, element }) => {
      const sample = document.createElement('div');
      sample.className = 'sample';
      element.lang = lang;
      sample.append(heading(3, title), element);
      return sample;
    }),
  );
  return section;
}

function link({ id, title }: Section): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = `#${id}`;
  anchor.textContent = title;
  return anchor;
}

// The pictures are drawn by the sandbox; nothing else is asked of it.
await startServiceWorker();
const sections = [feedSection, ...eventSections, ...attachmentSections];
document.querySelector('#index')?.append(...sections.map(link));
samples?.append(...sections.map(draw));
// The address may name a section that was not there yet.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
