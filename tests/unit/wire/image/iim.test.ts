import iconv from 'iconv-lite';
import { readIim } from '../../../../server/wire/image/iim';
import { IIM_UTF8, iimBlock } from '../../../support/jpeg';

const TEXT = 'Räksmörgås på café, naïve façade';
const QUOTED = '“It’s over” – that’s all…';

describe('the charset of IIM', () => {
  const cases: [what: string, escape: string | undefined, charset: string, text: string][] = [
    ['UTF-8 as 1:90 says', IIM_UTF8, 'utf-8', `${TEXT} Ω 鳥`],
    ['UTF-8 without 1:90', undefined, 'utf-8', TEXT],
    ['UTF-8 under a 1:90 that says latin-1', '\x1b.A', 'utf-8', TEXT],
    ['latin-1 as 1:90 says', '\x1b.A', 'latin1', TEXT],
    ['windows-1252 under a 1:90 that says UTF-8', IIM_UTF8, 'windows-1252', TEXT],
    ['windows-1252 without 1:90', undefined, 'windows-1252', `${TEXT} ${QUOTED}`],
    ['MacRoman without 1:90', undefined, 'macroman', `${TEXT} ${QUOTED}`],
    ['MacRoman capitals', undefined, 'macroman', 'ÅSA ÖBERG i Malmö'],
    ['a copyright sign alone', undefined, 'windows-1252', '© 2024 Fell'],
    ['Polish as 1:90 says', '\x1b-B', 'iso-8859-2', 'Łódź, Kraków'],
    ['Russian as 1:90 says', '\x1b-L', 'iso-8859-5', 'Москва'],
    ['Greek as 1:90 says', '\x1b-F', 'iso-8859-7', 'Αθήνα'],
  ];
  test.each(cases)('%s', (_what, escape, charset, text) => {
    const iim = readIim(
      iimBlock({ ...(escape === undefined ? {} : { '1:90': escape }), '2:120': iconv.encode(text, charset) }),
    );
    expect(iim.get('2:120')).toEqual([text]);
  });

  test('a value that is cut within a UTF-8 character loses that character only', () => {
    const cut = Buffer.from('Gässe').subarray(0, 2);
    const iim = readIim(iimBlock({ '1:90': IIM_UTF8, '2:105': cut, '2:120': 'Räksmörgås' }));
    expect(iim.get('2:105')).toEqual(['G']);
    expect(iim.get('2:120')).toEqual(['Räksmörgås']);
  });
});

describe('the datasets of IIM', () => {
  test('repeat, are trimmed, and end where the block ends', () => {
    const block = iimBlock({ '2:25': ['geese', ' travel\0\0', '  '], '2:80': 'Nils' });
    expect(readIim(block)).toEqual(
      new Map([
        ['2:25', ['geese', 'travel']],
        ['2:80', ['Nils']],
      ]),
    );
    expect(readIim(block.subarray(0, block.length - 2))).toEqual(
      new Map([
        ['2:25', ['geese', 'travel']],
        ['2:80', ['Ni']],
      ]),
    );
    expect(readIim(Buffer.alloc(40))).toEqual(new Map());
  });

  test('an extended dataset has its length in the bytes after', () => {
    const long = Buffer.concat([
      Buffer.from([0x1c, 2, 120, 0x80, 4, 0, 0, 0, 5]),
      Buffer.from('Geese'),
      iimBlock({ '2:80': 'Nils' }),
    ]);
    expect(readIim(long)).toEqual(
      new Map([
        ['2:120', ['Geese']],
        ['2:80', ['Nils']],
      ]),
    );
  });

  test('a block that a TIFF stored as little-endian longs is turned round', () => {
    const block = iimBlock({ '2:80': 'Nils H.' });
    expect(readIim(Buffer.from(block).swap32())).toEqual(new Map([['2:80', ['Nils H.']]]));
  });
});
