import { agencyIn, agencyNamed } from '../../../server/wire/vocabulary/agencies';
import { AGENCIES } from '../../../server/wire/vocabulary/agency-table';

describe('the table of agencies', () => {
  it('names each agency once', () => {
    const names = AGENCIES.map((agency) => agency.name.toLowerCase());
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it('finds each agency by its own names', () => {
    for (const agency of AGENCIES) {
      expect(agencyNamed(agency.name)?.name).toBe(agency.name);
      expect(agencyNamed(agency.fullName)?.name).toBe(agency.name);
    }
  });

  it('points to a supplier that is in the table', () => {
    const names = new Set(AGENCIES.map((agency) => agency.name));
    for (const agency of AGENCIES) if (agency.suppliedBy) expect(names).toContain(agency.suppliedBy);
  });
});

describe('agencyNamed: the whole text is a name', () => {
  it.each([
    ['AFP', 'AFP'],
    ['afp', 'AFP'],
    ['A.F.P.', 'AFP'],
    ['Agence France Presse', 'AFP'],
    ['أ ف ب', 'AFP'],
    ['新华社', 'Xinhua'],
    ['ИТАР-ТАСС', 'TASS'],
    ['ロイター', 'Reuters'],
    ['로이터', 'Reuters'],
    ['АФП', 'AFP'],
    ['美聯社', 'AP'],
    ['교도통신', 'Kyodo'],
    ['新華社通信', 'Xinhua'],
    ['塔斯社', 'TASS'],
    ['Ёнхап', 'Yonhap'],
    ['retuERS', 'Reuters'],
    ['PA wIRE', 'PA'],
    ['EPA-EFE', 'EPA'],
    ['AAPIMAGE', 'AAP'],
    ['gettyimages', 'Getty Images'],
    ['Agencia Brasil', 'Agência Brasil'],
    ['CTK', 'ČTK'],
    ['IMAGO', 'Imago'],
  ])('%s is %s', (text, name) => {
    expect(agencyNamed(text)?.name).toBe(name);
  });

  it.each(['', ' - ', 'Velna Port Authority', 'Reuters staff reporter', 'Ana', 'N/A', 'map', 'a'.repeat(1000)])(
    '"%s" is none',
    (text) => {
      expect(agencyNamed(text)).toBeUndefined();
    },
  );
});

describe('agencyIn: a name among other words', () => {
  it.each([
    ['Copyright 2031 The Associated Press. All rights reserved.', 'AP'],
    ['(c) ITAR-TASS 2031', 'TASS'],
    ['By Mira Voss, Press Association', 'PA'],
    ['© AFP 2031', 'AFP'],
    ['VELNA (أ ف ب)', 'AFP'],
  ])('%s names %s', (line, name) => {
    expect(agencyIn(line)?.name).toBe(name);
  });

  it.each([
    'Pittsburgh, PA',
    'The keystone was set in 1887',
    'He will tap the map app',
    'A getaway car',
    'Edda Reuter spoke',
    'associated with the press',
    '',
  ])('%s names none', (line) => {
    expect(agencyIn(line)).toBeUndefined();
  });
});
