import { readCredit, type CreditInput, type CreditReading } from '../../../server/rights/credit-line';

type Row = [CreditInput, CreditReading];

describe('readCredit: the styles of print', () => {
  it.each<Row>([
    [{ credit: 'Mira Voss / AP' }, { byline: 'Mira Voss', creditLine: 'AP', agency: 'AP' }],
    [{ credit: 'AP Photo/Mira Voss, File' }, { byline: 'Mira Voss', creditLine: 'AP', agency: 'AP' }],
    [{ credit: 'AFP PHOTO / MIRA VOSS' }, { byline: 'Mira Voss', creditLine: 'AFP', agency: 'AFP' }],
    [{ credit: 'REUTERS/Mira Voss/Pool' }, { byline: 'Mira Voss', creditLine: 'Reuters', agency: 'Reuters' }],
    [{ credit: 'Mira Voss retuERS' }, { byline: 'Mira Voss', creditLine: 'Reuters', agency: 'Reuters' }],
    [{ credit: 'Foto: Mira Voss/dpa' }, { byline: 'Mira Voss', creditLine: 'dpa', agency: 'dpa' }],
    [{ credit: 'EPA-EFE/MIRA VOSS' }, { byline: 'Mira Voss', creditLine: 'EPA-EFE', agency: 'EPA' }],
    [{ credit: 'European Pressphoto Agency (EPA)' }, { creditLine: 'European Pressphoto Agency', agency: 'EPA' }],
    [{ credit: 'KEYSTONE/Mira Voss' }, { byline: 'Mira Voss', creditLine: 'Keystone', agency: 'Keystone' }],
    [{ credit: 'BELGA PHOTO MIRA VOSS' }, { byline: 'Mira Voss', creditLine: 'BELGA PHOTO', agency: 'Belga' }],
    [
      { credit: 'Mira Voss-USA TODAY Sports' },
      { byline: 'Mira Voss', creditLine: 'USA Today Sports', agency: 'Reuters' },
    ],
    [
      { credit: 'Photo by Mira Voss/Getty Images for Velna Ferries' },
      { byline: 'Mira Voss', creditLine: 'Getty Images for Velna Ferries', agency: 'Getty Images' },
    ],
    [
      { credit: 'Mira Voss/The Velna Post via AP' },
      { byline: 'Mira Voss', creditLine: 'The Velna Post/AP', agency: 'AP', collection: 'The Velna Post' },
    ],
    [
      { credit: 'Invision for Velna Ferries' },
      { creditLine: 'Invision for Velna Ferries', agency: 'AP', collection: 'Invision' },
    ],
    [{ credit: 'Mira Voss/PA Archive/PA Images' }, { byline: 'Mira Voss', creditLine: 'PA', agency: 'PA' }],
    [{ credit: 'PA Wire/PA Images/Velnaflix' }, { creditLine: 'Velnaflix/PA', agency: 'PA' }],
    [
      { credit: 'ALLSTAR/VELNA FILM' },
      { creditLine: 'Velna Film/Allstar', agency: 'Allstar Picture Library', collection: 'Velna Film' },
    ],
    [{ credit: 'PA Archive/Press Association Ima' }, { creditLine: 'PA', agency: 'PA' }],
    [{ credit: 'Action Images via Reuters' }, { creditLine: 'Action Images/Reuters', agency: 'Action Images' }],
    [{ credit: '© Corbis. All Rights Reserved.' }, { creditLine: 'Corbis', agency: 'Corbis' }],
    [
      { byline: 'VELNAWORKS', credit: 'VELNAWORKS/Allstar' },
      { creditLine: 'Velnaworks/Allstar', agency: 'Allstar Picture Library', collection: 'Velnaworks' },
    ],
    [{ credit: '(c) Velna Police Department' }, { creditLine: 'Velna Police Department' }],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: byline and credit share out their names', () => {
  it.each<Row>([
    [
      { byline: 'Mira Voss', credit: 'Mira Voss via Velna Pics Ltd' },
      { byline: 'Mira Voss', creditLine: 'Velna Pics Ltd' },
    ],
    [
      { byline: 'Mira Voss/Nordpix', credit: 'Nordpix' },
      { byline: 'Mira Voss', creditLine: 'Nordpix' },
    ],
    [
      { byline: 'Mira Voss - Nordpix', credit: 'NORDPIX' },
      { byline: 'Mira Voss', creditLine: 'NORDPIX' },
    ],
    [
      { byline: 'Mira Voss via BPX/REX', credit: '' },
      { byline: 'Mira Voss', creditLine: 'BPX/REX', agency: 'Rex Features' },
    ],
    [{ byline: 'Mira Voss/AP' }, { byline: 'Mira Voss', creditLine: 'AP', agency: 'AP' }],
    [
      { byline: 'Allstar', credit: 'VELNA FILM/Allstar' },
      { creditLine: 'Velna Film/Allstar', agency: 'Allstar Picture Library', collection: 'Velna Film' },
    ],
    [
      { byline: 'AFP Contributor#AFP', credit: 'AFP via Getty Images' },
      { creditLine: 'AFP/Getty Images', agency: 'Getty Images', collection: 'AFP' },
    ],
    [
      { byline: 'STRINGER', credit: 'REUTERS/Mira Voss' },
      { byline: 'Mira Voss', creditLine: 'Reuters', agency: 'Reuters' },
    ],
    [
      { byline: 'Mira Voss and Tom Hale', credit: 'AFP' },
      { byline: 'Mira Voss, Tom Hale', creditLine: 'AFP', agency: 'AFP' },
    ],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: handout, pool and stringer go, but a credit is never emptied', () => {
  it.each<Row>([
    [{ byline: 'HANDOUT', credit: 'HANDOUT' }, { creditLine: 'HANDOUT' }],
    [{ byline: 'HANDOUT', credit: 'Velna Port' }, { creditLine: 'Velna Port' }],
    [{ credit: 'POOL/Velna Port' }, { creditLine: 'Velna Port' }],
    [{ credit: 'Handout via REUTERS' }, { creditLine: 'Reuters', agency: 'Reuters' }],
    [{ credit: 'Pool/Handout' }, { creditLine: 'Handout' }],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: what is ambiguous stays as delivered', () => {
  it.each<Row>([
    [{}, {}],
    [{ byline: 'PA' }, { byline: 'PA' }],
    [
      { byline: 'Nordpix', credit: 'Mira Voss' },
      { byline: 'Nordpix', creditLine: 'Mira Voss' },
    ],
    [{ byline: 'Mira Voss/Nordpix' }, { byline: 'Mira Voss/Nordpix' }],
    [{ credit: 'Mira Voss' }, { creditLine: 'Mira Voss' }],
    [{ credit: 'Mira Voss/Velnaflix/PA' }, { byline: 'Mira Voss', creditLine: 'Mira Voss/Velnaflix/PA', agency: 'PA' }],
    [{ credit: 'Velna Rail Authority' }, { creditLine: 'Velna Rail Authority' }],
    [{ credit: 'Mira Voss/Alamy Live Desk' }, { creditLine: 'Mira Voss/Alamy Live Desk' }],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: source, copyright and instructions', () => {
  it.each<Row>([
    [
      { credit: 'Nordpix', source: 'PA' },
      { creditLine: 'Nordpix', agency: 'PA' },
    ],
    [{ source: 'AFP' }, { creditLine: 'AFP', agency: 'AFP' }],
    [
      { credit: 'NurPhoto/Shutterstock', source: 'Shutterstock Editorial' },
      { creditLine: 'NurPhoto/Shutterstock', agency: 'Rex Features' },
    ],
    [
      { credit: 'REX/Shutterstock', source: 'Rex Features', instructions: 'Exclusive - call for rates' },
      { creditLine: 'REX/Shutterstock' },
    ],
    [
      { copyright: '© 2031 AFP', instructions: 'NO ARCHIVES' },
      {
        creditLine: 'AFP',
        agency: 'AFP',
        copyrightHolder: 'AFP',
        copyrightNotice: '© 2031 AFP',
        restrictions: [{ kind: 'no-archive', sentence: 'NO ARCHIVES' }],
      },
    ],
    [{ copyright: '© 2031 Nordpix' }, { copyrightHolder: 'Nordpix', copyrightNotice: '© 2031 Nordpix' }],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});

describe('readCredit: the credit in the caption', () => {
  it.each<Row>([
    [
      { caption: 'A ferry. (AP Photo/Mira Voss)' },
      { byline: 'Mira Voss', creditLine: 'AP', agency: 'AP', caption: 'A ferry.' },
    ],
    [
      { credit: 'AP', caption: 'A ferry. (AP Photo/Mira Voss)' },
      { byline: 'Mira Voss', creditLine: 'AP', agency: 'AP', caption: 'A ferry.' },
    ],
    [
      { byline: 'Tom Hale', credit: 'AP', caption: 'A ferry. (AP Photo/Mira Voss)' },
      { byline: 'Tom Hale', creditLine: 'AP', agency: 'AP', caption: 'A ferry. (AP Photo/Mira Voss)' },
    ],
    [
      {
        credit: '(Credit too long, see caption)',
        caption: 'A ferry. (Photo by Mira Voss/Getty Images for Velna Ferries)',
      },
      {
        byline: 'Mira Voss',
        creditLine: 'Getty Images for Velna Ferries',
        agency: 'Getty Images',
        caption: 'A ferry.',
      },
    ],
    [
      { caption: 'Mandatory Credit: Photo by Mira Voss/Shutterstock (12345678ab)\nA fallen tree' },
      {
        byline: 'Mira Voss',
        creditLine: 'Shutterstock',
        agency: 'Shutterstock',
        caption: 'A fallen tree',
        suppliersReference: '12345678ab',
        restrictions: [
          { kind: 'mandatory-credit', sentence: 'Mandatory Credit: Photo by Mira Voss/Shutterstock (12345678ab)' },
        ],
      },
    ],
    [
      { caption: 'A ferry. NORWAY OUT (Photo by Mira Voss / NTB)', instructions: 'NORWAY OUT' },
      {
        byline: 'Mira Voss',
        creditLine: 'NTB',
        agency: 'NTB',
        caption: 'A ferry.',
        restrictions: [{ kind: 'territory-excluded', territory: 'NO', sentence: 'NORWAY OUT' }],
      },
    ],
  ])('%j', (input, expected) => {
    expect(readCredit(input)).toEqual(expected);
  });
});
