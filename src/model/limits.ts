/** How much of one answer is kept. What lies above is left out with a warning; nothing is refused for it. */
export const LIMITS = {
  /** Items of any list: events of a page, authors, likes, comments and action links of an event. */
  list: 200,
  attachments: 50,
  /** Addresses in a text that become links. */
  links: 50,
  /** Graphemes of a text, and of a name, title or label. */
  text: 20_000,
  name: 200,
  /** Characters of an id and of a URL. */
  id: 200,
  url: 2048,
  /** Warnings of an answer. */
  warnings: 1000,
  /** Levels of subevents, the outer event counted. */
  depth: 4,
} as const;
