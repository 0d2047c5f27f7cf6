import { publishedStory } from '../../../../server/delivery/syndication/story';
import { SITE as site } from '../../../support/stories';

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 4, day, hour)).toISOString();

describe('the dates of a story that goes out', () => {
  const made = { firstCreated: at(1), versionCreated: at(2), createdAt: at(3), updatedAt: at(3), publishedAt: at(3) };
  it.each<[string, object, { published: string; modified: string }]>([
    ['as the wire says them', {}, { published: at(1), modified: at(2) }],
    ['an archive, published today', { publishedAt: at(20) }, { published: at(1), modified: at(2) }],
    ['the end of its embargo', { embargoedUntil: at(5) }, { published: at(5), modified: at(5) }],
    ['an editor’s correction', { updatedAt: at(7) }, { published: at(1), modified: at(7) }],
    ['a version that is newer than that', { updatedAt: at(7), versionCreated: at(8) }, { published: at(1), modified: at(8) }],
    ['of the newsroom’s own', { firstCreated: null, versionCreated: null }, { published: at(3), modified: at(3) }],
  ])('%s', (_, dates, expected) => {
    expect(publishedStory({ documentId: 'a', ...made, ...dates }, site)).toMatchObject(expected);
  }); // prettier-ignore
});

describe('the language of a story that goes out', () => {
  it.each([
    ['de', 'de'],
    ['pt_br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['Deutsch (Österreich)', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%j is %s', (language, expected) => {
    expect(publishedStory({ documentId: 'a', language }, site).language).toBe(expected);
  });
});
