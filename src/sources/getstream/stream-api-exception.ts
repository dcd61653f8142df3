import { ApiError } from '../../http/errors.js';
import type { FieldErrors } from './field-errors.js';
import type { RateLimit } from './rate-limit.js';

export interface ExceptionFacts {
  /** The API's code, if it is not the class's. */
  readonly code?: number;
  readonly detail?: string;
  readonly fields?: FieldErrors;
  readonly rateLimit?: RateLimit | undefined;
}

/**
 * An error from the API, and the class for all codes without their own. Also a `FeedError`, so that one `catch` covers
 * the whole library. Its message is the server's, without any tokens.
 * Source of this and of the classes in `exceptions.ts`: `seeds/000_e2b019c7ed018adc.txt`, 1.3.
 */
export class StreamApiException extends ApiError {
  // Getters, so that a bundler can leave a class out that nobody uses.
  static get code(): number {
    return 1;
  }
  static get statusCode(): number | undefined {
    return undefined;
  }

  declare readonly code: number;
  /** The server's explanation; '' if there is none. */
  readonly detail: string;
  /** The errors of each field. */
  readonly fields: FieldErrors;
  /** From the response. */
  readonly rateLimit: RateLimit | undefined;

  constructor(message: string, statusCode?: number, facts: ExceptionFacts = {}) {
    const { code = new.target.code, detail = message, fields = {}, rateLimit } = facts;
    const status = statusCode ?? new.target.statusCode;
    super(message, { code, advice: adviceFor(code, status), ...(status !== undefined && { status }) });
    this.detail = detail;
    this.fields = fields;
    this.rateLimit = rateLimit;
  }

  /** The HTTP status of the response, or the usual one for the class. */
  get statusCode(): number | undefined {
    return this.status;
  }
}

function adviceFor(code: number, status = 0): 'retry' | 'sign-in' | 'forbidden' | 'setup' {
  if (code === 3) return 'sign-in';
  if (status === 403) return 'forbidden';
  return status === 429 || status >= 500 ? 'retry' : 'setup';
}
