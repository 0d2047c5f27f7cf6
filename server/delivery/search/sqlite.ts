import { z } from 'zod';
import type { Clause } from './query';
import type { Connection, Place, SearchDocument, SearchStore } from './store';

const WORDS = 'newswire_search';
const PLACES = 'newswire_search_places';

/** The rowid is the second of the story and its id, so that FTS5 reads the newest first without sorting. */
const ID_BITS = 30;
/** Many rows are written in one statement. */
const ROWS_AT_ONCE = 100;
/** Beginnings of so many characters have an index: the rows of all words with one are else put in order before the first. */
const BEGINNINGS = "prefix='2 3 4'";
/** From a second and an id; cast, because the driver binds numbers as floats, which are too small for it. */
const PLACE = `((cast(? as integer) << ${ID_BITS}) | cast(? as integer))`;

/**
 * FTS5 without its own copy of the text (`contentless_delete`, SQLite 3.43). Rows of an FTS5 table can be read in the
 * order of their rowid and stopped at any time: a word that a million stories have costs no more than a rare one.
 */
export const sqlite: SearchStore = {
  tables: [WORDS, PLACES, ...['data', 'idx', 'content', 'docsize', 'config'].map((name) => `${WORDS}_${name}`)],

  async create(db) {
    // A table that an earlier version made reads every beginning whole; `start.ts` fills the new one.
    const [made]: unknown[] = await db('sqlite_master').where({ name: WORDS }).select('sql');
    if (made && !z.object({ sql: z.string() }).parse(made).sql.includes(BEGINNINGS)) {
      await db.raw(`drop table ${WORDS}`);
      await db.raw(`drop table if exists ${PLACES}`);
    }
    await db.raw(
      `create virtual table if not exists ${WORDS} using fts5(headline, abstract, body, topics, content='',
       contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*' tokenchars '_'", ${BEGINNINGS})`,
    );
    await db.raw(`create table if not exists ${PLACES} (article_id integer primary key, place integer not null)`);
  },

  async put(db, documents) {
    await sqlite.remove(db, documents.map(({ id }) => id)); // prettier-ignore
    for (let at = 0; at < documents.length; at += ROWS_AT_ONCE) {
      const some = documents.slice(at, at + ROWS_AT_ONCE);
      const second = ({ listedAt }: SearchDocument) => Math.floor(listedAt / 1000);
      await db.raw(
        `insert into ${PLACES} (article_id, place) values ${some.map(() => `(?, ${PLACE})`).join(', ')}`,
        some.flatMap((one) => [one.id, second(one), one.id]),
      );
      await db.raw(
        `insert into ${WORDS} (rowid, headline, abstract, body, topics) values ${some.map(() => `(${PLACE}, ?, ?, ?, ?)`).join(', ')}`,
        some.flatMap((one) => [second(one), one.id, ...columnsOf(one)]),
      );
    }
  },

  async remove(db, ids) {
    if (ids.length === 0) return;
    await db.raw(`delete from ${WORDS} where rowid in (select place from ${PLACES} where article_id in (${marks(ids)}))`, [...ids]); // prettier-ignore
    await db(PLACES)
      .whereIn('article_id', [...ids])
      .delete();
  },

  async find(db, clauses, after, limit) {
    const wanted = `{headline abstract body} : (${expression(clauses)})`;
    return places(db, wanted, after, limit);
  },

  async withTopics(db, topics, limit) {
    const found = await places(db, `topics : (${topics.map(quoted).join(' OR ')})`, undefined, limit);
    return found.map(({ id }) => id);
  },
};

async function places(db: Connection, match: string, after: Place | undefined, limit: number): Promise<Place[]> {
  const before = after ? `and rowid < ${PLACE}` : '';
  const rows: unknown = await db.raw(
    `select rowid >> ${ID_BITS} as second, rowid & ${2 ** ID_BITS - 1} as id from ${WORDS} where ${WORDS} match ? ${before} order by rowid desc limit ?`,
    [match, ...(after ? [Math.floor(after.listedAt / 1000), after.id] : []), limit],
  );
  const found = z.array(z.object({ second: z.number(), id: z.number() })).parse(rows);
  return found.map(({ second, id }) => ({ listedAt: second * 1000, id }));
}

function expression(clauses: readonly Clause[]): string {
  const said = ({ words, prefix }: Clause) => `${quoted(words.join(' '))}${prefix ? ' *' : ''}`;
  const wanted = clauses.filter(({ without }) => !without).map(said);
  const unwanted = clauses.filter(({ without }) => without).map(said);
  return [wanted.join(' AND '), ...unwanted].join(' NOT ');
}

const quoted = (words: string): string => `"${words}"`;
const marks = (ids: readonly unknown[]): string => ids.map(() => '?').join(', ');
const columnsOf = ({ headline, abstract, body, topics }: Omit<SearchDocument, 'id' | 'listedAt'>): string[] => [
  headline,
  abstract,
  body,
  topics.join(' '),
];
