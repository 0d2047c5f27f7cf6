import { z } from 'zod';
import type { Clause } from './query';
import type { SearchStore } from './store';
import { wordsIn } from './words';

const TABLE = 'newswire_search';

/**
 * InnoDB leaves out words of less than three characters and a list of English ones; written with two underscores more,
 * every word is long enough and on no list.
 */
const END = '__';

/** FULLTEXT of InnoDB; MySQL and MariaDB. */
export const mysql: SearchStore = {
  tables: [TABLE],

  async create(db) {
    await db.raw(
      `create table if not exists ${TABLE} (article_id int unsigned primary key, listed_at bigint not null,
       headline mediumtext not null, abstract mediumtext not null, body mediumtext not null, topics mediumtext not null,
       fulltext ${TABLE}_words_idx (headline, abstract, body), fulltext ${TABLE}_topics_idx (topics),
       index ${TABLE}_listed_at_idx (listed_at, article_id)) engine = InnoDB default charset utf8mb4 collate utf8mb4_bin`,
    );
  },

  async put(db, documents) {
    if (documents.length === 0) return;
    await db(TABLE)
      .insert(
        documents.map(({ id, listedAt, headline, abstract, body, topics }) => ({
          article_id: id,
          listed_at: listedAt,
          headline: written(wordsIn(headline)),
          abstract: written(wordsIn(abstract)),
          body: written(wordsIn(body)),
          topics: written(topics),
        })),
      )
      .onConflict('article_id')
      .merge();
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
      .whereRaw('match(headline, abstract, body) against (? in boolean mode)', [expression(clauses)])
      .orderBy([
        { column: 'listed_at', order: 'desc' },
        { column: 'article_id', order: 'desc' },
      ]) // prettier-ignore
      .limit(limit);
    if (after) {
      query.whereRaw('(listed_at < ? or (listed_at = ? and article_id < ?))', [
        after.listedAt,
        after.listedAt,
        after.id,
      ]);
    }
    return rows.parse(await query).map((row) => ({ listedAt: row.listed_at, id: row.article_id }));
  },

  async withTopics(db, topics, limit) {
    const found = await db(TABLE)
      .select('article_id', 'listed_at')
      .whereRaw('match(topics) against (? in boolean mode)', [written(topics)])
      .orderBy([
        { column: 'listed_at', order: 'desc' },
        { column: 'article_id', order: 'desc' },
      ]) // prettier-ignore
      .limit(limit);
    return rows.parse(found).map((row) => row.article_id);
  },
};

const rows = z.array(z.object({ article_id: z.coerce.number(), listed_at: z.coerce.number() }));

const written = (words: readonly string[]): string => words.map((word) => `${word}${END}`).join(' ');

function expression(clauses: readonly Clause[]): string {
  return clauses
    .map(({ words, prefix, without }) => {
      const sign = without ? '-' : '+';
      const [first = ''] = words;
      if (words.length > 1) return `${sign}"${written(words)}"`;
      return prefix ? `${sign}${first}*` : `${sign}${first}${END}`;
    })
    .join(' ');
}
