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

/** The token is not for this feed, or has expired. */
export class SignatureException extends StreamApiException {
  static override get code(): number {
    return 3;
  }
  static override get statusCode(): number {
    return 401;
  }
}

/** Data that the API rejects. */
export class InputException extends StreamApiException {
  static override get code(): number {
    return 4;
  }
  static override get statusCode(): number {
    return 400;
  }
}

/** Missing or wrong custom fields. */
export class CustomFieldException extends StreamApiException {
  static override get code(): number {
    return 5;
  }
  static override get statusCode(): number {
    return 400;
  }
}

/** A feed group that does not exist, or is set up differently. */
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

/** The seven classes by code. */
export function getExceptionDict(): Readonly<Record<number, ExceptionClass>> {
  return Object.fromEntries(getExceptions().map((Exception) => [Exception.code, Exception]));
}
