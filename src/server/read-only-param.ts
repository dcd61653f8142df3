import { Refusal } from './refusal.js';

/** The one parameter that may be there. Throws a {@link Refusal} for another one and for a value that is not right. */
export function readOnlyParam(
  params: Readonly<Record<string, string>>,
  name: string,
  isRight: (value: string) => boolean,
): string {
  const value = params[name] ?? '';
  if (Object.keys(params).length !== 1 || !isRight(value)) {
    throw new Refusal(400, `The params must be { "${name}": string } with an id of the documented form.`);
  }
  return value;
}
