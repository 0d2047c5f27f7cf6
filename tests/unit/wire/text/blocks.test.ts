import { blocksOf, endsSentence, isProse } from '../../../../server/wire/text/blocks';

const texts = (input: string): string[] => blocksOf(input).map((block) => block.text);

describe('paragraphs', () => {
  it.each([
    ['a line each, where lines are not wrapped', 'One\nTwo\n\nThree', ['One', 'Two', 'Three']],
    ['line ends of every system', 'a\r\nb\rc\nd\u2028e\u0085f', ['a', 'b', 'c', 'd', 'e', 'f']],
    [
      'hard-wrapped lines are joined',
      'The ferry between the two islands carried its first passengers\nin six years on Monday, and the baker of the northern island\nstood on the pier at five in the morning.\n\nA second daily crossing is planned from June on, the county\nsaid.',
      [
        'The ferry between the two islands carried its first passengers in six years on Monday, and the baker of the northern island stood on the pier at five in the morning.',
        'A second daily crossing is planned from June on, the county said.',
      ],
    ],
    [
      'an indented line begins a paragraph of printed copy',
      'GRAIN PRICES FALL AGAIN\n    ROTTEN ROW, March 5 - Prices of grain fell for the third day as\nthe rain that farmers had waited for came at last.\n    Traders said that they had seen it coming and had sold\nwhat they could.\n Reuter',
      [
        'GRAIN PRICES FALL AGAIN',
        'ROTTEN ROW, March 5 - Prices of grain fell for the third day as the rain that farmers had waited for came at last.',
        'Traders said that they had seen it coming and had sold what they could.',
        'Reuter',
      ],
    ],
  ])('%s', (_, input, expected) => {
    expect(texts(input)).toEqual(expected);
  });

  it('keeps where each stands, and the blank lines before it', () => {
    const input = 'Head\n\n\n  Second \nThird';
    const blocks = blocksOf(input);
    expect(blocks.map(({ start, end }) => input.slice(start, end))).toEqual(['Head', 'Second', 'Third']);
    expect(blocks.map(({ gap, indent }) => [gap, indent])).toEqual([[0, 0], [2, 2], [0, 0]]); // prettier-ignore
  });

  it.each([
    ['He left.', true],
    ['He said: “Go.”', true],
    ['町長は話した。', true],
    ['Council reopens lighthouse', false],
    ['Photo: Jane Doe / AP', false],
  ])('%j ends a sentence: %s', (text, expected) => {
    expect(endsSentence(text)).toBe(expected);
  });

  it.each([
    ['The council voted on Monday to reopen it.', true],
    ['Read more.', false],
    ['What do we know about the old lighthouse?', false],
    ['Council reopens the lighthouse of Easthaven', false],
  ])('%j is a paragraph of a story: %s', (text, expected) => {
    expect(isProse(text)).toBe(expected);
  });
});
