import { readArchive, type EntryResult } from './archive';
import { WireError } from './errors';
import type { FormatName, ParseContext, Warning } from './format';
import { FORMATS } from './formats/registry';
import type { Reading } from './item';
import { isBrokenJson, jsonOf } from './json';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { Source, type WireInput } from './source';
import { isZip } from './zip';

export interface ParseOptions {
  limits?: Partial<Limits>;
  /** IANA zone for dates that name none, for example "Europe/Berlin". */
  zone?: string;
}

export interface ParseResult {
  format: FormatName;
  readings: Reading[];
  warnings: Warning[];
  /** Only for an archive: each of its files on its own, the unreadable ones with their errors. */
  entries?: EntryResult[];
}

/** The most warnings that one input may leave; a broken feed would leave one a line. */
const MAX_WARNINGS = 100;

/**
 * Bytes to items: finds the format and reads it; opens an archive and reads its files. Pure; the same bytes give the
 * same items.
 * Throws `WireError` with one of the codes of `WireErrorCode`.
 */
export async function parse(input: WireInput, options: ParseOptions = {}): Promise<ParseResult> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { bytes } = input;
  if (bytes.length > limits.bytes) {
    throw new WireError(
      'too-large',
      `The input has ${bytes.length} bytes, the limit is ${limits.bytes}. Split it, or raise the limit.`,
    );
  }
  if (isZip(bytes)) return readArchive(bytes, limits, (file) => parseFile(file, limits, options.zone));
  return parseFile(input, limits, options.zone);
}

async function parseFile(input: WireInput, limits: Readonly<Limits>, zone: string | undefined): Promise<ParseResult> {
  if (input.bytes.length === 0) throw new WireError('no-content', 'The input is empty. Paste or drop a story.');
  const source = new Source(input);
  const format = FORMATS.find((candidate) => candidate.detect(source));
  if (!format) {
    if (isBrokenJson(source, /"/)) jsonOf(source);
    throw new WireError(
      'unrecognised-format',
      'This is no wire format that Newswire knows. Paste the text of the story instead.',
    );
  }
  const warnings: Warning[] = [];
  const context: ParseContext = {
    limits,
    ...(zone === undefined ? {} : { zone }),
    warn: (code, message) => {
      if (warnings.length < MAX_WARNINGS) warnings.push({ code, message });
    },
  };
  const readings = await format.parse(source, context);
  if (readings.length === 0)
    throw new WireError('no-content', 'There is no story in this input. Check what was copied.');
  return { format: format.name, readings, warnings };
}
