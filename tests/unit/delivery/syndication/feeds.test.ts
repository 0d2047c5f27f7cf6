import { atom } from '../../../../server/delivery/syndication/atom';
import type { Feed } from '../../../../server/delivery/syndication/feed';
import { newsSitemap } from '../../../../server/delivery/syndication/news-sitemap';
import { ninjs } from '../../../../server/delivery/syndication/ninjs';
import { rss } from '../../../../server/delivery/syndication/rss';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { parse } from '../../../../server/wire/parse';
import { parseXml } from '../../../../server/wire/xml';
import { all, attr, first, textOf } from '../../../../server/wire/xml-tree';
import { FERRY_STORY } from '../../../support/stories';

const site: Feed['site'] = {
  name: 'The Vestvik Post',
  url: 'https://news.example',
  language: 'en',
  articleUrl: ({ slug }) => `https://news.example/${slug}`,
  fileUrl: (path) => path,
};
const feed: Feed = { site, url: 'https://cms.example/api/newswire/feeds/rss', stories: [FERRY_STORY] };
const FORMATS = { rss, atom, ninjs };

/** What another newsroom reads from the feed. */
async function readBack(name: keyof typeof FORMATS) {
  const { format, readings } = await parse({ bytes: Buffer.from(FORMATS[name].write(feed)) });
  return { format, items: readings.map(({ item }) => item) };
}

describe('a feed, read by the readers of other newsrooms', () => {
  it.each(['rss', 'atom', 'ninjs'] as const)('gives the story again: %s', async (name) => {
    const { format, items } = await readBack(name);
    expect([format, items.length]).toEqual([name, 1]);
    const [item] = items;
    expect(item).toMatchObject({
      uri: FERRY_STORY.uri,
      headline: FERRY_STORY.headline,
      abstract: FERRY_STORY.abstract,
      bodyHtml: FERRY_STORY.body,
      copyrightNotice: FERRY_STORY.copyrightNotice,
      firstCreated: FERRY_STORY.published,
    });
  });

  it.each(['rss', 'atom', 'ninjs'] as const)('gives the photo with its credit again: %s', async (name) => {
    const { items } = await readBack(name);
    expect(items[0]?.photos).toHaveLength(1);
    expect(items[0]?.photos?.[0]).toMatchObject({
      caption: 'The ferry leaves the quay at "Vestvik" harbour.',
      byline: 'Marta Eikeland',
      copyrightNotice: '© 2026 Nordlys Foto',
    });
    expect(items[0]?.photos?.[0]?.renditions?.map(({ href }) => href)).toContain(
      'https://cms.example/uploads/ferry.jpg',
    );
  });

  it('has the credit line as it must be printed', () => {
    expect(rss.write(feed)).toContain('>Marta Eikeland / Nordlys Foto</media:credit>');
    expect(atom.write(feed)).toContain('>Marta Eikeland / Nordlys Foto</media:credit>');
    expect(JSON.parse(ninjs.write(feed))[0].associations[0].infoSources).toContainEqual({
      name: 'Marta Eikeland / Nordlys Foto',
      role: 'credit',
    });
  });

  it.each<[string, object, string[]]>([
    ['whoever is in the line', { creditLine: 'REUTERS/INES FÁLK', authors: ['Ines Falk'] }, ['distribution company: REUTERS/INES FÁLK']],
    ['whoever is the line', { creditLine: 'Ines Falk', authors: ['Ines Falk'] }, ['photographer: Ines Falk']],
    ['whoever is not in it', { creditLine: 'AFP', authors: ['Ines Falk'] }, ['distribution company: AFP', 'photographer: Ines Falk']],
    ['a part of another name', { creditLine: 'Ann Berger / AFP', authors: ['Ann Berg'] }, ['distribution company: Ann Berger / AFP', 'photographer: Ann Berg']],
    ['authors without a line', { creditLine: undefined, authors: ['Ines Falk', 'Tom Åsen'] }, ['photographer: Ines Falk', 'photographer: Tom Åsen']],
    ['nobody', { creditLine: undefined, authors: [] }, []],
  ])('credits once %s', (_, rights, expected) => {
    const photos = FERRY_STORY.photos.map((photo) => ({ ...photo, ...rights }));
    for (const format of [rss, atom]) {
      const text = format.write({ ...feed, stories: [{ ...FERRY_STORY, photos }] });
      const credits = [...text.matchAll(/<media:credit role="([^"]+)"[^>]*>([^<]+)</g)];
      expect(credits.map(([, role, name]) => `${role}: ${name}`)).toEqual(expected);
    }
  }); // prettier-ignore

  it.each(['rss', 'atom', 'ninjs'] as const)('is read without a warning: %s', async (name) => {
    const { warnings } = await parse({ bytes: Buffer.from(FORMATS[name].write(feed)) });
    expect(warnings).toEqual([]);
  });

  it('of no stories is a feed all the same', () => {
    for (const format of [rss, atom])
      expect(parseXml(format.write({ ...feed, stories: [] }), strict).name).toMatch(/rss|feed/);
    expect(JSON.parse(ninjs.write({ ...feed, stories: [] }))).toEqual([]);
  });
});

const strict = {
  limits: DEFAULT_LIMITS,
  warn: (code: string) => {
    throw new Error(code);
  },
};

describe('a news sitemap', () => {
  const root = parseXml(newsSitemap.write(feed), strict);
  it('has what Google News asks for', () => {
    const [url] = all(root, 'url');
    expect([textOf(first(url, 'loc')), textOf(first(url, 'news/publication/name')), textOf(first(url, 'news/publication/language'))]).toEqual(['https://news.example/story/steam-ferry', 'The Vestvik Post', 'en']); // prettier-ignore
    expect([textOf(first(url, 'news/publication_date')), textOf(first(url, 'news/title'))]).toEqual([FERRY_STORY.published, FERRY_STORY.headline]); // prettier-ignore
    expect(attr(root, 'xmlns:news')).toBe('http://www.google.com/schemas/sitemap-news/0.9');
  });
});

describe('text of every kind', () => {
  it('in RSS, whose titles many readers take for HTML, is text to them as well', async () => {
    const headline = 'Is 3 < 5 & 7 > 5? <b onclick=x>';
    const [photo] = FERRY_STORY.photos;
    const story = { ...FERRY_STORY, headline, photos: photo ? [{ ...photo, caption: headline }] : [] };
    const { readings } = await parse({ bytes: Buffer.from(rss.write({ ...feed, stories: [story] })) });
    expect([readings[0]?.item.headline, readings[0]?.item.photos?.[0]?.caption]).toEqual([headline, headline]);
  });

  const nasty = 'a\u0000b \ud800 ]]> <script>alert(1)</script> & "x" \'y\'';
  it.each([rss, atom, newsSitemap])('is well-formed XML in $contentType', (format) => {
    const stories = [
      { ...FERRY_STORY, headline: nasty, abstract: nasty, categories: [nasty], byline: nasty, authors: [nasty] },
    ];
    const text = format.write({ ...feed, stories });
    expect(() => parseXml(text, strict)).not.toThrow();
    expect(text).not.toContain('<script');
  });
});
