import fc from 'fast-check';
import { readCredit, type CreditInput } from '../../../server/rights/credit-line';
import { AGENCIES } from '../../../server/wire/vocabulary/agency-table';
import { cpuSeconds, unitOfWork } from '../../support/cpu';

const TOKENS = [
  ...[
    'Mira Voss',
    'TOM HALE',
    'åsa østby',
    'Velna Port Authority',
    'Nordpix',
    'Velnaflix',
    'AP',
    'AP Photo',
    'AFP',
    'REUTERS',
    'retuERS',
  ],
  ...[
    'PA Wire',
    'PA Images',
    'Getty Images',
    'Getty Images for Velna',
    'Shutterstock',
    'ALLSTAR',
    'dpa',
    'أ ف ب',
    '新华社',
    'Invision',
  ],
  ...[
    'Handout',
    'POOL',
    'Stringer',
    'AFP Contributor',
    'File',
    '-',
    '.',
    '(12345678ab)',
    'Mandatory Credit: ',
    'Photo by ',
    'Foto: ',
    '© 2031 ',
  ],
  ...[
    '/',
    ' / ',
    ' via ',
    '#',
    ' - ',
    ', ',
    ' | ',
    '(',
    ')',
    '\n',
    ' ',
    '. ',
    'A ferry leaves Velna on Monday. ',
    'NORWAY OUT',
    'No archives. ',
  ],
];
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TOKENS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));
const input: fc.Arbitrary<CreditInput> = fc.record(
  { byline: text, credit: text, source: text, caption: text, copyright: text, instructions: text },
  { requiredKeys: [] },
);

const wordsIn = (line: string): string[] =>
  line
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const KNOWN = new Set(
  AGENCIES.flatMap(({ name, credit, collections }) => [name, credit ?? '', ...(collections ?? [])].flatMap(wordsIn)),
);

const RUNS = { numRuns: 1000 };

it('never throws, and no answer is an empty text', () => {
  fc.assert(
    fc.property(input, (fields) => {
      const answers: unknown[] = Object.values(readCredit(fields));
      expect(answers).not.toContain('');
      expect(answers).not.toContain(undefined);
    }),
    RUNS,
  );
});

it('never empties a credit', () => {
  fc.assert(
    fc.property(input, (fields) => {
      fc.pre(wordsIn(fields.credit ?? '').length > 0);
      const { creditLine, byline } = readCredit(fields);
      expect(creditLine ?? byline).toBeDefined();
    }),
    RUNS,
  );
});

it('invents nothing: every word is in the input or in the table of agencies', () => {
  fc.assert(
    fc.property(input, (fields) => {
      const given = wordsIn(Object.values(fields).join('\n')).join(' ');
      const { restrictions = [], ...lines } = readCredit(fields);
      const printed = [...Object.values(lines), ...restrictions.map(({ sentence }) => sentence)];
      const invented = printed.flatMap(wordsIn).filter((word) => !KNOWN.has(word) && !given.includes(word));
      expect(invented).toEqual([]);
    }),
    RUNS,
  );
});

it('is stable: what was read once is read the same again', () => {
  const name = fc.constantFrom(
    'Mira Voss',
    'TOM HALE',
    'Velna Port Authority',
    'Nordpix',
    'AP Photo',
    'REUTERS',
    'PA Wire',
    'ALLSTAR',
    'Pool',
  );
  const line = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  fc.assert(
    fc.property(line, line, (byline, credit) => {
      const first = readCredit({ byline, credit });
      fc.pre(first.byline !== undefined && first.creditLine !== undefined);
      const again = readCredit({ byline: first.byline ?? '', credit: first.creditLine ?? '' });
      expect(again).toEqual(first);
    }),
    RUNS,
  );
});

describe('a megabyte in every field', () => {
  it.each([
    ' ',
    '(',
    '/',
    'a',
    'A. ',
    ' via ',
    '© ',
    'NO USE IN ',
    'Mandatory Credit: ',
    '\n',
    'Foto: ',
    '12',
    ' - ',
    ', ',
    'é́',
    '((1234',
  ])('of "%s" takes no time', async (piece) => {
    const mega = piece.repeat(1_000_000 / piece.length);
    const facts = { byline: mega, credit: mega, source: mega, caption: mega, copyright: mega, instructions: mega };
    expect(await cpuSeconds(() => readCredit(facts))).toBeLessThan(18 * (await unitOfWork()));
  });
});
