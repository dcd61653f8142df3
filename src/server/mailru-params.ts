import { Refusal } from './refusal.js';

/** The mail.ru methods that can be signed and forwarded for pages. */
export type MailruMethod =
  'stream.get' | 'stream.getByAuthor' | 'stream.like' | 'stream.unlike' | 'stream.comment';

const COMMON = ['method', 'app_id', 'secure', 'format'];
const FEED = [...COMMON, 'limit', 'skip', 'offset', 'filter_app'];
const THREAD = [...COMMON, 'thread_id'];

const NAMES = new Map<MailruMethod, readonly string[]>([
  ['stream.get', FEED],
  ['stream.getByAuthor', [...FEED, 'uid']],
  ['stream.like', THREAD],
  ['stream.unlike', THREAD],
  ['stream.comment', [...THREAD, 'text']],
]);

/** What a feed and its buttons need: never `stream.post`. */
export const MAILRU_METHODS: readonly MailruMethod[] = [...NAMES.keys()];

// mail.ru joins `name=value` pairs without a separator, so a value with a `=` in it could pose as other
// parameters: filter_app=`1method=stream.post…` would sign a call that was never allowed.
const VALUE = /^[\w.:-]{0,1000}$/;

const TEXT = /^.{1,20000}$/su;

/**
 * A comment may hold any text, and so could pose as other parameters as well. What is signed is
 * `app_id=…format=…method=stream.commentsecure=1session_key=…text=<the text>thread_id=…`, and no `=` is but those of
 * the names and of the text. The same string is another call in two cases only:
 * - of another method, where the text has the `method=` of that call; as the names are sorted and `secure=1` must be
 *   one of them, the text has `secure=` behind it. (`format` or `app_id` would swallow what is before.)
 * - as another user, whom `uid` names where `session_key` has been swallowed; `uid` comes after `thread_id`, which a
 *   comment needs: the text has both.
 * No other text is refused.
 */
const FORGERIES = [
  ['method=', 'secure='],
  ['thread_id=', 'uid='],
] as const;

/** Throws a {@link Refusal} unless these are exactly the parameters of an allowed call; `also` names more of them. */
export function checkMailruParams(
  params: Readonly<Record<string, string>>,
  appId: string,
  methods: readonly MailruMethod[],
  also: readonly string[] = [],
): void {
  const method = methods.find((allowed) => allowed === params['method']);
  const names = method && NAMES.get(method);
  if (!names) throw new Refusal(403, `This server allows only ${methods.join(', ')}.`);
  for (const [name, value] of Object.entries(params)) {
    if (!names.includes(name) && !also.includes(name))
      throw new Refusal(400, `A parameter is not among those of ${method}.`);
    if (name !== 'text' && !VALUE.test(value))
      throw new Refusal(400, `The value of ${name} must be letters, digits, . _ : or -.`);
  }
  if (method === 'stream.comment') checkText(params['text'] ?? '');
  if (params['app_id'] !== appId) throw new Refusal(403, 'app_id is not the app of this server.');
  if (params['secure'] !== '1') throw new Refusal(400, "secure must be '1'.");
}

function checkText(text: string): void {
  if (!TEXT.test(text)) throw new Refusal(400, 'The text must have 1 to 20 000 characters.');
  // By places: a regular expression would be slow where one of them is there a thousand times.
  const isForged = FORGERIES.some(([name, behind]) => {
    const at = text.indexOf(name);
    return at >= 0 && text.lastIndexOf(behind) > at;
  });
  if (isForged) throw new Refusal(400, 'The text reads like parameters of another call: reword it.');
}
