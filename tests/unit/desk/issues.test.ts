import { issuesOf } from '../../../server/desk/books/issues';

const AP = { documentId: 'ap', name: 'AP' };
const AFP = { documentId: 'afp', name: 'AFP', creditTemplate: '{byline} / {agency}' };

describe('the issues of a credit', () => {
  it.each([
    ['readers see the byline in the form of its agency', { byline: 'Ilse Brandt', agency: AFP }, []],
    ['readers see the name of the agency alone', { agency: AFP }, ['missing-credit']],
    ['the agency has no form for the byline', { byline: 'Ilse Brandt', agency: AP }, ['missing-credit']],
    ['all is well', { creditLine: 'Ilse Brandt / AP', agency: AP }, []],
    ['nobody is credited', { creditLine: null, agency: AP }, ['missing-credit']],
    ['only the photographer is credited', { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt' }, []],
    ['somebody is credited who is no agency here', { creditLine: 'Ilse Brandt / Fjordbilder' }, ['unknown-agency']],
    ['the credit is white space', { creditLine: '  ', agency: AP }, ['missing-credit']],
    ['an agency of the newsroom is credited and not linked', { creditLine: 'Ilse Brandt / Associated Press' }, []],
    ['another agency than the linked one is credited', { creditLine: 'Ilse Brandt / AFP', agency: AP }, ['conflict']],
    ['an agency is credited that the newsroom does not have', { creditLine: 'AFP' }, ['unknown-agency']],
    ['only the source is known', { source: 'Fjordbilder' }, ['missing-credit', 'unknown-agency']],
    [
      'the caption credits another',
      { creditLine: 'Ilse Brandt / AP', caption: 'The quay. (AP Photo/Nils Holm)', agency: AP },
      ['conflict'],
    ],
  ])('where %s', (_, row, issues) => {
    expect(issuesOf('photo', row, (name) => (name === 'AP' ? AP : undefined))).toEqual(issues);
  });

  it('of a story is none where readers see the name of its agency', () => {
    expect(issuesOf('article', { agency: AFP })).toEqual([]);
    expect(issuesOf('article', { agency: AP })).toEqual(['missing-credit']);
    expect(issuesOf('article', { creditLine: 'Handout' })).toContain('missing-credit');
  });
});
