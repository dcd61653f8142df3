import { type Call, isOn, readCount } from './call.js';
import { type Activity, writeActivity } from './activity.js';
import type { Json } from './json.js';
import type { Reaction } from './reactions.js';
import { writeReaction } from './write-reaction.js';

const REFERENCE = /^S([UOAR]):(.+)$/s;
const TYPES: Readonly<Record<string, string>> = { U: 'user', O: 'object', A: 'activity', R: 'reaction' };
const RECENT = 5;
const MAX_RECENT = 25;
// An activity about an activity about an activity is deep enough.
const MAX_DEPTH = 2;

/** Writes activities and reactions with what they refer to in place of the references. */
export class Enricher {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  activity(activity: Activity, origin: string | null): Json {
    return { ...this.#resolved(writeActivity(activity, origin), 0), ...this.#reactionsOf(activity.id) };
  }

  reaction(reaction: Reaction): Json {
    const { reactions } = this.#call.site;
    const children = reactions.about(reaction.id);
    const own = this.#viewer;
    return {
      ...writeReaction(reaction),
      user: this.#find('U', reaction.userId),
      latest_children: this.#byKind(children, RECENT),
      children_counts: countsOf(children),
      ...(this.#asks('withOwnChildren', 'with_own_children') && {
        own_children: this.#byKind(children.filter(({ userId }) => userId === own)),
      }),
    };
  }

  /** Whose reactions are "own". */
  get #viewer(): string | null | undefined {
    const { visitor, query } = this.#call;
    return visitor.userId ?? query.get('user_id') ?? query.get('withUserId');
  }

  #asks(...names: readonly string[]): boolean {
    return names.some((name) => isOn(this.#call.query.get(name)));
  }

  #resolved(fields: Json, depth: number): Json {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const [, letter, id] = (typeof value === 'string' && REFERENCE.exec(value)) || [];
        return [name, letter && id && depth < MAX_DEPTH ? this.#find(letter, id, depth) : value];
      }),
    );
  }

  #find(letter: string, id: string, depth = 0): Json {
    const { site } = this.#call;
    const [collection = '', ...rest] = id.split(':');
    const found = (): Json | undefined => {
      switch (letter) {
        case 'U':
          return site.users.find(id);
        case 'O':
          return site.collection(collection).find(rest.join(':'));
        case 'A': {
          const activity = site.feeds.activity(id);
          return activity && this.#resolved(writeActivity(activity, null), depth + 1);
        }
        default: {
          const reaction = site.reactions.find(id);
          return reaction && { ...writeReaction(reaction), user: this.#find('U', reaction.userId) };
        }
      }
    };
    return (
      found() ?? {
        error: 'ReferenceNotFound',
        reference: `S${letter}:${id}`,
        reference_type: TYPES[letter],
        ...(letter === 'O' ? { collection, id: rest.join(':') } : { id }),
      }
    );
  }

  #reactionsOf(id: string): Json {
    const { query, site } = this.#call;
    const kinds = query.get('reactionKindsFilter')?.split(',');
    const all = site.reactions.about(id).filter(({ kind }) => !kinds || kinds.includes(kind));
    const recent = Math.min(readCount(query, 'recentReactionsLimit', RECENT), MAX_RECENT);
    const viewer = this.#viewer;
    return {
      ...(this.#asks('withOwnReactions') && {
        own_reactions: this.#byKind(all.filter(({ userId }) => userId === viewer)),
      }),
      ...(this.#asks('withRecentReactions') && {
        latest_reactions: this.#byKind(all, recent),
        latest_reactions_extra: this.#extra(id, all, recent),
      }),
      ...(this.#asks('withReactionCounts') && { reaction_counts: countsOf(all) }),
    };
  }

  #byKind(all: readonly Reaction[], limit = Infinity): Json {
    const lists = [...kindsOf(all)].map(
      ([kind, list]) => [kind, list.slice(0, limit).map((reaction) => this.reaction(reaction))] as const,
    );
    return Object.fromEntries(lists);
  }

  // Unlike all other `next`, these are whole addresses.
  #extra(id: string, all: readonly Reaction[], limit: number): Json {
    const { url, query } = this.#call;
    const base = new URL(url.pathname.replace(/(\/v1\.0\/).*/s, '$1'), url).href;
    const next = (kind: string, last: Reaction | undefined) => {
      const cursor = { api_key: query.get('api_key') ?? '', id_lt: last?.id ?? '', limit: String(limit) };
      return `${base}reaction/activity_id/${id}/${kind}/?${new URLSearchParams(cursor).toString()}`;
    };
    return Object.fromEntries(
      [...kindsOf(all)].map(([kind, list]) => [
        kind,
        { next: limit > 0 && list.length > limit ? next(kind, list[limit - 1]) : '' },
      ]),
    );
  }
}

function kindsOf(all: readonly Reaction[]): Map<string, Reaction[]> {
  const kinds = new Map<string, Reaction[]>();
  for (const reaction of all) kinds.set(reaction.kind, [...(kinds.get(reaction.kind) ?? []), reaction]);
  return kinds;
}

const countsOf = (all: readonly Reaction[]) =>
  Object.fromEntries([...kindsOf(all)].map(([kind, list]) => [kind, list.length]));
