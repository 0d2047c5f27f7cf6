import { parseQuery } from '../../../server/delivery/search/query';
import { spacedWords, textOfHtml, topicOf, wordsIn, wordsOf } from '../../../server/delivery/search/words';

describe('the words of a text', () => {
  it.each([
    ['The ferry’s crew', ['the', 'ferry', 's', 'crew']],
    ['Café Ærø, 12.5 km', ['cafe', 'aero', '12', '5', 'km']],
    ['Wałęsa in Tromsø', ['walesa', 'in', 'tromso']],
    ['ÅLESUND–Bergen', ['alesund', 'bergen']],
    ['Straße', ['strasse']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['東京port', ['東', '京', 'port']],
    ['नमस्ते', ['नमस्ते']],
    ['–  …', []],
    ['a_b', ['a', 'b']],
    ['ไทย port', ['ไ', 'ท', 'ย', 'port']],
    ['𐐨𐐩 😀 quay', ['𐐨𐐩', 'quay']],
    [`${'x'.repeat(80)} ${'y'.repeat(81)} end`, ['x'.repeat(80), 'end']],
    ['Quay,  side. The "new" one\n- now', ['quay', 'side', 'the', 'new', 'one', 'now']],
    ['', []],
    [' quay ', ['quay']],
    ['  a  b', ['a', 'b']],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
    expect(spacedWords(text)).toBe(words.join(' '));
    expect(wordsIn(spacedWords(text))).toEqual(words);
  });

  it('are those between the tags', () => {
    expect(wordsOf(textOfHtml('<p>Uber<b>raschung</b>s <em>Quay</em><br />side</p>'))).toEqual(['uberraschungs', 'quay', 'side']); // prettier-ignore
    expect(wordsOf(textOfHtml('<h2>Salt</h2>ice<section>quay<abbreviation>side<a href="x">s</a>'))).toEqual(['salt', 'ice', 'quay', 'sides']); // prettier-ignore
    expect(wordsOf(textOfHtml('<p>Salt &amp; ice</p><p>The&nbsp;quay</p>'))).toEqual(['salt', 'ice', 'the', 'quay']);
  });

  it('can never be a topic', () => {
    expect(topicOf('medtop:20000523')).toBe('_medtop_20000523');
    expect(topicOf('…')).toBeUndefined();
  });
});

describe('a search', () => {
  const clause = (words: string[], more: object = {}) => ({ words, prefix: false, without: false, ...more });
  it.each([
    ['ferry', [clause(['ferry'])]],
    ['Ferry quay', [clause(['ferry']), clause(['quay'])]],
    ['"steam ferry" -strike', [clause(['steam', 'ferry']), clause(['strike'], { without: true })]],
    ['ferr*', [clause(['ferr'], { prefix: true })]],
    ['fe*', [clause(['fe'], { prefix: true })]],
    ['f*', [clause(['f'])]],
    ['well-known', [clause(['well', 'known'])]],
    ['"not closed', [clause(['not', 'closed'])]],
    ['東京', [clause(['東', '京'])]],
    ['" OR 1=1 --', [clause(['or', '1', '1'])]],
    ['headline:x NEAR(a)', [clause(['headline', 'x']), clause(['near', 'a'])]],
  ])('%j', (text, clauses) => expect(parseQuery(text)).toEqual(clauses));

  it.each([
    ['', 'nothing-to-search'],
    ['   ', 'nothing-to-search'],
    ['***', 'nothing-to-search'],
    ['-strike', 'nothing-to-search'],
    ['"…"', 'nothing-to-search'],
    ['x'.repeat(81), 'search-too-long'],
    [`ferry ${'x'.repeat(81)}`, 'search-too-long'],
    ['a '.repeat(33), 'search-too-long'],
    ['-a '.repeat(33), 'search-too-long'],
    [`ferry ${' '.repeat(300)} quay`, 'search-too-long'],
  ])('is refused: %j', (text, code) => {
    expect(() => parseQuery(text)).toThrow(expect.objectContaining({ details: { code } }));
  });

  it('has thirty-two words, of eighty letters or in a script without spaces, and nothing of it is left out', () => {
    expect(parseQuery(`${'a '.repeat(32)}${' '.repeat(300)}`)).toHaveLength(32);
    expect(parseQuery('x'.repeat(80))).toHaveLength(1);
    expect(parseQuery('京'.repeat(100))).toEqual([clause(Array.from('京'.repeat(100)))]);
  });
});
