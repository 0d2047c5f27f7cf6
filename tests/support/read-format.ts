import type { Format, Warning } from '../../server/wire/format';
import type { Reading } from '../../server/wire/item';
import { DEFAULT_LIMITS, type Limits } from '../../server/wire/limits';
import { Source, type WireInput } from '../../server/wire/source';

/** Reads an input with one format, as `parse` does once it has found the format. Throws where it does not detect it. */
export async function readFormat(
  format: Format,
  input: string | WireInput,
  options: { zone?: string; limits?: Partial<Limits> } = {},
): Promise<{ readings: Reading[]; warnings: Warning[] }> {
  const source = new Source(typeof input === 'string' ? { bytes: Buffer.from(input) } : input);
  if (!format.detect(source)) throw new Error(`The input is not detected as ${format.name}.`);
  const warnings: Warning[] = [];
  const readings = await format.parse(source, {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    ...(options.zone === undefined ? {} : { zone: options.zone }),
    warn: (code, message) => warnings.push({ code, message }),
  });
  return { readings, warnings };
}
