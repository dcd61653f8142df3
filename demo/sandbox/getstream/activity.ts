import { Random } from '../random.js';
import { ApiError, fieldError, type FieldErrors } from './api-error.js';
import { activityId, orderOf } from './activity-id.js';
import { isRecord, type Json, needRecord, readText } from './json.js';
import { type Micros, readTime, writeTime } from './micro-time.js';

/** An activity as it is stored: once, however many feeds it is in. */
export interface Activity {
  readonly id: string;
  /** Sorts as time does. */
  readonly order: string;
  readonly time: Micros;
  /** The feeds that it was sent to besides, without their tokens. */
  readonly to: readonly string[];
  /** All else: actor, verb, object, target, foreign_id and the fields of one's own. */
  readonly fields: Json;
}

const MAX_BYTES = 10 * 1024;
const MAX_TARGETS = 100;
const MAX_VERB = 255;

// The API's own words in answers.
const TAKEN = ['activities', 'activity_count', 'actor_count', 'group', 'is_read', 'is_seen'];

/** `now` must be new each time: it makes the id of an activity that comes without a time. */
export function createActivity(raw: unknown, now: () => Micros): Activity {
  const body = needRecord(raw, 'activity');
  check(body);
  const { id: _id, origin: _origin, time: given, to, ...rest } = body;
  const fields: Json = {
    ...rest,
    actor: readText(rest['actor']),
    verb: readText(rest['verb']),
    object: isRecord(rest['object']) ? rest['object'] : readText(rest['object']),
    target: readText(rest['target']) ?? '',
    foreign_id: readText(rest['foreign_id']) ?? '',
  };
  const time = given === undefined || given === null ? now() : readTime(String(given));
  if (time === undefined) throw fieldError('time', 'Datetime has wrong format, use ISO 8601.');
  // The same foreign_id (or the same content) at the same time is the same activity.
  const node = given ? `80808000${Random.of(keyOf(fields)).hex(8)}` : '9c3a12f70b2c4d5e';
  const id = activityId(time, node);
  const targets = Array.isArray(to) ? to.map((target) => String(target).split(' ')[0] ?? '') : [];
  return { id, order: orderOf(id) ?? '', time, to: targets, fields };
}

/** As the API answers it, unenriched. */
export function writeActivity({ id, time, to, fields }: Activity, origin: string | null): Json {
  return { ...fields, id, origin, time: writeTime(time), ...(to.length > 0 && { to }) };
}

const keyOf = (fields: Json) => String(fields['foreign_id'] || JSON.stringify(fields));

function check(body: Json): void {
  const errors: Record<string, readonly string[]> = {};
  for (const name of ['actor', 'verb', 'object']) {
    const value = body[name];
    if (value === undefined || value === null) errors[name] = ['This field is required.'];
    else if (value === '') errors[name] = ['This field may not be blank.'];
    else if (readText(value) === undefined && !(name === 'object' && isRecord(value))) {
      errors[name] = ['Not a valid string.'];
    }
  }
  if (String(body['verb']).length > MAX_VERB)
    errors['verb'] = ['Ensure this value has at most 255 characters.'];
  const { to } = body;
  if (to !== undefined && to !== null && !Array.isArray(to)) errors['to'] = ['Expected a list of items.'];
  else if (Array.isArray(to) && to.length > MAX_TARGETS) errors['to'] = ['No more than 100 targets.'];
  fail(errors);
  const taken = TAKEN.filter((name) => name in body);
  if (taken.length > 0) throw new ApiError(5, `Reserved for the API: ${taken.join(', ')}.`);
  if (new TextEncoder().encode(JSON.stringify(body)).length > MAX_BYTES) {
    throw new ApiError(18, 'An activity may have 10 KB at most.');
  }
}

function fail(errors: FieldErrors): void {
  const names = Object.keys(errors);
  if (names.length > 0) throw new ApiError(4, `Errors for fields '${names.join("', '")}'`, errors);
}
