import { readCredit, type CreditInput, type CreditReading } from '../../../server/rights/credit-line';

type Row = [string, CreditReading];
const AP = { creditLine: 'AP', agency: 'AP' };
const AFP = { creditLine: 'AFP', agency: 'AFP' };
const DPA = { creditLine: 'dpa', agency: 'dpa' };
const EFE = { creditLine: 'EFE', agency: 'EFE' };
const getty = (collection: string): CreditReading => ({
  byline: 'Tom Hale',
  creditLine: `${collection}/Getty Images`,
  agency: 'Getty Images',
  collection,
});
const brand = (collection: string): CreditReading => ({
  byline: 'Tom Hale',
  creditLine: collection,
  agency: 'Getty Images',
  collection,
});

describe('readCredit: a name in small letters, beside nothing but an agency', () => {
  it.each<Row>([
    ['j. scott applewhite/ap', { byline: 'J. Scott Applewhite', ...AP }],
    ['mira de voss / afp', { byline: 'Mira de Voss', ...AFP }],
    ['mira voss and tom hale/ap', { byline: 'Mira Voss, Tom Hale', ...AP }],
    ['afp/mira voss', { byline: 'Mira Voss', ...AFP }],
    // Not sure to be people.
    ['velna port authority/afp', { creditLine: 'velna port authority/AFP', agency: 'AFP' }],
    ['white house/afp', { creditLine: 'white house/AFP', agency: 'AFP' }],
    ['left to right/afp', { creditLine: 'left to right/AFP', agency: 'AFP' }],
    ['top left/afp', { creditLine: 'top left/AFP', agency: 'AFP' }],
    ['nordholm/afp', { creditLine: 'nordholm/AFP', agency: 'AFP' }],
    ['Mira voss/afp', { creditLine: 'Mira voss/AFP', agency: 'AFP' }],
  ])('%s', (credit, expected) => {
    expect(readCredit({ credit })).toEqual(expected);
  });
});

describe('readCredit: the family name first', () => {
  it.each<Row>([
    ["O'Brien, Conan/AP", { byline: "Conan O'Brien", ...AP }],
    ['MACDONALD, IAN/AP', { byline: 'Ian Macdonald', ...AP }],
    ['Voss, Mira/AFP', { byline: 'Mira Voss', ...AFP }],
    ['VOSS, MIRA J./AFP', { byline: 'Mira J. Voss', ...AFP }],
    ['van der Voss, Mira/AFP', { byline: 'Mira van der Voss', ...AFP }],
    ['Holland, Mira/AFP', { byline: 'Mira Holland', ...AFP }],
    ['voss, mira/afp', { byline: 'Mira Voss', ...AFP }],
    // A place, an organisation, more than one comma; and without an agency anything may be meant.
    ['Velna, Ukraine/AFP', { creditLine: 'Velna, Ukraine/AFP', agency: 'AFP' }],
    ['Velna, Texas/AFP', { creditLine: 'Velna, Texas/AFP', agency: 'AFP' }],
    ['Velna, Media/AFP', { creditLine: 'Velna, Media/AFP', agency: 'AFP' }],
    ['Voss, Hale, Lind/AFP', { creditLine: 'Voss, Hale, Lind/AFP', agency: 'AFP' }],
    ['Voss, Mira', { creditLine: 'Voss, Mira' }],
  ])('%s', (credit, expected) => {
    expect(readCredit({ credit })).toEqual(expected);
  });
});

describe('readCredit: a brand between photographer and agency', () => {
  it.each<Row>([
    ['Tom Hale/LightRocket via Getty Images', getty('LightRocket')],
    ['Tom Hale/SOPA Images/LightRocket via Getty Images', getty('SOPA Images/LightRocket')],
    ['Tom Hale/Soccrates/Getty Images', getty('Soccrates')],
    ['Tom Hale/NBC via Getty Images', getty('NBC')],
    ['Tom Hale/Corbis via Getty Images', getty('Corbis')],
    ['Tom Hale/Bloomberg via Getty Images', getty('Bloomberg')],
    ['Tom Hale/DeFodi Images via Getty Images', getty('DeFodi Images')],
    ['Tom Hale/Future Publishing via Getty Images', getty('Future Publishing')],
    ['Tom Hale/FilmMagic', brand('FilmMagic')],
    ['Tom Hale/WireImage', brand('WireImage')],
    ['Lisa Ferdinando/DoD/AP', { byline: 'Lisa Ferdinando', creditLine: 'DoD/AP', agency: 'AP', collection: 'DoD' }],
    ['Tom Hale/Invision/AP', { byline: 'Tom Hale', creditLine: 'Invision/AP', agency: 'AP', collection: 'Invision' }],
  ])('%s', (credit, expected) => {
    expect(readCredit({ credit })).toEqual(expected);
  });
});

describe('readCredit: a word for "by" is no part of a name', () => {
  it.each<Row>([
    ['Von Tom Hale (dpa)', { byline: 'Tom Hale', ...DPA }],
    ['Von Tom Hale/dpa', { byline: 'Tom Hale', ...DPA }],
    ['Par Tom HALE (AFP)', { byline: 'Tom HALE', ...AFP }],
    ['PAR TOM HALE/AFP', { byline: 'Tom Hale', ...AFP }],
    ['Por Tom Hale, EFE', { byline: 'Tom Hale', ...EFE }],
    ['Por Tom Hale | EFE', { byline: 'Tom Hale', ...EFE }],
    // Names that begin with the same word.
    ['Von Hale/AP', { byline: 'Von Hale', ...AP }],
    ['VON VOSS MIRA/AP', { byline: 'Von Voss Mira', ...AP }],
    ['Von der Voss Mira/AP', { byline: 'Von der Voss Mira', ...AP }],
    ['Di Maria Voss/AP', { byline: 'Di Maria Voss', ...AP }],
    ['Por Tom Hale', { creditLine: 'Por Tom Hale' }],
  ])('%s', (credit, expected) => {
    expect(readCredit({ credit })).toEqual(expected);
  });

  it('leaves a sentence of a caption alone', () => {
    expect(readCredit({ caption: 'Habla. Por Velna Alta' })).toEqual({ caption: 'Habla. Por Velna Alta' });
  });
});

describe('readCredit: agencies in other words', () => {
  it.each<Row>([
    ['Foto de archivo EFE/Tom Hale', { byline: 'Tom Hale', ...EFE }],
    ['Archivfoto dpa/Tom Hale', { byline: 'Tom Hale', ...DPA }],
    ['File photo AFP', AFP],
    ['Tom Hale/Alamy Live News', { byline: 'Tom Hale', creditLine: 'Alamy', agency: 'Alamy' }],
    ['Reuter/Tom Hale', { byline: 'Tom Hale', creditLine: 'Reuters', agency: 'Reuters' }],
    ['Edda Reuter/AP', { byline: 'Edda Reuter', ...AP }],
    ['EDDA REUTER/AP', { byline: 'Edda Reuter', ...AP }],
    ['Reuter', { creditLine: 'Reuter' }],
    ['Collage: AFP, Reuters', { creditLine: 'AFP, Reuters', agency: 'Reuters' }],
    ['Fotomontage: Tom Hale/dpa', { byline: 'Tom Hale', ...DPA }],
    ['Velnabild: AFP, Reuters', { creditLine: 'Velnabild: AFP, Reuters', agency: 'Reuters' }],
    ['AFP or licensors', AFP],
    ['Tom Hale/AFP or licensors', { byline: 'Tom Hale', ...AFP }],
  ])('%s', (credit, expected) => {
    expect(readCredit({ credit })).toEqual(expected);
  });

  it.each<[CreditInput, CreditReading]>([
    [
      { byline: 'TOM HALE / AFP', credit: 'AFP or licensors' },
      { byline: 'Tom Hale', ...AFP },
    ],
    [
      { byline: 'Tom Hale', credit: 'Reuter' },
      { byline: 'Tom Hale', creditLine: 'Reuter' },
    ],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});
