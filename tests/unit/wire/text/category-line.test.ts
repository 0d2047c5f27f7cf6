import { BODY, itemOf, paragraphsOf, STORY } from './read';

const story = (line: string): string => `Council reopens lighthouse of Easthaven\n\n${BODY}\n\n${line}`;

describe('sections and keywords', () => {
  it.each([
    ['Categories: World, Owls & Lamps', ['World', 'Owls & Lamps'], undefined],
    ['Filed under: World | Owls & Lamps', ['World', 'Owls & Lamps'], undefined],
    ['Catégories : Société, Région', ['Société', 'Région'], undefined],
    ['Veröffentlicht in: Regionales, Politik & Verwaltung', ['Regionales', 'Politik & Verwaltung'], undefined],
    ['Categorie: Cultura, Cronaca', ['Cultura', 'Cronaca'], undefined],
    ['Tags: Storm Edda, power cut', undefined, ['Storm Edda', 'power cut']],
    ['Categories: World\n\nTags: owls, lamps', ['World'], ['owls', 'lamps']],
    ['Schlagwörter\nEulen\nLampen', undefined, ['Eulen', 'Lampen']],
    ['Categories: World, World', ['World'], undefined],
  ])('%j', (line, categories, keywords) => {
    const item = itemOf(story(line));
    expect(item.categories).toEqual(categories);
    expect(item.keywords).toEqual(keywords);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it.each([
    'Categories: that is how the minister divided them, into the ruined, the inherited and the forgotten.',
    'Tags on the baskets, red for ripe and green for not, were left where they were.',
  ])('leaves the sentence %j in the story', (sentence) => {
    const item = itemOf(`Council reopens lighthouse\n\n${sentence}\n\n${BODY}`);
    expect(item.categories).toBeUndefined();
    expect(item.keywords).toBeUndefined();
    expect(paragraphsOf(item)).toEqual([sentence, ...STORY]);
  });
});
