export type FetchProblem =
  | 'bad-address'
  | 'private-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'timeout'
  | 'bad-answer'
  | 'unreachable'
  | 'not-an-image';

/** Why something could not be fetched. The message names a host at the most: addresses may hold secrets. */
export class FetchError extends Error {
  constructor(
    readonly code: FetchProblem,
    message: string,
    /** The status of the answer, where there was one. */
    readonly status?: number,
    /** For how long the other side asks to be left alone. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'FetchError';
  }
}
