import { StreamApiException } from './stream-api-exception.js';

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
