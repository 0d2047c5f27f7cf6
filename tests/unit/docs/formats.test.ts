import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatsDocument, RIGHTS } from '../../../docs/formats-document';
import type { FormatName } from '../../../server/wire/format';
import { ABOUT } from '../../../server/wire/formats/about';
import { FORMATS } from '../../../server/wire/formats/registry';
import { parse } from '../../../server/wire/wire';
import { fixtures } from '../../support/fixtures';

const NAMES = FORMATS.map(({ name }) => name);

/** The rights that a format has no place for. All others must come out of it. */
const WITHOUT: Partial<Record<FormatName, readonly string[]>> = {
  nitf: ['creditLine'],
  'dpa-digitalwires': ['expires'],
  'anpa-1312': ['creditLine', 'copyrightHolder', 'copyrightNotice', 'usageTerms', 'expires'],
  'iptc-7901': ['creditLine', 'copyrightHolder', 'copyrightNotice', 'usageTerms', 'expires'],
  rss: ['edNote'],
  wxr: ['edNote', 'expires'],
  'web-page': ['edNote', 'embargoedUntil', 'pubStatus'],
  'plain-text': ['expires'],
  image: ['pubStatus'],
};

describe('what is said of the formats', () => {
  it('is what docs/formats.md says (npm run docs:formats writes it)', () => {
    expect(readFileSync(resolve(__dirname, '../../../docs/formats.md'), 'utf8')).toBe(formatsDocument());
  });

  it('is said of each format once', () => {
    expect(Object.keys(ABOUT).sort()).toEqual([...NAMES].sort());
    expect(new Set(NAMES).size).toBe(NAMES.length);
  });

  it.each(NAMES)('says where the rights of %s come from', (name) => {
    expect(RIGHTS.filter((field) => ABOUT[name].fields[field] === undefined)).toEqual(WITHOUT[name] ?? []);
  });

  it.each(NAMES)('names every field that comes out of %s', async (name) => {
    const always = ['type', 'pubStatus'];
    for (const bytes of fixtures()[name]) {
      const { readings } = await parse({ bytes });
      const fields = readings.flatMap(({ item }) => Object.keys(item));
      expect(fields.length).toBeGreaterThan(always.length);
      expect(fields.filter((field) => !always.includes(field) && !(field in ABOUT[name].fields))).toEqual([]);
    }
  });
});
