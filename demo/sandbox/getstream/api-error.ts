const KINDS: Readonly<Record<number, readonly [exception: string, status: number]>> = {
  2: ['ApiKeyException', 401],
  3: ['SignatureException', 401],
  4: ['InputException', 400],
  5: ['CustomFieldException', 400],
  6: ['FeedConfigException', 400],
  7: ['SiteSuspendedException', 401],
  9: ['RateLimitReached', 429],
  10: ['MissingUserException', 400],
  11: ['RankingException', 400],
  16: ['DoesNotExistException', 404],
  17: ['NotAllowedException', 403],
  18: ['RequestTooLargeException', 413],
  22: ['ConflictException', 409],
};

/** What is wrong with which field of a body. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** An error of the API, by its code. */
export class ApiError extends Error {
  readonly code: number;
  readonly status: number;
  readonly #fields: FieldErrors | undefined;

  constructor(code: number, detail: string, fields?: FieldErrors, status = KINDS[code]?.[1] ?? 500) {
    super(detail);
    this.code = code;
    this.status = status;
    this.#fields = fields;
  }

  /** The body of the answer, without its duration. */
  toBody(): Record<string, unknown> {
    return {
      code: this.code,
      detail: this.message,
      exception: KINDS[this.code]?.[0] ?? 'StreamApiException',
      ...(this.#fields && { exception_fields: this.#fields }),
      more_info: 'https://getstream.io/docs/api_error_responses',
      status_code: this.status,
    };
  }
}

/** Code 4 about one field. */
export const fieldError = (field: string, message: string) =>
  new ApiError(4, `Errors for fields '${field}'`, { [field]: [message] });
