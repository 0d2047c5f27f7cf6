import fc from 'fast-check';
import { splitCredit, type SplitCredit } from '../../../server/wire/credit-split';

const line = (creditLine: string, byline?: string, agency?: string): SplitCredit => ({
  ...(byline === undefined ? {} : { byline }),
  creditLine,
  ...(agency === undefined ? {} : { agency }),
});

describe('splitCredit: a name and who supplied it', () => {
  it.each<[string, SplitCredit]>([
    ['Mira Voss / AP', line('AP', 'Mira Voss', 'AP')],
    ['(Photo by MIRA VOSS / AFP via Getty Images)', line('AFP via Getty Images', 'MIRA VOSS', 'Getty Images')],
    ['REUTERS/Mira Voss', line('REUTERS', 'Mira Voss', 'Reuters')],
    ['AFP PHOTO / MIRA VOSS', line('AFP PHOTO', 'MIRA VOSS', 'AFP')],
    ['AP Photo/Mira Voss and Tom Hale, File', line('AP Photo', 'Mira Voss, Tom Hale', 'AP')],
    ['Mira Voss (REUTERS)', line('REUTERS', 'Mira Voss', 'Reuters')],
    ['Mira Voss, AP', line('AP', 'Mira Voss', 'AP')],
    ['Mira Voss - dpa', line('dpa', 'Mira Voss', 'dpa')],
    ['Foto: Mira Voss/imago', line('imago', 'Mira Voss', 'Imago')],
    ['picture alliance / dpa | Mira Voss', line('picture alliance / dpa', 'Mira Voss', 'dpa')],
    ['Mira Voss | Afp | Getty Images', line('Afp | Getty Images', 'Mira Voss', 'Getty Images')],
    ['Mira de Voss/The Velna Post via AP', line('The Velna Post via AP', 'Mira de Voss', 'AP')],
    ['EPA-EFE/MIRA VOSS / POOL', line('EPA-EFE', 'MIRA VOSS', 'EPA')],
    ['Crédit photo : Mira Voss / AFP', line('AFP', 'Mira Voss', 'AFP')],
    ['Photo by Mira Voss for The Velna Post', line('The Velna Post', 'Mira Voss')],
    ['Mira Voss / Nordpix', line('Nordpix', 'Mira Voss')],
    ['© 2031 Mira Voss/Getty Images All rights reserved', line('Getty Images', 'Mira Voss', 'Getty Images')],
    ['Copyright 2030-31, Mira Voss / AP', line('AP', 'Mira Voss', 'AP')],
    ['Photo by: Mira Voss; Edited by Tom Hale/AP', line('AP', 'Mira Voss', 'AP')],
    ['Courtesy of Mira Voss via AP', line('AP', 'Mira Voss', 'AP')],
    ['Photo courtesy Mira Voss/AP', line('AP', 'Mira Voss', 'AP')],
    ['Mira Voss/ロイター', line('ロイター', 'Mira Voss', 'Reuters')],
    ['Photo AP: Mira Voss', line('AP', 'Mira Voss', 'AP')],
    ['AFP Foto: MIRA VOSS', line('AFP Foto', 'MIRA VOSS', 'AFP')],
    ['Foto Mira Voss (Europa Press)', line('Europa Press', 'Mira Voss', 'Europa Press')],
  ])('%s', (printed, expected) => {
    expect(splitCredit(printed)).toEqual(expected);
  });
});

describe('splitCredit: nobody is named', () => {
  it.each<[string, SplitCredit]>([
    ['Handout via REUTERS', line('REUTERS', undefined, 'Reuters')],
    ['zVg/AFP', line('AFP', undefined, 'AFP')],
    ['N.N. / dpa', line('dpa', undefined, 'dpa')],
    ['AFP/D.R.', line('AFP', undefined, 'AFP')],
    ['Courtesy of Velna Police via AP', line('Courtesy of Velna Police via AP', undefined, 'AP')],
    ['© 2031 Velna Port', line('Velna Port')],
    ['AFP / STR', line('AFP', undefined, 'AFP')],
    ['(Photo by - / AFP)', line('AFP', undefined, 'AFP')],
    ['AFP Contributor#AFP', line('AFP', undefined, 'AFP')],
    ['AFP/ارشيف', line('AFP', undefined, 'AFP')],
    ['Action Images/REUTERS', line('Action Images/REUTERS', undefined, 'Action Images')],
    ['Velna Rescue Service', line('Velna Rescue Service')],
    ['Marc Reuters', line('Marc Reuters')],
    ['© dpa - Bildfunk', line('dpa - Bildfunk', undefined, 'dpa')],
  ])('%s', (printed, expected) => {
    expect(splitCredit(printed)).toEqual(expected);
  });
});

describe('splitCredit: what may be anything stays whole', () => {
  it.each([
    'Mira Voss',
    'Velna/Norholm/AP',
    'Mira Voss / Tom Hale',
    'Mira Voss for The Velna Post',
    'Handout',
    'Michael Bloomberg',
  ])('%s', (printed) => {
    expect(splitCredit(printed)).toMatchObject({ creditLine: printed });
    expect(splitCredit(printed)).not.toHaveProperty('byline');
  });

  it.each(['', '   ', 'word '.repeat(200), 'x'.repeat(1_000_000)])('no credit at all', (printed) => {
    expect(splitCredit(printed)).toBeUndefined();
  });
});

describe('splitCredit on any text', () => {
  const tokens = [
    'Mira Voss',
    'AP',
    'AFP PHOTO',
    'REUTERS',
    'Pool',
    ' / ',
    '/',
    ' via ',
    ', ',
    ' - ',
    '(',
    ')',
    '©',
    'Photo by ',
    '#',
    '|',
    ' ',
  ];
  const credit = fc
    .array(fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 8 })), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('never throws, never empties a credit, and prints nothing that the line does not hold', () => {
    fc.assert(
      fc.property(credit, (printed) => {
        const split = splitCredit(printed);
        if (!split) return;
        expect(split.creditLine.trim()).not.toBe('');
        for (const text of [split.creditLine, ...(split.byline?.split(', ') ?? [])]) {
          for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) expect(printed).toContain(word);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
