import { ApiError } from './api-error.js';
import { type Answer, type Call, isOn } from './call.js';
import { isRecord, type Json, needList, needRecord, readText } from './json.js';
import type { Records } from './records.js';

type Resource = 'users' | 'collections';

/** Whose users or objects the path speaks of. */
const recordsOf = ({ site, path }: Call): Records =>
  path['collection'] === undefined ? site.users : site.collection(path['collection']);

const resourceOf = ({ path }: Call): Resource => (path['collection'] === undefined ? 'users' : 'collections');

/** Users write themselves only. */
function needWrite(call: Call, action: 'write' | 'delete', id: string | undefined): void {
  call.visitor.need(action, resourceOf(call));
  if (resourceOf(call) === 'users') call.visitor.needUser(id ?? '');
}

export function addRecord(call: Call): Answer {
  const { id: given, data } = needRecord(call.body);
  const id = readText(given);
  if (resourceOf(call) === 'users' && !id) throw new ApiError(4, 'A user needs an id.');
  needWrite(call, 'write', id);
  const otherwise = isOn(call.query.get('get_or_create')) ? 'get' : 'conflict';
  return { status: 201, body: recordsOf(call).add(id, data, otherwise) };
}

export function getRecord(call: Call): Answer {
  const { visitor, path, query, site } = call;
  visitor.need('read', resourceOf(call));
  const id = path['id'] ?? '';
  const body = recordsOf(call).get(id);
  if (!isOn(query.get('with_follow_counts'))) return { body };
  const count = (side: 'feed' | 'target', slug: string) => site.feeds.followsOf(side, `${slug}:${id}`).length;
  return {
    body: { ...body, followers_count: count('target', 'user'), following_count: count('feed', 'timeline') },
  };
}

export function updateRecord(call: Call): Answer {
  const id = call.path['id'] ?? '';
  needWrite(call, 'write', id);
  return { status: 201, body: recordsOf(call).update(id, needRecord(call.body)['data']) };
}

export function removeRecord(call: Call): Answer {
  const id = call.path['id'] ?? '';
  needWrite(call, 'delete', id);
  recordsOf(call).remove(id);
  return { body: {} };
}

/** `{ data: { food: [{ id, … }] } }` */
export function upsertObjects({ site, visitor, body }: Call): Answer {
  visitor.need('write', 'collections');
  visitor.needServer();
  const data = needRecord(needRecord(body)['data'], 'data');
  for (const [collection, list] of Object.entries(data)) {
    for (const item of needList(list, collection)) {
      const { id, ...fields } = needRecord(item, 'object');
      const key = readText(id);
      if (!key) throw new ApiError(4, 'An object needs an id.');
      site.collection(collection).put(key, fields);
    }
  }
  return { status: 201, body: { data } };
}

/** `foreign_ids=food:burger,food:soup`; what is not there is left out. */
export function selectObjects({ site, visitor, query }: Call): Answer {
  visitor.need('read', 'collections');
  const data = (query.get('foreign_ids') ?? '').split(',').flatMap((foreignId): Json[] => {
    const [collection = '', ...id] = foreignId.split(':');
    const found = site.collection(collection).find(id.join(':'));
    return isRecord(found) ? [found] : [];
  });
  return { body: { response: { data } } };
}
