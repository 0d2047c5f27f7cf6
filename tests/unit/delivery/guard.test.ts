import { guardRead, type Schema } from '../../../server/delivery/guard';
import { visibleWhere, type Visible } from '../../../server/delivery/visible';
import { ILLUSTRATION, UID } from '../../../contracts/uid';

const NOW = { now: new Date('2026-03-01T00:00:00.000Z') };
const VISIBLE: Visible = (uid, place) => visibleWhere(uid, NOW, place);
const relation = (target?: string) => ({ type: 'relation', ...(target ? { target } : {}) });
const list = (target: string) => ({ ...relation(target), relation: 'manyToMany' });

const MODELS: Record<string, Record<string, { type: string; target?: string }>> = {
  [UID.article]: {
    headline: { type: 'string' },
    comments: relation(UID.comment),
    photos: relation(ILLUSTRATION),
    category: relation(UID.category),
  },
  [ILLUSTRATION]: { caption: { type: 'text' }, photo: relation(UID.photo) },
  [UID.photo]: { caption: { type: 'text' } },
  [UID.category]: { name: { type: 'string' }, articles: relation(UID.article) },
  [UID.comment]: { text: { type: 'text' }, article: relation(UID.article) },
  file: { name: { type: 'string' }, related: relation() },
  // A host's own types.
  page: { title: { type: 'string' }, blocks: list('block'), articles: list(UID.article) },
  block: { pages: list('page') },
};
const schema: Schema = {
  uids: () => Object.keys(MODELS),
  get: (uid) => (MODELS[uid] ? { attributes: MODELS[uid] } : undefined),
};
const seen = Object.fromEntries(Object.keys(MODELS).map((uid) => [uid, visibleWhere(uid, NOW)]));
const [article, photo, comment] = [seen[UID.article], seen[UID.photo], seen[UID.comment]];

describe('guardRead', () => {
  it.each<[string, string, object, object]>([
    ['a list', UID.article, {}, { where: article }],
    ['a look-up', UID.article, { where: { id: 7 } }, { where: { $and: [{ id: 7 }, article] } }],
    ['a type with nothing to hide', UID.category, { where: { id: 7 } }, { where: { id: 7 } }],
    [
      'a populated relation',
      UID.category,
      { populate: { articles: true } },
      { where: {}, populate: { articles: { where: article } } },
    ],
    [
      'what GraphQL loads',
      UID.article,
      { where: { id: 1 }, populate: { comments: { limit: 10 } } },
      { where: { $and: [{ id: 1 }, article] }, populate: { comments: { limit: 10, where: comment } } },
    ],
    [
      'a photo in a component, by path',
      UID.article,
      { populate: ['photos.photo'] },
      { where: article, populate: { photos: { populate: { photo: { where: photo } } } } },
    ],
    [
      'a filter by the caption of an illustration',
      UID.article,
      { where: { photos: { caption: 'x' } } },
      { where: { $and: [{ photos: { $and: [{ caption: 'x' }, { $and: [{ photo }] }] } }, article] } },
    ],
    [
      'everything at the first level',
      UID.comment,
      { populate: true },
      { where: comment, populate: { article: { where: article } } },
    ],
    [
      'a relation to any type',
      'file',
      { populate: { related: true } },
      {
        where: {},
        populate: {
          related: {
            on: Object.fromEntries(Object.keys(MODELS).map((uid) => [uid, seen[uid] ? { where: seen[uid] } : {}])),
          },
        },
      },
    ],
    [
      'a filter through a relation',
      UID.category,
      { where: { $or: [{ articles: { headline: 'x' } }, { name: 'y' }] } },
      { where: { $or: [{ articles: { $and: [{ headline: 'x' }, article] } }, { name: 'y' }] } },
    ],
    [
      'a filter by the id of a relation',
      UID.category,
      { where: { articles: 5 } },
      { where: { articles: { $and: [{ id: 5 }, article] } } },
    ],
    [
      'a filter by ids of a relation',
      UID.category,
      { where: { articles: { $in: [5] } } },
      { where: { articles: { $and: [{ id: { $in: [5] } }, article] } } },
    ],
    [
      'a sort through a hidden relation',
      UID.category,
      { orderBy: [{ articles: { headline: 'asc' } }, { name: 'asc' }] },
      { where: {}, orderBy: [{ name: 'asc' }] },
    ],
    [
      'a sort through an open relation',
      UID.article,
      { orderBy: { category: { name: 'asc' } } },
      { where: article, orderBy: { category: { name: 'asc' } } },
    ],
    ['illustrations, whatever their photos', ILLUSTRATION, {}, { where: {} }],
    [
      'illustrations that are looked for by their caption, which tells of the photo',
      UID.article,
      { populate: { photos: { where: { caption: 'x' } } } },
      { where: article, populate: { photos: { where: { $and: [{ caption: 'x' }, { $and: [{ photo }] }] } } } },
    ],
    [
      'illustrations in the order of their captions',
      ILLUSTRATION,
      { orderBy: [{ caption: 'asc' }, { id: 'asc' }] },
      { where: {}, orderBy: [{ id: 'asc' }] },
    ],
  ])('%s', (_, uid, asked, guarded) => {
    expect(guardRead(schema, uid, asked, VISIBLE)).toEqual(guarded);
  });

  it.each<[string, object, object]>([
    ['a list of news without pages has an end', { articles: true }, { articles: { where: article, limit: 8 } }],
    ['a list with a page that is larger, too', { articles: { limit: 9 } }, { articles: { where: article, limit: 8 } }],
    ['a list with "all" for a page, too', { articles: { limit: -1 } }, { articles: { where: article, limit: 8 } }],
    ['a page that is smaller stays', { articles: { limit: 7 } }, { articles: { where: article, limit: 7 } }],
    ['a count counts all', { articles: { count: true } }, { articles: { where: article, count: true } }],
    ['a list that is no news is as it is', { blocks: true }, { blocks: {} }],
  ])('%s', (_, populate, guarded) => {
    expect(guardRead(schema, 'page', { populate }, VISIBLE, 7)).toEqual({ where: {}, populate: guarded });
  });

  const NEWS: Record<string, Record<string, { type: string; target?: string; relation?: string }>> = {
    [UID.category]: { articles: list(UID.article), children: list(UID.category), parent: relation(UID.category) },
    [UID.article]: { categories: list(UID.category), photos: list(ILLUSTRATION), agency: relation(UID.agency) },
    [ILLUSTRATION]: { photo: relation(UID.photo) },
    [UID.photo]: { agency: relation(UID.agency) },
    [UID.agency]: { name: { type: 'string' } },
    page: { blocks: list('block'), articles: list(UID.article) },
    block: { pages: list('page') },
  };
  const news: Schema = {
    uids: () => Object.keys(NEWS),
    get: (uid) => (NEWS[uid] ? { attributes: NEWS[uid] } : undefined),
  };
  const through = (path: string, last: object = { id: 1 }): object =>
    path.split('.').reduceRight<object>((inner, name) => ({ [name]: inner }), last);
  const wide = (relations: number) => ({ $and: Array.from({ length: relations }, () => ({ categories: { id: 1 } })) });

  it.each<[string, string, object]>([
    ['a list and what is one', UID.article, through('photos.photo.agency')],
    ['two lists', UID.category, through('articles.photos.photo.agency')],
    ['a list of its own kind', UID.category, through('children')],
    ['its own kind, one above the other', UID.category, through('parent.parent.parent.parent')],
    ['twenty relations', UID.article, wide(20)],
    ['a host’s own lists', 'page', through('blocks.pages.blocks.pages')],
  ])('filters through %s', (_, uid, where) => {
    expect(() => guardRead(news, uid, { where }, VISIBLE)).not.toThrow();
  });

  it.each<[string, string, object]>([
    ['back to where it comes from', UID.article, { where: through('categories.articles') }],
    ['back, in what is populated', UID.category, { populate: { articles: { where: through('categories.articles') } } }],
    ['three lists', 'page', { where: through('articles.categories.children') }],
    ['three lists, where one of them is news', 'page', { where: through('blocks.pages.articles') }],
    ['more relations than a database joins', UID.article, { where: wide(21) }],
    ['more relations than a database joins, sorting', UID.category, { orderBy: through('parent.'.repeat(20) + 'parent', { id: 'asc' }) }],
  ])('does not filter or sort through %s', (_, uid, params) => {
    expect(() => guardRead(news, uid, params, VISIBLE)).toThrow(expect.objectContaining({ details: { code: 'filter-too-deep' } }));
  }); // prettier-ignore

  it('ends on a populate that nests without end', () => {
    let populate: object = { article: true };
    for (let depth = 0; depth < 1000; depth += 1) populate = { article: { populate: { comments: { populate } } } };
    expect(() => guardRead(schema, UID.comment, { populate }, VISIBLE)).not.toThrow();
  });
});
