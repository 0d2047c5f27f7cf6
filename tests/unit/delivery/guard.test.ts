import { guardRead, type Schema } from '../../../server/delivery/guard';
import { visibleWhere, type Visible } from '../../../server/delivery/visible';
import { ILLUSTRATION, UID } from '../../../contracts/uid';

const NOW = { now: new Date('2026-03-01T00:00:00.000Z') };
const VISIBLE: Visible = (uid, place) => visibleWhere(uid, NOW, place);
const relation = (target?: string) => ({ type: 'relation', ...(target ? { target } : {}) });

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
  ])('%s', (_, uid, asked, guarded) => {
    expect(guardRead(schema, uid, asked, VISIBLE)).toEqual(guarded);
  });

  it('ends on a populate that nests without end', () => {
    let populate: object = { article: true };
    for (let depth = 0; depth < 1000; depth += 1) populate = { article: { populate: { comments: { populate } } } };
    expect(() => guardRead(schema, UID.comment, { populate }, VISIBLE)).not.toThrow();
  });
});
