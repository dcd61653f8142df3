import { ConfigError } from './errors.js';

/** Throws the `ConfigError` for an option, or the attribute of that name, that is missing or wrong. */
export function rejectOption(option: string, need: string): never {
  throw new ConfigError(`"${option}" must be ${need}.`, { option });
}
