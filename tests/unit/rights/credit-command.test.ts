import { creditOfLine } from '../../../bin/credit';

describe('newswire credit: one line of input', () => {
  it('takes the fields apart', () => {
    expect(creditOfLine('{"credit":"Mira Voss / AP"}')).toEqual({
      byline: 'Mira Voss',
      creditLine: 'AP',
      agency: 'AP',
    });
  });

  it('passes over keys that are no credit field', () => {
    expect(creditOfLine('{"title":"A ferry"}')).toEqual({});
  });

  it.each(['', 'credit', '[]', 'null', '"AP"', '{"credit":5}', '{"credit":null}', '{"credit":"AP"'])(
    'refuses %s',
    (line) => {
      expect(creditOfLine(line)).toMatchObject({ error: { code: 'malformed' } });
    },
  );

  it.each(['{"__proto__":{"credit":"AP"}}', '{"constructor":"AP"}'])('is not fooled by %s', (line) => {
    expect(creditOfLine(line)).toEqual({});
  });
});
