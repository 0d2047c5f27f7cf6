/**
 * How fast the formats are read: items a CPU second, MB/s, and the ratio to a bare tokenizer over the same bytes
 * (saxes without handlers, JSON.parse). The stories are invented, 6 to 10 KB each, shaped like those of agencies.
 *
 *     npm run bench:parse              all formats
 *     npm run bench:parse -- nitf rss  some of them
 */
import { SaxesParser } from 'saxes';
import { parse } from '../server/wire/parse';
import { decodeText } from '../server/wire/decode';
import { jpegWith } from '../tests/support/jpeg';
import * as text from './fixtures-text';
import * as xml from './fixtures-xml';
import { stories } from './stories';

interface Fixture {
  name: string;
  inputs: Buffer[];
  bare?: (text: string) => void;
}

/** Each format runs this long, after a warm-up of half of it. */
const SECONDS = 1.5;
const VARIANTS = 50;

const saxes = (source: string): void => {
  new SaxesParser({ xmlns: false, position: false }).write(source).close();
};
const json = (source: string): void => {
  JSON.parse(source);
};

const samples = stories(VARIANTS);
const each = (write: (story: (typeof samples)[number]) => string): Buffer[] =>
  samples.map((story) => Buffer.from(write(story)));

const FIXTURES: Fixture[] = [
  { name: 'nitf', inputs: each(xml.nitf), bare: saxes },
  { name: 'newsml-1', inputs: each(xml.newsml1), bare: saxes },
  { name: 'newsml-g2', inputs: each(xml.newsmlG2), bare: saxes },
  { name: 'rss', inputs: [Buffer.from(xml.rss(samples))], bare: saxes },
  { name: 'atom', inputs: [Buffer.from(xml.atom(samples))], bare: saxes },
  { name: 'wxr', inputs: [Buffer.from(xml.wxr(samples))], bare: saxes },
  { name: 'ninjs', inputs: each(text.ninjs), bare: json },
  { name: 'ap-media', inputs: each(text.apMedia), bare: json },
  { name: 'dpa-digitalwires', inputs: each(text.digitalwires), bare: json },
  { name: 'plain-text', inputs: each(text.plainText) },
  { name: 'anpa-1312', inputs: each(text.anpa1312) },
  { name: 'iptc-7901', inputs: each(text.iptc7901) },
  { name: 'email', inputs: each(text.email) },
  { name: 'web-page', inputs: each(text.webPage) },
  { name: 'image', inputs: samples.map(({ headline, photo }) => picture(headline, photo)) },
];

function picture(headline: string, photo: (typeof samples)[number]['photo']): Buffer {
  const iim = {
    '1:90': '\x1b%G',
    '2:05': headline,
    '2:80': photo.byline,
    '2:85': 'Stringer',
    '2:110': photo.credit,
    '2:115': 'Nordlys',
    '2:116': '© 2024 Nordlys News',
    '2:40': 'NO ARCHIVES. MANDATORY CREDIT',
    '2:105': headline,
    '2:120': photo.caption,
    '2:25': ['ferry', 'islands'],
    '2:55': '20240531',
    '2:60': '150400+0200',
    '2:90': 'Vardø',
    '2:101': 'Norway',
    '2:100': 'NOR',
  };
  return jpegWith({
    iim,
    xmp: { 'photoshop:Credit': photo.credit, 'dc:creator': [photo.byline] },
    width: 640,
    height: 480,
  });
}

/** Runs `once` over all inputs again and again; the CPU seconds of one pass. */
async function passSeconds(inputs: readonly Buffer[], once: (bytes: Buffer) => unknown): Promise<number> {
  const run = async (seconds: number): Promise<number> => {
    const start = process.cpuUsage();
    const used = (): number => (({ user, system }) => (user + system) / 1e6)(process.cpuUsage(start));
    let passes = 0;
    while (used() < seconds) {
      for (const bytes of inputs) await once(bytes);
      passes += 1;
    }
    return used() / passes;
  };
  await run(SECONDS / 2);
  return run(SECONDS);
}

async function measure({ name, inputs, bare }: Fixture): Promise<string[]> {
  const [sample] = inputs;
  const readings: number[] = [];
  for (const bytes of inputs) {
    const result = await parse({ bytes });
    if (result.format !== name) return [name, `read as ${result.format}`];
    readings.push(result.readings.length);
  }
  const items = readings.reduce((sum, count) => sum + count, 0);
  const megabytes = inputs.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const ours = await passSeconds(inputs, (bytes) => parse({ bytes }));
  const theirs = bare && (await passSeconds(inputs, (bytes) => bare(decodeText(bytes))));
  return [
    name,
    `${((sample?.length ?? 0) / 1024 / (items / inputs.length)).toFixed(1)} KB`,
    `${Math.round(items / ours).toLocaleString('en')}`,
    `${(megabytes / ours).toFixed(1)}`,
    theirs === undefined ? '-' : `${(ours / theirs).toFixed(2)}×`,
  ];
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const rows = [['format', 'item', 'items/s', 'MB/s', 'of bare']];
  for (const fixture of FIXTURES) {
    if (wanted.length > 0 && !wanted.includes(fixture.name)) continue;
    rows.push(await measure(fixture).catch((error: unknown) => [fixture.name, String(error)]));
  }
  for (const [name = '', ...cells] of rows) {
    process.stdout.write(`${name.padEnd(18)}${cells.map((cell) => cell.padStart(11)).join('')}\n`);
  }
}

void main();
