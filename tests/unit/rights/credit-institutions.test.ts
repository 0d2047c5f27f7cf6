import { readCredit, type CreditInput, type CreditReading } from '../../../server/rights/credit-line';
import { looksLikeInstitution } from '../../../server/wire/person';

describe('readCredit: an institution is credited, and is no photographer', () => {
  it.each<[string, string, string]>([
    ['White House/AFP', 'White House/AFP', 'AFP'],
    ['WEISSES HAUS/dpa', 'WEISSES HAUS/dpa', 'dpa'],
    ['Maison Blanche/AFP', 'Maison Blanche/AFP', 'AFP'],
    ['Buckingham Palace/PA', 'Buckingham Palace/PA', 'PA'],
    ['Palais de Velna/AFP', 'Palais de Velna/AFP', 'AFP'],
    ['Kensington Palace/Handout via REUTERS', 'Kensington Palace/Reuters', 'Reuters'],
    ['AFP PHOTO / HO / Iranian Presidency', 'AFP/Iranian Presidency', 'AFP'],
    ['Présidence Velnaise/AFP', 'Présidence Velnaise/AFP', 'AFP'],
    ['Ministère de la Défense/AFP', 'Ministère de la Défense/AFP', 'AFP'],
    ['Velnaer Innenministerium/dpa', 'Velnaer Innenministerium/dpa', 'dpa'],
    ['Ministerio Velnés/EFE', 'Ministerio Velnés/EFE', 'EFE'],
    ['Casa Real/EFE', 'Casa Real/EFE', 'EFE'],
    ['Polizei Hamburg/dpa', 'Polizei Hamburg/dpa', 'dpa'],
    ['Velnaer Wasserschutzpolizei/dpa', 'Velnaer Wasserschutzpolizei/dpa', 'dpa'],
    ['Policía Velnesa/EFE', 'Policía Velnesa/EFE', 'EFE'],
    ['Gendarmerie Velnaise/AFP', 'Gendarmerie Velnaise/AFP', 'AFP'],
    ['Guardia Civil/EFE', 'Guardia Civil/EFE', 'EFE'],
    ['Velna National Guard/Reuters', 'Velna National Guard/Reuters', 'Reuters'],
    ['Velna Labs GmbH/dpa', 'Velna Labs GmbH/dpa', 'dpa'],
    ['Berlin Zoo/AFP', 'Berlin Zoo/AFP', 'AFP'],
    ['Tierpark Velna/dpa', 'Tierpark Velna/dpa', 'dpa'],
    ['Universität Velna/dpa', 'Universität Velna/dpa', 'dpa'],
    ['Velna State Airlines/Reuters', 'Velna State Airlines/Reuters', 'Reuters'],
    ['Real Madrid/EFE', 'Real Madrid/EFE', 'EFE'],
    ['Manchester City/PA', 'Manchester City/PA', 'PA'],
    ['FC Velna/dpa', 'FC Velna/dpa', 'dpa'],
    ['Stadt Velna/dpa', 'Stadt Velna/dpa', 'dpa'],
    ['Château Velna/AFP', 'Château Velna/AFP', 'AFP'],
    ['US Navy/Reuters', 'US Navy/Reuters', 'Reuters'],
    ['Metropolitan Police/PA', 'Metropolitan Police/PA', 'PA'],
    ['Israeli Army/AFP', 'Israeli Army/AFP', 'AFP'],
  ])('%s', (credit, creditLine, agency) => {
    expect(readCredit({ credit })).toEqual({ creditLine, agency });
  });

  it.each([
    ['Greek Coast Guard via AP', 'Greek Coast Guard'],
    ['Planet Labs PBC via AP', 'Planet Labs PBC'],
    ['Warner Bros/AP', 'Warner Bros'],
  ])('%s: AP calls it a collection', (credit, collection) => {
    expect(readCredit({ credit })).toEqual({ creditLine: `${collection}/AP`, agency: 'AP', collection });
  });
});

describe('readCredit: an institution in the byline is credited as well', () => {
  it.each<[CreditInput, CreditReading]>([
    [{ byline: 'UKRAINIAN PRESIDENTIAL PRESS SER' }, { creditLine: 'UKRAINIAN PRESIDENTIAL PRESS SER' }],
    [
      { byline: 'UKRAINIAN PRESIDENTIAL PRESS SER', credit: 'AFP' },
      { creditLine: 'UKRAINIAN PRESIDENTIAL PRESS SER/AFP', agency: 'AFP' },
    ],
    [
      { byline: 'Velna Coast Guard', credit: 'Handout via REUTERS' },
      { creditLine: 'Velna Coast Guard/Reuters', agency: 'Reuters' },
    ],
    [
      { byline: 'White House', credit: 'White House/dpa' },
      { creditLine: 'White House/dpa', agency: 'dpa' },
    ],
    [
      { byline: 'Mira Voss', credit: 'White House/dpa' },
      { byline: 'Mira Voss', creditLine: 'White House/dpa', agency: 'dpa' },
    ],
    [
      { byline: 'White House', source: 'AFP' },
      { creditLine: 'White House/AFP', agency: 'AFP' },
    ],
    [
      { byline: 'White House and Mira Voss', credit: 'AFP' },
      { byline: 'White House and Mira Voss', creditLine: 'AFP', agency: 'AFP' },
    ],
    // A company may be how a photographer works.
    [
      { byline: '© Voss Corporation', credit: '© Voss Corporation' },
      { byline: 'Voss Corporation', creditLine: 'Voss Corporation' },
    ],
    [
      { byline: 'Voss Ltd', credit: 'AFP' },
      { byline: 'Voss Ltd', creditLine: 'AFP', agency: 'AFP' },
    ],
    [{ byline: 'Mira Voss/White House' }, { byline: 'Mira Voss', creditLine: 'White House' }],
    [{ credit: 'Mira Voss/White House' }, { byline: 'Mira Voss', creditLine: 'White House' }],
    [
      { caption: 'A ferry. White House/Handout via REUTERS' },
      { creditLine: 'White House/Reuters', agency: 'Reuters', caption: 'A ferry.' },
    ],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: people who are called as an institution is', () => {
  it.each([
    'Tom House',
    'Mira Guard',
    'Ines Palacio',
    'Tom La Guardia',
    'Mira Castle',
    'Tom Church',
    'Mira Villa',
    'Marina Voss',
    'Ines Armada',
    'Tom Court',
    'Mira van de Stadt',
    'Tom Heer',
    'Mira Casa',
    'Tom White',
    'Ines Palacio de Hale',
    'Réal Voss',
    'Esa Voss',
    'Mira Land',
  ])('%s', (byline) => {
    expect(readCredit({ credit: `${byline}/AFP` })).toEqual({ byline, creditLine: 'AFP', agency: 'AFP' });
  });
});

describe('looksLikeInstitution', () => {
  it.each(['The White House', "Palais de l'Élysée", 'Velna Sheriff’s Office', 'GUARDIA COSTIERA', 'Opel-Zoo'])(
    '%s is one',
    (text) => {
      expect(looksLikeInstitution(text)).toBe(true);
    },
  );

  it.each(['', 'Mira Voss', 'Nordpix', 'Velna Media', 'Voss Ltd', 'The House'])('"%s" is not', (text) => {
    expect(looksLikeInstitution(text)).toBe(false);
  });
});
