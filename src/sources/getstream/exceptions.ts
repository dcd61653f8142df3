import { ApiError } from '../../http/errors.js';
import type { FieldErrors } from './field-errors.js';
import type { RateLimit } from './rate-limit.js';

export interface ExceptionFacts {
  /** The API's own code, where it is not the class's. */
  readonly code?: number;
  readonly detail?: string;
  readonly fields?: FieldErrors;
  readonly rateLimit?: RateLimit | undefined;
}

/**
 * An error that the API answered with, and the class of all codes without a class of their own. A `FeedError` too, so
 * that one `catch` serves the whole library. Its message is the server's own, without the tokens that stood in it.
 * Source of this and of the classes below: `seeds/000_e2b019c7ed018adc.txt`, 1.3.
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
  /** What is wrong in the server's words; '' where it said nothing. */
  readonly detail: string;
  /** What is wrong with which field. */
  readonly fields: FieldErrors;
  /** As the answer told it. */
  readonly rateLimit: RateLimit | undefined;

  constructor(message: string, statusCode?: number, facts: ExceptionFacts = {}) {
    const { code = new.target.code, detail = message, fields = {}, rateLimit } = facts;
    const status = statusCode ?? new.target.statusCode;
    super(message, { code, advice: adviceFor(code, status), ...(status !== undefined && { status }) });
    this.detail = detail;
    this.fields = fields;
    this.rateLimit = rateLimit;
  }

  /** The HTTP status of the answer, or the one that is usual for the class. */
  get statusCode(): number | undefined {
    return this.status;
  }
}

/** The API key is missing or wrong. */
export class ApiKeyException extends StreamApiException {
  static override get code(): number {
    return 2;
  }
  static override get statusCode(): number {
    return 401;
  }
}

/** The token does not fit the feed, or has ended. */
export class SignatureException extends StreamApiException {
  static override get code(): number {
    return 3;
  }
  static override get statusCode(): number {
    return 401;
  }
}

/** Data that the API does not take. */
export class InputException extends StreamApiException {
  static override get code(): number {
    return 4;
  }
  static override get statusCode(): number {
    return 400;
  }
}

/** Custom fields that are missing or wrong. */
export class CustomFieldException extends StreamApiException {
  static override get code(): number {
    return 5;
  }
  static override get statusCode(): number {
    return 400;
  }
}

/** A feed group that is not set up, or not like this. */
export class FeedConfigException extends StreamApiException {
  static override get code(): number {
    return 6;
  }
  static override get statusCode(): number {
    return 400;
  }
}

/** The app is suspended. */
export class SiteSuspendedException extends StreamApiException {
  static override get code(): number {
    return 7;
  }
  static override get statusCode(): number {
    return 401;
  }
}

export type ExceptionClass = typeof StreamApiException;

/** The seven classes. */
export function getExceptions(): readonly ExceptionClass[] {
  return [
    StreamApiException,
    ApiKeyException,
    SignatureException,
    InputException,
    CustomFieldException,
    FeedConfigException,
    SiteSuspendedException,
  ];
}

/** The seven classes by their code. */
export function getExceptionDict(): Readonly<Record<number, ExceptionClass>> {
  return Object.fromEntries(getExceptions().map((Exception) => [Exception.code, Exception]));
}

function adviceFor(code: number, status = 0): 'retry' | 'sign-in' | 'forbidden' | 'setup' {
  if (code === 3) return 'sign-in';
  if (status === 403) return 'forbidden';
  return status === 429 || status >= 500 ? 'retry' : 'setup';
}
