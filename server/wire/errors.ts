/** Every way in which bytes can fail to be a story. The codes are public: the command line, the API and the run log print them. */
export type WireErrorCode =
  'unrecognised-format' | 'malformed' | 'unsupported-encoding' | 'too-large' | 'too-deep' | 'unreadable' | 'no-content';

/** Thrown by the parsers. `message` is one sentence that tells the reader what to do. */
export class WireError extends Error {
  override readonly name = 'WireError';

  constructor(
    readonly code: WireErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
