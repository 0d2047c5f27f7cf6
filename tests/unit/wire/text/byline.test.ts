import { BODY, itemOf } from './read';

const story = (line: string): string => `Council reopens lighthouse of Easthaven\n\n${line}\n\n${BODY}`;

describe('bylines', () => {
  it.each([
    ['By Mara Lind', 'Mara Lind', undefined],
    ['By MARA LIND, Associated Press', 'MARA LIND', 'AP'],
    ['By Mara Lind | The Associated Press', 'Mara Lind', 'AP'],
    ['By MARA LIND\nAssociated Press', 'MARA LIND', 'AP'],
    ['By MARA LIND\nAP Business Writer', 'MARA LIND', 'AP'],
    ['By Mara Lind, Reuters', 'Mara Lind', 'Reuters'],
    ['By Mara Lind, dpa  =', 'Mara Lind', 'dpa'],
    ['By Mara Lind, Ole Berg and Eva van der Meer', 'Mara Lind, Ole Berg and Eva van der Meer', undefined],
    ['By dpa correspondents', undefined, 'dpa'],
    ['By The Associated Press', undefined, 'AP'],
    ['Written by Mara Lind', 'Mara Lind', undefined],
    ['Von Mara Lind', 'Mara Lind', undefined],
    ['Par Mara Lind', 'Mara Lind', undefined],
    ['Por Mara Lind', 'Mara Lind', undefined],
    ['di Mara Lind', 'Mara Lind', undefined],
    ['De notre correspondant Marc Diallo', 'Marc Diallo', undefined],
    ['De notre envoyée spéciale à Easthaven, Eva Diallo', 'Eva Diallo', undefined],
    ['Von unserem Korrespondenten Jan Holm', 'Jan Holm', undefined],
    ['Von unserer Korrespondentin in Easthaven Eva Holm', 'Eva Holm', undefined],
    ['De nuestro corresponsal Luis Pardo', 'Luis Pardo', undefined],
    ['From our correspondent Mara Lind', 'Mara Lind', undefined],
    ['Автор: Мара Линд', 'Мара Линд', undefined],
    ['By Mara Lind 8 January 2020, 3:51 pm', 'Mara Lind', undefined],
    ['Mara Lind / 8 January 2020', 'Mara Lind', undefined],
    ['Mara Lind\n8 January 2020', 'Mara Lind', undefined],
    ['Mara Lind', 'Mara Lind', undefined],
    ['By Mara LindTravel News Reporter', 'Mara Lind', undefined],
    ['By noon the square was full, and by two o’clock the bakery had sold out.', undefined, undefined],
    ['By far the oldest owl', undefined, undefined],
  ])('%j', (line, byline, provider) => {
    const item = itemOf(story(line));
    expect(item.byline).toBe(byline);
    expect(item.provider).toBe(provider);
  });

  it('reads the writers from the notebook at the end, where nothing above names them', () => {
    const tail = '\n\n(Reporting by Mara Lind; Editing by Ole Berg)';
    expect(itemOf(`Council reopens lighthouse\n\n${BODY}${tail}`).byline).toBe('Mara Lind');
    expect(itemOf(`${story('By Eva Meer')}${tail}`).byline).toBe('Eva Meer');
    expect(
      itemOf(`Council reopens lighthouse\n\n${BODY}\n\n(Additional reporting by Mara Lind)`).byline,
    ).toBeUndefined();
  });
});
