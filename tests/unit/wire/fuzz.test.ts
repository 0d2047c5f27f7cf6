import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FORMATS } from '../../../server/wire/formats/registry';
import { parse, WireError } from '../../../server/wire/wire';
import { cpuSeconds, unitOfWork } from '../../support/cpu';
import { ARCHIVES, fixtures } from '../../support/fixtures';
import { mutated } from '../../support/mutations';
import { faultsOf } from '../../support/sound';

/**
 * Mutated inputs of every format, through the one way in.
 *
 *     npx jest fuzz                                               a few hundred a format, the same each time
 *     NEWSWIRE_FUZZ_RUNS=10000 npx jest fuzz                      as many as that, others each time
 *     NEWSWIRE_FUZZ_SEEDS=folder NEWSWIRE_FUZZ_RUNS=… npx jest …  mutates the files of a folder too
 */
const LONG_RUN = process.env['NEWSWIRE_FUZZ_RUNS'];
const RUNS = Number(LONG_RUN ?? 200);
const SEED_FOLDER = process.env['NEWSWIRE_FUZZ_SEEDS'];
const MAX_SEED_BYTES = 256 * 1024;

/** Units of work (some 80 ms) that a megabyte may take, and what even the smallest input may (compiling, garbage). */
const UNITS_PER_MEGABYTE = 25;
const LEAST_UNITS = 6;

const SEEDS = fixtures();

/** Items that are sound, or a `WireError`; nothing else, and in time. */
async function expectDoneOrRefused(bytes: Buffer): Promise<void> {
  const limit = Math.max(LEAST_UNITS, (bytes.length / 1e6) * UNITS_PER_MEGABYTE) * (await unitOfWork());
  let seconds = await cpuSeconds(() => readOnce(bytes));
  // Another run tells a slow reader from a machine that was busy.
  for (let again = 0; again < 2 && seconds > limit; again += 1)
    seconds = Math.min(seconds, await cpuSeconds(() => readOnce(bytes)));
  if (seconds > limit) throw new Error(`${bytes.length} bytes took ${seconds} seconds of CPU.`);
}

async function readOnce(bytes: Buffer): Promise<void> {
  try {
    const { readings, entries = [] } = await parse({ bytes });
    const faults = readings.flatMap(({ item }) => faultsOf(item));
    if (faults.length > 0) throw new Error(`The items are not sound: ${faults.join('; ')}`);
    if (readings.length === 0 && entries.length === 0) throw new Error('There is no item, and no error.');
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
}

/** The files of a folder by the format that reads them; those that none reads are kept too, as "unreadable". */
async function seedFiles(folder: string): Promise<Map<string, Buffer[]>> {
  const seeds = new Map<string, Buffer[]>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name)).subarray(0, MAX_SEED_BYTES);
    const format = await parse({ bytes }).then(
      (result) => result.format,
      () => 'unreadable',
    );
    seeds.set(format, [...(seeds.get(format) ?? []), bytes]);
  }
  return seeds;
}

const EVERYTHING = Object.values(SEEDS).flat();

async function expectHolds(seeds: readonly Buffer[]): Promise<void> {
  await fc.assert(fc.asyncProperty(mutated(seeds, [...seeds, ...EVERYTHING]), expectDoneOrRefused), {
    numRuns: RUNS,
    ...(LONG_RUN === undefined ? { seed: 1312 } : {}),
  });
}

const LONG_TIME = 30 * 60 * 1000;

describe('every input is read into sound items or refused, in time', () => {
  it.each(FORMATS.map(({ name }) => name))(
    'is so for mutations of %s',
    async (name) => {
      for (const bytes of SEEDS[name]) expect((await parse({ bytes })).format).toBe(name);
      await expectHolds(SEEDS[name]);
    },
    LONG_TIME,
  );

  it('is so for mutations of archives', () => expectHolds(ARCHIVES), LONG_TIME);
});

(SEED_FOLDER === undefined ? describe.skip : describe)('the same for mutations of the files of a folder', () => {
  let seeds = new Map<string, Buffer[]>();
  beforeAll(async () => {
    seeds = await seedFiles(SEED_FOLDER ?? '.');
  }, LONG_TIME);

  it.each([...FORMATS.map(({ name }) => name), 'unreadable'])(
    '%s',
    async (name) => {
      const files = seeds.get(name) ?? [];
      if (files.length > 0) await expectHolds(files);
    },
    LONG_TIME,
  );
});
