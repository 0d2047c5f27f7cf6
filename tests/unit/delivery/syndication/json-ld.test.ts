import { articleLd, photoLd } from '../../../../server/delivery/syndication/json-ld';
import { FERRY_STORY, SITE as site } from '../../../support/stories';

const organisation = (name: string) => ({ '@type': 'Organization', name });

describe('a story as schema.org', () => {
  const ld = articleLd(FERRY_STORY, site);

  it('belongs to the agency, not to the site that shows it', () => {
    expect(ld).toMatchObject({
      '@type': 'NewsArticle',
      copyrightHolder: organisation('Nordlys Nyhetsbyrå'),
      copyrightYear: 2026,
      copyrightNotice: '© 2026 Nordlys Nyhetsbyrå. All rights reserved.',
      sourceOrganization: organisation('Nordlys'),
      publisher: { '@type': 'Organization', name: 'The Vestvik Post', url: 'https://news.example' },
    });
  });

  // https://developers.google.com/search/docs/appearance/structured-data/article#article-types
  it.each(['headline', 'image', 'datePublished', 'dateModified', 'author'])(
    'has what Google recommends: %s',
    (name) => {
      expect(Reflect.get(ld, name)).toBeTruthy();
    },
  );

  it('names its authors one by one', () => {
    expect(ld).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Ines Falk' },
        { '@type': 'Person', name: 'Tom Åsen' },
      ],
    });
  });

  it.each([
    ['the agency', { ...FERRY_STORY, authors: [] }, organisation('Nordlys')],
    ['whoever owns it', { ...FERRY_STORY, authors: [], agency: '' }, organisation('Nordlys Nyhetsbyrå')],
    [
      'the publication, where nobody else is known',
      { ...FERRY_STORY, authors: [], agency: '', copyrightHolder: '' },
      { ...organisation('The Vestvik Post'), url: 'https://news.example' },
    ],
  ])('without a byline is by %s', (_, story, author) => {
    const { agency, copyrightHolder, ...rest } = story;
    const known = { ...rest, ...(agency ? { agency } : {}), ...(copyrightHolder ? { copyrightHolder } : {}) };
    expect(articleLd(known, site)).toMatchObject({ author });
  });

  it('has no list of pictures without one, and no licence that is no address', () => {
    const photos = FERRY_STORY.photos.map(({ image: _image, ...photo }) => photo);
    expect(articleLd({ ...FERRY_STORY, photos }, site)).not.toHaveProperty('image');
    const [photo] = FERRY_STORY.photos;
    if (!photo) throw new Error('The story has no photo.');
    expect(photoLd({ ...photo, webStatementOfRights: 'ask us' })).not.toHaveProperty('license');
    expect(photoLd({ ...photo, webStatementOfRights: 'https://agency.example/terms' })).toMatchObject({
      license: 'https://agency.example/terms',
    });
  });

  it('leaves out what is not known', () => {
    const { id, url, headline, language, published, modified } = FERRY_STORY;
    const bare = {
      id,
      url,
      headline,
      language,
      published,
      modified,
      authors: [],
      keywords: [],
      genres: [],
      subjects: [],
      categories: [],
      photos: [],
    };
    const text = JSON.stringify(articleLd(bare, site));
    expect(text).not.toMatch(/null|undefined|""/);
    expect(text).not.toContain('copyrightHolder');
  });
});

describe('a photo as schema.org', () => {
  const [photo] = FERRY_STORY.photos;
  const ld = photo && photoLd(photo);

  // https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
  it.each([
    ['contentUrl', 'https://cms.example/uploads/ferry.jpg'],
    ['creditText', 'Marta Eikeland / Nordlys Foto'],
    ['creator', [{ '@type': 'Person', name: 'Marta Eikeland' }]],
    ['copyrightNotice', '© 2026 Nordlys Foto'],
    ['license', 'https://nordlys.example/terms'],
    ['acquireLicensePage', 'https://nordlys.example/license?photo=7&size=l'],
  ])('has what Google asks of licensable images: %s', (name, value) => {
    expect(ld && Reflect.get(ld, name)).toEqual(value);
  });
});
