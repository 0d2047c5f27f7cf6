import { slugOf, slugWithId } from '../../../server/editing/slug';

describe('slugOf', () => {
  it.each([
    ['plain words', 'Harbour city votes to move its fish market', 'harbour-city-votes-to-move-its-fish-market'],
    ['accents', 'Élections à Zürich: ça suffit!', 'elections-a-zurich-ca-suffit'],
    ['Cyrillic, transliterated', 'Москва ждёт', 'moskva-zhdyot'],
    ['Chinese, kept', '港口城市投票', '港口城市投票'],
    ['Arabic, transliterated', 'مدينة الميناء', 'mdynh-almynaa'],
    ['Korean, kept', '항구 도시 투표', '항구-도시-투표'],
    ['mixed, mostly Latin', 'The 北京 summit opens', 'the-summit-opens'],
    ['nothing but signs', '??? – !!!', 'abc123'],
    ['nothing', '', 'abc123'],
    ['a path', '../../etc/passwd', 'etc-passwd'],
    ['signs', 'Profit < loss & “more” — the minister’s 5%', 'profit-loss-more-the-ministers-5'],
  ])('%s', (_, headline, slug) => {
    expect(slugOf(headline, 'ABC123')).toBe(slug);
  });

  it('is cut at a word, and never longer than 80 characters', () => {
    const slug = slugOf('word '.repeat(1000), 'x');
    expect(slug).toBe(`${'word-'.repeat(15)}word`);
    expect([...slugOf('长'.repeat(1000), 'x')]).toHaveLength(80);
  });

  it('can be told apart by the document', () => {
    expect(slugWithId('news-in-brief', 'k3jh5g2jh45gQWErty')).toBe('news-in-brief-qwerty');
  });
});
