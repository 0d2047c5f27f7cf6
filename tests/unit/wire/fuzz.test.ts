import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as text from '../../../bench/fixtures-text';
import * as xml from '../../../bench/fixtures-xml';
import { stories } from '../../../bench/stories';
import type { FormatName } from '../../../server/wire/format';
import { FORMATS } from '../../../server/wire/formats/registry';
import { parse, WireError } from '../../../server/wire/wire';
import { jpegWith } from '../../support/jpeg';
import { mutated } from '../../support/mutations';
import { faultsOf } from '../../support/sound';
import { zipOf } from '../../support/zip';

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

/** CPU seconds that a megabyte may take, and what even the smallest input may (compiling, collecting garbage). */
const SECONDS_PER_MEGABYTE = 2;
const LEAST_SECONDS = 0.5;

const STORIES = stories(3, 8);
const each = (write: (story: (typeof STORIES)[number]) => string): Buffer[] =>
  STORIES.map((story) => Buffer.from(write(story), 'utf8'));
const picture = jpegWith({
  iim: { '1:90': '\x1b%G', '2:80': 'Jörg Lind', '2:110': 'Nordlys', '2:120': 'A ferry.', '2:55': '20240203' },
  xmp: { 'photoshop:Credit': 'Nordlys', 'dc:creator': ['Jörg Lind'], 'plus:Licensor': [{ 'plus:LicensorURL': 'u' }] },
  exif: { 315: 'Jörg Lind', 270: 'A ferry.' },
});
const mailOfParts = Buffer.from(
  [
    'From: Nordlys <desk@nordlys.example>\r\nTo: in@news.example\r\nSubject: =?utf-8?Q?F=C3=A6rge?=\r\nMIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary="b2"\r\n',
    '--b2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    '<h1>Ferry runs on</h1><p>VARD=C3=98 (Nordlys) - The ferry runs until <b>May</b>.</p><img src=3D"cid:p">\r\n--b2--',
    '--b1\r\nContent-Type: image/jpeg; name="p.jpg"\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p>\r\n',
    `${picture.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b1--\r\n`,
  ].join('\r\n'),
);

const SEEDS: Record<FormatName, Buffer[]> = {
  nitf: each(xml.nitf),
  'newsml-1': each(xml.newsml1),
  'newsml-g2': each(xml.newsmlG2),
  rss: [Buffer.from(xml.rss(STORIES))],
  atom: [Buffer.from(xml.atom(STORIES))],
  wxr: [Buffer.from(xml.wxr(STORIES))],
  ninjs: each(text.ninjs),
  'ap-media': each(text.apMedia),
  'dpa-digitalwires': each(text.digitalwires),
  'plain-text': each(text.plainText),
  'anpa-1312': each(text.anpa1312),
  'iptc-7901': each(text.iptc7901),
  email: [...each(text.email), mailOfParts],
  'web-page': each(text.webPage),
  image: [picture],
};
const ARCHIVES = [
  zipOf([
    { name: 'story.xml', data: xml.nitf(STORIES[0] ?? fail()) },
    { name: 'p.jpg', data: picture },
  ]),
  zipOf([{ name: 'a/story.txt', data: text.plainText(STORIES[1] ?? fail()), stored: true }]),
];

function fail(): never {
  throw new Error('There are no stories.');
}

/** Items that are sound, or a `WireError`; nothing else, and in time. */
async function expectDoneOrRefused(bytes: Buffer): Promise<void> {
  const limit = Math.max(LEAST_SECONDS, (bytes.length / 1e6) * SECONDS_PER_MEGABYTE);
  let seconds = await readOnce(bytes);
  // Another run tells a slow reader from a machine that was busy.
  for (let again = 0; again < 2 && seconds > limit; again += 1) seconds = Math.min(seconds, await readOnce(bytes));
  if (seconds > limit) throw new Error(`${bytes.length} bytes took ${seconds} seconds of CPU.`);
}

async function readOnce(bytes: Buffer): Promise<number> {
  const start = process.cpuUsage();
  try {
    const { readings, entries = [] } = await parse({ bytes });
    const faults = readings.flatMap(({ item }) => faultsOf(item));
    if (faults.length > 0) throw new Error(`The items are not sound: ${faults.join('; ')}`);
    if (readings.length === 0 && entries.length === 0) throw new Error('There is no item, and no error.');
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
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
