import { agreesWith, creditInCaption, withoutInstructions } from '../../../server/rights/credit/caption-credit';

describe('creditInCaption: the sign-off at the end', () => {
  it.each<[string, string, string]>([
    ['A ferry in Velna, Monday. (AP Photo/Mira Voss)', 'A ferry in Velna, Monday.', 'AP Photo/Mira Voss'],
    ['A ferry in Velna (Photo by Mira Voss / AFP)', 'A ferry in Velna', 'Mira Voss / AFP'],
    [
      'A ferry. (Photo by M. VOSS / AFP) (Photo by M. VOSS/AFP via Getty Images)',
      'A ferry.',
      'M. VOSS/AFP via Getty Images',
    ],
    ['A ferry in Velna. Mira Voss/Pool via REUTERS', 'A ferry in Velna.', 'Mira Voss/Pool via REUTERS'],
    ['FILE PHOTO: A ferry. REUTERS/Mira Voss//File Photo', 'FILE PHOTO: A ferry.', 'REUTERS/Mira Voss//File Photo'],
    ['Eine Fähre in Velna. Foto: Mira Voss/dpa', 'Eine Fähre in Velna.', 'Mira Voss/dpa'],
    ['A ferry in Velna\nEPA/MIRA VOSS', 'A ferry in Velna', 'EPA/MIRA VOSS'],
    ['A ferry. Photo: Mira Voss', 'A ferry.', 'Mira Voss'],
    ['(AP Photo/Mira Voss)', '', 'AP Photo/Mira Voss'],
  ])('%s', (caption, rest, credit) => {
    expect(creditInCaption(caption)).toMatchObject({ caption: rest, credit });
  });
});

describe('creditInCaption: "Mandatory Credit" on a line of its own', () => {
  it('reads the credit and the number, and leaves the other lines', () => {
    const caption =
      'RESTRICTED\nMandatory Credit: Photo by Mira Voss/Shutterstock (12345678ab)\nA fallen tree\nVelna - 13 Feb 2031';
    expect(creditInCaption(caption)).toMatchObject({
      caption: 'RESTRICTED\nA fallen tree\nVelna - 13 Feb 2031',
      credit: 'Mira Voss/Shutterstock',
      reference: '12345678ab',
    });
  });
});

describe('creditInCaption: a credit that other words follow', () => {
  it.each([
    ['Eine Fähre. Foto: Mira Voss/dpa - Das Bild zeigt den Hafen von Velna im Nebel', 'Mira Voss/dpa'],
    ['A ferry. Photo credit should read: Mira Voss/PA Wire. RESTRICTIONS: No use with audio', 'Mira Voss/PA Wire'],
  ])('%s', (caption, credit) => {
    expect(creditInCaption(caption)).toMatchObject({ caption, credit });
  });
});

describe('creditInCaption: what picture desks sign off with', () => {
  it.each<[string, string, string | undefined]>([
    ['Eine Fähre. Foto: Mira Voss/dpa +++ dpa-Bildfunk +++', 'Mira Voss/dpa', undefined],
    ['Eine Fähre. Foto: Mira Voss/dpa +++(c) dpa - Bildfunk+++', 'Mira Voss/dpa', undefined],
    [
      'Eine Fähre. Foto: Mira Voss/dpa - Honorarfrei nur für Bezieher +++ dpa-Bildfunk +++',
      'Mira Voss/dpa',
      'Honorarfrei nur für Bezieher',
    ],
    [
      'Eine Fähre. Foto: Mira Voss/dpa - ACHTUNG: Nur zur redaktionellen Nutzung mit vollständiger Nennung des Credits +++ dpa-Bildfunk +++',
      'Mira Voss/dpa',
      'ACHTUNG: Nur zur redaktionellen Nutzung mit vollständiger Nennung des Credits',
    ],
  ])('%s', (caption, credit, terms) => {
    const found = creditInCaption(caption);
    expect(found).toMatchObject({ caption: 'Eine Fähre.', credit, split: { byline: 'Mira Voss', agency: 'dpa' } });
    expect(found?.terms).toBe(terms);
  });

  it.each(['Eine Fähre. +++ dpa-Bildfunk +++', '+++ dpa-Bildfunk +++'])('%s credits nobody', (caption) => {
    expect(creditInCaption(caption)).toBeUndefined();
  });
});

describe('creditInCaption: a demanded credit, and terms behind it', () => {
  it.each([
    ['Mandatory Credit: Photo by MIRA VOSS/EPA-EFE/REX (10234a). Not for use in Norway', 'MIRA VOSS/EPA-EFE/REX'],
    ['A ferry.\nMandatory Credit: Photo by Mira Voss/Shutterstock (10234a). Norway out.', 'Mira Voss/Shutterstock'],
  ])('%s', (caption, credit) => {
    const found = creditInCaption(caption);
    expect(found).toMatchObject({ credit, reference: '10234a' });
    expect(found?.terms).toMatch(/Norway/u);
  });
});

describe('creditInCaption: no credit', () => {
  it.each([
    'The minister (right)',
    'The minister in Velna.',
    'He read The Velna Post. Reuters was there.',
    '',
    '(',
    ')',
    'A. B. C. D',
  ])('%s', (caption) => {
    expect(creditInCaption(caption)).toBeUndefined();
  });
});

describe('agreesWith: nothing is lost with the credit in the caption', () => {
  it.each<[string, string, string, boolean]>([
    ['the same names', 'A ferry. (Photo by Mira Voss / AFP)', 'AFP', true],
    ['another form of the agency', 'A ferry. (AP Photo/Mira Voss)', 'Associated Press', true],
    ['a stand-in besides', 'A ferry. Mira Voss/Pool via REUTERS', 'Pool via REUTERS', true],
    ['another supplier', 'A ferry. (Photo by Mira Voss / AFP via Getty Images)', 'AFP', false],
    ['another photographer', 'A ferry. (Photo by Tom Hale / AFP)', 'AFP', false],
  ])('%s', (_, caption, credit, expected) => {
    const printed = creditInCaption(caption);
    expect(printed && agreesWith(printed, ['Mira Voss', credit], 'Mira Voss')).toBe(expected);
  });
});

describe('withoutInstructions', () => {
  it.each([
    ['NORWAY OUT\nA ferry', 'A ferry'],
    ['A ferry. NORWAY OUT', 'A ferry.'],
    ['A ferry to NORWAY OUTSIDE', 'A ferry to NORWAY OUTSIDE'],
  ])('%s', (caption, expected) => {
    expect(withoutInstructions(caption, 'NORWAY OUT')).toBe(expected);
  });
});
