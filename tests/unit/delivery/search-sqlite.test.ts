import knex from 'knex';
import { sqlite } from '../../../server/delivery/search/sqlite';
import { parseQuery } from '../../../server/delivery/search/query';

const open = () => knex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
const story = (id: number, headline: string) => ({
  id,
  listedAt: id * 1000,
  headline,
  abstract: '',
  body: 'quay',
  topics: [],
});

it('finds beginnings of two, three, four and more letters, the newest first', async () => {
  const db = open();
  await sqlite.create(db);
  await sqlite.put(db, [story(1, 'ferry leaves'), story(2, 'ferries wait'), story(3, 'fog stays')]);
  const found = async (text: string) => (await sqlite.find(db, parseQuery(text), undefined, 9)).map(({ id }) => id); // prettier-ignore
  expect(await found('fo*')).toEqual([3]);
  expect(await found('fer*')).toEqual([2, 1]);
  expect(await found('ferr*')).toEqual([2, 1]);
  expect(await found('ferry*')).toEqual([1]);
  expect(await found('f*')).toEqual([]);
  await db.destroy();
});

it('makes an index of an earlier version anew, and leaves its own as it is', async () => {
  const db = open();
  await db.raw(`create virtual table newswire_search using fts5(headline, abstract, body, topics, content='', contentless_delete=1)`); // prettier-ignore
  await db.raw('create table newswire_search_places (article_id integer primary key, place integer not null)');
  await db.raw('insert into newswire_search_places values (7, 7)');
  await sqlite.create(db);
  expect(await db('newswire_search_places')).toEqual([]);
  await sqlite.put(db, [story(1, 'ferry')]);
  await sqlite.create(db);
  expect(await sqlite.find(db, parseQuery('ferry'), undefined, 9)).toEqual([{ listedAt: 1000, id: 1 }]);
  await db.destroy();
});
