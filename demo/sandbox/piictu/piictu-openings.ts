import type { PersonKey } from '../people.js';
import type { Caption } from './captions.js';

/** The ids of the seed: of its answer, and of its usage example. */
export const OPEN_STREAM = '4da309947b3a3e58c800000a';
export const HIDDEN_STREAM = '4d70f5e75a0d0312b6000005';
/** Locked, but the visitor is mentioned in it. */
export const MENTIONED_STREAM = '4e2f1a6c9d0b7c44a1000003';

/** Who the visitor's friends are, for `sort_by=friends`. */
export const FRIENDS: readonly PersonKey[] = ['artem', 'marina', 'darya', 'hannah', 'kenji', 'noa', 'layla'];

/** How a stream began, and how many photos it has. */
export interface Opening {
  readonly id: string;
  readonly seq: number;
  readonly by: PersonKey;
  readonly caption: Caption;
  readonly mentioned?: readonly PersonKey[];
  readonly photos: number;
}

export const openings: readonly Opening[] = [
  {
    id: OPEN_STREAM,
    seq: 23,
    by: 'marina',
    caption: { scene: 'city', by: ['marina'], text: 'Что видно из вашего окна? Show me your window!' },
    photos: 132,
  },
  {
    id: HIDDEN_STREAM,
    seq: 24,
    by: 'marcus',
    caption: { scene: 'cup', by: ['marcus'], text: 'Surprise party for V., not a word!' },
    mentioned: ['priya', 'tom'],
    photos: 9,
  },
  {
    id: MENTIONED_STREAM,
    seq: 25,
    by: 'artem',
    caption: { scene: 'mountains', by: ['artem'], text: 'Хибины, только для своих. @vera @ksenia @pavel' },
    mentioned: ['vera', 'ksenia', 'pavel'],
    photos: 17,
  },
];
