/**
 * What is compared. `most`: longer lists are left out, with the reason in `cap`; `lacks`: what it does not do that
 * `<feed-list>` does.
 */
export const CANDIDATES = [
  {
    name: 'plain',
    title: 'plain DOM',
    about: 'a cloned template, lazy pictures: the limit of the platform',
    most: 10_000,
    cap: 'loading it alone takes 40 s and 4 GB',
    lacks: 'no state, no keys, no errors, no windowing: every card stays',
  },
  {
    name: 'plain-eager',
    title: 'plain DOM, eager',
    about: 'the same with pictures that load at once: the limit of scrolling',
    most: 10_000,
    cap: 'as plain DOM',
    lacks: 'as plain DOM',
  },
  {
    name: 'whats-new-feed',
    title: 'whats-new-feed',
    about: '`<feed-list>` from `dist/`, its own cards, a source in memory',
    most: 100_000,
    lacks: '',
  },
  {
    name: 'lit-virtualizer',
    title: '@lit-labs/virtualizer',
    about: 'Lit cards in a `<lit-virtualizer>`',
    most: 100_000,
    lacks:
      'no loading, errors or keys; a handful of cards exist, so find-in-page and screen readers miss the rest',
  },
  {
    name: 'tanstack-lit',
    title: '@tanstack/lit-virtual',
    about: 'the same Lit cards',
    most: 100_000,
    lacks: 'as @lit-labs/virtualizer',
  },
  {
    name: 'react-virtuoso',
    title: 'React 19 + react-virtuoso',
    about: 'the same card in React',
    most: 100_000,
    lacks: 'as @lit-labs/virtualizer',
  },
  {
    name: 'react-activity-feed',
    title: 'react-activity-feed',
    about: 'its own card (larger) and style sheet, React 17',
    most: 1000,
    cap: '10,000 take minutes and 1.6 GB',
    lacks: 'no windowing, no article or heading for assistive technology, one API',
  },
];
