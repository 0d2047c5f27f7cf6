import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { textOf, type Entity } from '../../documents';
import { retrying } from '../retry';
import { lookUp, type Found } from './look-up';
import { distance, likeness, MAX_DISTANCE, printOf, shinglesOf, type Print } from './print';

/** So many texts are compared word by word with one story, and so many are kept as its doubles. */
const MAX_COMPARED = 10;
const MAX_KEPT = 5;

const BAND_NAMES = ['bandA', 'bandB', 'bandC', 'bandD', 'bandE', 'bandF', 'bandG', 'bandH'] as const;

interface Printed {
  article: string;
  shingles: ReadonlySet<number>;
  print: Print;
}

/**
 * Flags the articles that look like one that is there already: from another agency, another feed, or sent anew under
 * another identifier. Nothing is merged. Reads what was written, so both writers of the importer come to the same; can
 * be done again at any time.
 */
export async function flagNear(strapi: Core.Strapi, articles: readonly string[]): Promise<void> {
  const printed = await printsOf(strapi, articles);
  if (printed.length === 0) return;
  // First the prints, then the search: of two processes with the same story one finds that of the other.
  await retrying(() => keepPrints(strapi, printed));
  const found = await lookUp(strapi, BAND_NAMES, printed.map(({ print }) => print.bands)); // prettier-ignore
  const chosen = printed.map((one, n) => ({ one, others: closest(one, found[n] ?? []) }));
  const texts = await printsOf(strapi, [...new Set(chosen.flatMap(({ others }) => others))]);
  const shingles = new Map(texts.map(({ article, shingles: all }) => [article, all]));
  const pairs = chosen.flatMap(({ one, others }) =>
    others
      .flatMap((other) => {
        const same = likeness(one.shingles, shingles.get(other) ?? new Set());
        return same === undefined ? [] : { article: one.article, other, percent: Math.round(same * 100) };
      })
      .sort((a, b) => b.percent - a.percent)
      .slice(0, MAX_KEPT),
  );
  if (pairs.length > 0) await retrying(() => keepPairs(strapi, pairs));
}

async function printsOf(strapi: Core.Strapi, articles: readonly string[]): Promise<Printed[]> {
  if (articles.length === 0) return [];
  const drafts = (await strapi.db.query(UID.article).findMany({
    select: ['id', 'documentId', 'body'],
    where: { documentId: { $in: articles }, publishedAt: { $null: true } },
    orderBy: { id: 'asc' },
  })) as Entity[];
  return drafts.flatMap((draft) => {
    const shingles = shinglesOf(textOf(draft, 'body') ?? '');
    return shingles ? [{ article: String(draft['documentId']), shingles, print: printOf(shingles) }] : [];
  });
}

async function keepPrints(strapi: Core.Strapi, printed: readonly Printed[]): Promise<void> {
  const prints = strapi.db.query(UID.storyPrint);
  const kept = (await prints.findMany({
    where: { article: { $in: printed.map(({ article }) => article) } },
  })) as Entity[];
  const known = new Map(kept.map((row) => [row['article'], row]));
  const fresh = printed.filter(({ article }) => !known.has(article));
  if (fresh.length > 0) await prints.createMany({ data: fresh.map(rowOf) });
  for (const one of printed) {
    const row = known.get(one.article);
    const data = rowOf(one);
    const isSame = ['simhash', ...BAND_NAMES].every((name) => row?.[name] === data[name]);
    if (row && !isSame) await prints.update({ where: { id: row['id'] }, data });
  }
}

const rowOf = ({ article, print }: Printed): Entity => ({
  article,
  simhash: print.simhash,
  ...Object.fromEntries(BAND_NAMES.map((name, n) => [name, print.bands[n] ?? null])),
});

function closest({ article, print }: Printed, found: readonly Found[]): string[] {
  return found
    .filter((one) => one.article !== article)
    .map((one) => ({ article: one.article, bits: distance(one.simhash, print.simhash) }))
    .filter(({ bits }) => bits <= MAX_DISTANCE)
    .sort((a, b) => a.bits - b.bits || (a.article < b.article ? -1 : 1))
    .slice(0, MAX_COMPARED)
    .map((one) => one.article);
}

interface Pair {
  article: string;
  other: string;
  percent: number;
}

/** One row for each direction, so that the doubles of an article are one look-up. What was dismissed stays so. */
async function keepPairs(strapi: Core.Strapi, pairs: readonly Pair[]): Promise<void> {
  const near = strapi.db.query(UID.nearDuplicate);
  const wanted = new Map<string, Entity>();
  for (const { article, other, percent } of pairs) {
    for (const [from, to] of [[article, other], [other, article]] as const) {
      const pair = `${from}:${to}`;
      wanted.set(pair, { pair, article: from, other: to, percent, dismissed: false });
    }
  } // prettier-ignore
  const kept = (await near.findMany({
    select: ['id', 'pair'],
    where: { pair: { $in: [...wanted.keys()] } },
  })) as Entity[];
  for (const { pair } of kept) wanted.delete(String(pair));
  // In one order, so that two processes with the same pairs do not wait for each other.
  const data = [...wanted.values()].sort((a, b) => (String(a['pair']) < String(b['pair']) ? -1 : 1));
  if (data.length > 0) await near.createMany({ data });
}
