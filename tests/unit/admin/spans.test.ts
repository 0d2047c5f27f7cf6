import { controlOf, isPointedAt, segments, spansOf } from '../../../admin/pages/import/preview/spans';

const sure = { confidence: 1 };

describe('the marks in the source text', () => {
  it('cuts a text where spans begin and end', () => {
    expect(segments('By Ana Ruiz\nText', [{ path: 'byline', start: 3, end: 11 }])).toEqual([
      { start: 0, text: 'By ', paths: [] },
      { start: 3, text: 'Ana Ruiz', paths: ['byline'] },
      { start: 11, text: '\nText', paths: [] },
    ]);
  });

  it('names the narrowest span first where spans nest', () => {
    const spans = [
      { path: 'copyrightNotice', start: 0, end: 10 },
      { path: 'copyrightYear', start: 2, end: 6 },
    ];
    expect(segments('© 2026 AFP', spans)).toEqual([
      { start: 0, text: '© ', paths: ['copyrightNotice'] },
      { start: 2, text: '2026', paths: ['copyrightYear', 'copyrightNotice'] },
      { start: 6, text: ' AFP', paths: ['copyrightNotice'] },
    ]);
  });

  it('keeps both spans where they overlap, and where they are the same', () => {
    const spans = [
      { path: 'headline', start: 0, end: 3 },
      { path: 'abstract', start: 2, end: 4 },
      { path: 'slugline', start: 2, end: 4 },
    ];
    expect(segments('abcd', spans).map(({ text, paths }) => [text, paths])).toEqual([
      ['ab', ['headline']],
      ['c', ['abstract', 'slugline', 'headline']],
      ['d', ['abstract', 'slugline']],
    ]);
  });

  it('gives one piece without marks for a text without spans, and none for no text', () => {
    expect(segments('abc', [])).toEqual([{ start: 0, text: 'abc', paths: [] }]);
    expect(segments('', [])).toEqual([]);
  });

  it('always gives the whole text again', () => {
    const text = 'x'.repeat(1000);
    const spans = Array.from({ length: 200 }, (_, i) => ({ path: `body.${i}`, start: i * 3, end: i * 5 + 7 }));
    const pieces = segments(
      text,
      spans.map((span) => ({ ...span, end: Math.min(span.end, text.length) })),
    );
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('cuts off what lies outside of the text and leaves out what has no place', () => {
    const provenance = {
      headline: { ...sure, span: { start: -2, end: 4 } },
      byline: { ...sure, span: { start: 8, end: 99 } },
      dateline: { ...sure, span: { start: 50, end: 60 } },
      provider: sure,
    };
    expect(spansOf(provenance, 10)).toEqual([
      { path: 'headline', start: 0, end: 4 },
      { path: 'byline', start: 8, end: 10 },
    ]);
  });
});

describe('which control edits what was read', () => {
  it.each([
    ['headline', 'headline'],
    ['body.3', 'body'],
    ['categories.0', 'categories'],
    ['comments.1.text', 'comments'],
    ['photos.0.creditLine', 'photos.0.creditLine'],
    ['photos.2.keywords.1', 'photos.2.keywords'],
  ])('%s is edited in %s', (path, control) => {
    expect(controlOf(path)).toBe(control);
  });

  it.each([
    ['body.3', 'body.3', true],
    ['body.3', 'body', true],
    ['body.3', 'body.4', false],
    ['photos.1.byline', 'photos.0.byline', false],
    ['headline', undefined, false],
  ])('%s is pointed at by %s: %s', (path, active, is) => {
    expect(isPointedAt(path, active)).toBe(is);
  });
});
