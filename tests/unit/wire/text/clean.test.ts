import { clean, sourceSpan } from '../../../../server/wire/text/clean';

describe('cleaning a stretch of text', () => {
  it.each([
    ['plain text stays as it is', 'A plain line', 'A plain line'],
    ['white space of any kind is folded', ' a\t b\u00a0\u2003c\u3000d ', 'a b c d'],
    ['line ends are white space', 'wrapped\r\n  line', 'wrapped line'],
    ['controls and invisible characters are dropped', 'a\u0000b\u200bc\u00add\ufeffe\u202ef', 'abcdef'],
    ['letters and their marks are composed', 'cafe\u0301', 'café'],
    ['surrogate pairs stay whole', '😀 ok', '😀 ok'],
    ['joiners stay, emoji and scripts need them', '👩\u200d🚒', '👩\u200d🚒'],
    ['nothing is left of nothing', ' \u200b\t', ''],
  ])('%s', (_, input, cleaned) => {
    expect(clean(input, 0, input.length).text).toBe(cleaned);
  });

  it.each([
    ['The\u00a0 lamp\tturns', 4, 8, 'lamp'],
    ['Cafe\u0301  Olé', 5, 8, 'Olé'],
    ['a\u200bb c', 0, 2, 'a\u200bb'],
    ['  lead', 0, 4, 'lead'],
  ])('finds in %j where characters %i to %i stood', (input, from, to, source) => {
    const span = sourceSpan(input, 0, input.length, from, to);
    expect(input.slice(span.start, span.end)).toBe(source);
  });
});
