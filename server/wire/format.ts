import type { Limits } from './limits';
import type { Reading } from './item';
import type { Source } from './source';

export type FormatName =
  | 'plain-text'
  | 'web-page'
  | 'nitf'
  | 'newsml-1'
  | 'newsml-g2'
  | 'ninjs'
  | 'ap-media'
  | 'dpa-digitalwires'
  | 'anpa-1312'
  | 'iptc-7901'
  | 'rss'
  | 'atom'
  | 'wxr'
  | 'email'
  | 'image';

/** Something that was read, but not as its specification wants it. */
export interface Warning {
  /** Stable, for example "date-without-zone". */
  code: string;
  /** One sentence for the person who looks after the feed. */
  message: string;
}

/** What a format is given beside the bytes. No clock, no network, no disk. */
export interface ParseContext {
  limits: Readonly<Limits>;
  /** IANA zone of the feed, for dates that name none. Absent: UTC, with a warning. */
  zone?: string;
  warn(code: string, message: string): void;
}

/**
 * One wire format. `formats/registry.ts` is the only list of them; to add a format, add a file and a row there.
 */
export interface Format {
  name: FormatName;
  /** Looks at the bytes, never at the file name alone. Must be cheap: it runs for every input. */
  detect(source: Source): boolean;
  /** Throws `WireError`. An input without anything to publish throws `no-content`. */
  parse(source: Source, context: ParseContext): Reading[] | Promise<Reading[]>;
}
