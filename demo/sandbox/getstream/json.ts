import { ApiError } from './api-error.js';

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A body, whatever its content type says. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(4, 'Malformed JSON in the body of the request.');
  }
}

export function needRecord(value: unknown, name = 'body'): Json {
  if (!isRecord(value)) throw new ApiError(4, `The ${name} must be a JSON object.`);
  return value;
}

export function needList(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ApiError(4, `The ${name} must be a JSON list.`);
  return value;
}

/** A number is taken for its digits, as the API does with ids. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
