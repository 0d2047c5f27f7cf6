import { itemOf, paragraphsOf, STORY } from './read';

const [FIRST = '', SECOND = '', THIRD = ''] = STORY;

/** A page: enough furniture that structure is looked at. */
const page = (...middle: string[]): string =>
  [
    'Home',
    'Council reopens lighthouse of Easthaven',
    'Share',
    'Facebook',
    'Print',
    FIRST,
    ...middle,
    SECOND,
    THIRD,
    'Comments',
  ].join('\n\n');

describe('the furniture of a page', () => {
  it.each([
    ['an advertisement', 'Advertisement'],
    ['a call to subscribe', 'Sign up for our newsletter'],
    ['a teaser', 'Read more: Owls in all harbours of the north'],
    ['in other languages', 'Lesen Sie auch: Eulen im Hafen'],
    ['a list of links', 'Owls seen in West Harbour\n\nKeeper of lamp retires\n\nTen ways to oil a lamp'],
    [
      'a list under its heading',
      'Related articles\n\nOwls seen in West Harbour\n\nThe keeper of the lamp retires after forty years on the rock…\n\nTen ways to oil a lamp',
    ],
    [
      'a list without blank lines',
      'Enjoy the news of the north.\nUnlimited access to all of our lamps.\nDaily puzzles with owls in them.',
    ],
    ['a sentence of the story in large letters', 'We expected rust and found a family of owls'],
    ['the same paragraph again', FIRST],
    ['a line of dots', '. . .'],
  ])('leaves out %s', (_, noise) => {
    expect(paragraphsOf(itemOf(page(noise)))).toEqual(STORY);
  });

  it.each([
    ['a subhead', 'A family of owls'],
    ['a subhead that asks', 'Where have they gone?'],
    ['a list that the story announces', 'The keeper found:\n\n- two owls\n- a lamp\n- some oil'],
  ])('keeps %s', (_, part) => {
    const kept = part.split(/\n+/).map((line) => line.replace(/^- /, ''));
    expect(paragraphsOf(itemOf(page(part)))).toEqual([FIRST, ...kept, SECOND, THIRD]);
  });

  it('marks subheads and lists as such', () => {
    expect(itemOf(page('A family of owls')).bodyHtml).toContain('<h3>A family of owls</h3>');
    expect(itemOf(page('The keeper found:\n\n- two owls\n- a lamp')).bodyHtml).toContain(
      '<ul><li>two owls</li><li>a lamp</li></ul>',
    );
  });

  it('takes the line of the section above the headline for no headline', () => {
    expect(itemOf(page()).headline).toBe('Council reopens lighthouse of Easthaven');
  });

  it.each([
    ['a path to the page', 'Home > World > Harbours'],
    ['the title of the window', 'Council reopens lighthouse - Easthaven Post'],
    ['the name of a section', 'WORLD NEWS'],
  ])('takes %s for no headline', (_, line) => {
    expect(itemOf([line, 'Council reopens lighthouse', ...STORY].join('\n\n')).headline).toBe(
      'Council reopens lighthouse',
    );
  });

  it.each(['Source: AFP', 'AFP', 'AFP | August 3, 2018', '(Quelle: AFP)'])('knows the agency from %j', (line) => {
    const item = itemOf(['Council reopens lighthouse', line, ...STORY].join('\n\n'));
    expect(item.provider).toBe('AFP');
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('keeps the summary between headline and byline apart from the story', () => {
    const text = [
      'Council reopens lighthouse',
      'After thirty years in the dark, the lamp turns again.',
      'By Mara Lind',
      ...STORY,
    ].join('\n\n');
    expect(itemOf(text)).toMatchObject({
      abstract: 'After thirty years in the dark, the lamp turns again.',
      byline: 'Mara Lind',
    });
    expect(paragraphsOf(itemOf(text))).toEqual(STORY);
  });

  it('ends the story where copyright line or sections stand', () => {
    const text = [
      'Council reopens lighthouse',
      ...STORY,
      '© 2019 Easthaven Post',
      'Our newsroom is the oldest of the north, and we are proud of it.',
    ].join('\n\n');
    expect(paragraphsOf(itemOf(text))).toEqual(STORY);
  });

  it('escapes what looks like markup', () => {
    expect(
      itemOf(`Council reopens lighthouse\n\n${FIRST} <script>alert(1)</script> & more.\n\n${SECOND}`).bodyHtml,
    ).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more.');
  });
});
