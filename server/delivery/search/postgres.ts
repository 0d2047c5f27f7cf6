import { z } from 'zod';
import type { Clause } from './query';
import type { SearchDocument, SearchStore } from './store';
import { wordsIn } from './words';

const TABLE = 'newswire_search';

/** PostgreSQL counts places to here, and so many of one word; the rest of a long body is found without its place. */
const MAX_PLACE = 16_383;
const MAX_PLACES = 255;

/** Many rows are written in one statement. */
const ROWS_AT_ONCE = 100;

/**
 * A tsvector that is written out in full rather than made by `to_tsvector`, whose parser has rules of its own for what a
 * word is. The planner knows how common a word is: common ones are read from the newest on, rare ones from the GIN index.
 */
export const postgres: SearchStore = {
  tables: [TABLE],

  async create(db) {
    await db.raw(
      `create table if not exists ${TABLE} (article_id integer primary key, listed_at bigint not null, words tsvector not null)`,
    );
    await db.raw(`create index if not exists ${TABLE}_words_idx on ${TABLE} using gin (words) with (fastupdate = off)`);
    await db.raw(`create index if not exists ${TABLE}_listed_at_idx on ${TABLE} (listed_at desc, article_id desc)`);
  },

  async put(db, documents) {
    // One statement cannot change a row twice.
    const rows = [...new Map(documents.map((document) => [document.id, document])).values()];
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      await db.raw(
        `insert into ${TABLE} (article_id, listed_at, words) values ${some.map(() => '(?, ?, ?::tsvector)').join(', ')}
         on conflict (article_id) do update set listed_at = excluded.listed_at, words = excluded.words`,
        some.flatMap((one) => [one.id, one.listedAt, vectorOf(one)]),
      );
    }
  },

  async remove(db, ids) {
    if (ids.length > 0)
      await db(TABLE)
        .whereIn('article_id', [...ids])
        .delete();
  },

  async find(db, clauses, after, limit) {
    const query = db(TABLE)
      .select('article_id', 'listed_at')
      .whereRaw('words @@ ?::tsquery', [expression(clauses)])
      .orderBy([
        { column: 'listed_at', order: 'desc' },
        { column: 'article_id', order: 'desc' },
      ]) // prettier-ignore
      .limit(limit);
    if (after) query.whereRaw('(listed_at, article_id) < (?, ?)', [after.listedAt, after.id]);
    return rows.parse(await query).map((row) => ({ listedAt: row.listed_at, id: row.article_id }));
  },

  async withTopics(db, topics, limit) {
    const found = await db(TABLE)
      .select('article_id', 'listed_at')
      .whereRaw('words @@ ?::tsquery', [topics.map(quoted).join(' | ')])
      .orderBy([
        { column: 'listed_at', order: 'desc' },
        { column: 'article_id', order: 'desc' },
      ]) // prettier-ignore
      .limit(limit);
    return rows.parse(found).map((row) => row.article_id);
  },
};

const rows = z.array(z.object({ article_id: z.coerce.number(), listed_at: z.coerce.number() }));

function expression(clauses: readonly Clause[]): string {
  return clauses
    .map(({ words, prefix, without }) => {
      const last = words.length - 1;
      const phrase = words.map((word, n) => `${quoted(word)}${prefix && n === last ? ':*' : ''}`).join(' <-> ');
      return `${without ? '!' : ''}(${phrase})`;
    })
    .join(' & ');
}

/** `'ferry':1A,5 'steam':4`: the words of the three fields one after the other, with a gap that no phrase crosses. */
function vectorOf({ headline, abstract, body, topics }: SearchDocument): string {
  const places = new Map<string, string[]>();
  let place = 0;
  const add = (words: readonly string[], weight: string) => {
    for (const word of words) {
      place = Math.min(place + 1, MAX_PLACE);
      const known = places.get(word);
      if (known === undefined) places.set(word, [`${place}${weight}`]);
      else if (known.length < MAX_PLACES) known.push(`${place}${weight}`);
    }
    place += 2;
  };
  add(wordsIn(headline), 'A');
  add(wordsIn(abstract), 'B');
  add(wordsIn(body), '');
  const words = [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`);
  return [...words, ...new Set(topics.map(quoted))].join(' ');
}

/** Words are letters, digits, marks and underscores: nothing of them needs to be escaped. */
const quoted = (word: string): string => `'${word}'`;
