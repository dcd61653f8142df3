import { Refusal } from './refusal.js';

/** The mail.ru methods that a page may have signed and passed on. */
export type MailruMethod = 'stream.get' | 'stream.getByAuthor';

export const MAILRU_METHODS: readonly MailruMethod[] = ['stream.get', 'stream.getByAuthor'];

const COMMON = ['method', 'app_id', 'secure', 'format', 'limit', 'skip', 'offset', 'filter_app'];

const NAMES = new Map<string, ReadonlySet<string>>([
  ['stream.get', new Set(COMMON)],
  ['stream.getByAuthor', new Set([...COMMON, 'uid'])],
]);

// mail.ru joins `name=value` pairs without a separator, so a value with a `=` in it could pose as other
// parameters: filter_app=`1method=stream.post…` would sign a call that was never allowed.
const VALUE = /^[\w.:-]*$/;

/** Throws a {@link Refusal} unless these are exactly the parameters of an allowed call; `also` names more of them. */
export function checkMailruParams(
  params: Readonly<Record<string, string>>,
  appId: string,
  methods: readonly string[],
  also: readonly string[] = [],
): void {
  const { method = '' } = params;
  const names = methods.includes(method) ? NAMES.get(method) : undefined;
  if (!names) throw new Refusal(403, `This server allows only ${methods.join(' and ')}.`);
  for (const [name, value] of Object.entries(params)) {
    if (!names.has(name) && !also.includes(name))
      throw new Refusal(400, `A parameter is not among those of ${method}.`);
    if (!VALUE.test(value))
      throw new Refusal(400, `The value of ${name} must be letters, digits, . _ : or -.`);
  }
  if (params['app_id'] !== appId) throw new Refusal(403, 'app_id is not the app of this server.');
  if (params['secure'] !== '1') throw new Refusal(400, "secure must be '1'.");
}
