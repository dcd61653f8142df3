/** What can go wrong in the sandbox. Set a field at any time; it counts from the next request on. */
export interface Faults {
  /** Every answer of the API comes this much later. */
  latencyMs: number;
  /** Every n-th request fails once with this status; the same request succeeds when it is sent again. */
  every: { readonly n: number; readonly status: number } | undefined;
  /** Every request gets this status; 0 drops the connection. */
  status: number | undefined;
  /** With `status` 429 or 503: after so many seconds it shall be asked again. */
  retryAfterS: number;
  /** Likes, unlikes and comments get this status and are not done, whatever else works; 0 drops the connection. */
  failActions: number | undefined;
  /** A comment with more characters gets 413, as from a gateway. */
  longestComment: number | undefined;
  /** Every request gets this error of the API. */
  errorCode: number | undefined;
  /** The connection breaks off in the middle of every body. What was to be done has been done. */
  cutBody: boolean;
  /** So many new events appear on top after each page. */
  insertPerPage: number;
  /** The feed has no events. */
  empty: boolean;
  /** `/feed-token` knows nobody any more: 401. */
  signedOut: boolean;
}

export const noFaults = (): Faults => ({
  latencyMs: 0,
  every: undefined,
  status: undefined,
  retryAfterS: 1,
  failActions: undefined,
  longestComment: undefined,
  errorCode: undefined,
  cutBody: false,
  insertPerPage: 0,
  empty: false,
  signedOut: false,
});

/** Which status, if any, a request fails with. Counts, so that it is the same every time. */
export class StatusFaults {
  readonly #faults: Faults;
  readonly #failed = new Set<string>();
  #requests = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** `request` is the same text for a request and its repeats. */
  next(request: string): number | undefined {
    const { status, every } = this.#faults;
    if (status !== undefined) return status;
    // A repeat of what has failed is not counted.
    if (!every || this.#failed.delete(request)) return undefined;
    this.#requests += 1;
    if (this.#requests % every.n !== 0) return undefined;
    this.#failed.add(request);
    return every.status;
  }
}
