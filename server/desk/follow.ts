import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import type { RowChange } from '../audit/changes';
import type { Follow } from '../audit/record';
import { keepIssues } from './books/issue-book';
import { lookAgain } from './books/look-again';
import { articlesInBook, articlesWith, keepUsage } from './books/usage-book';

/** So many documents are followed together. */
const STEP = 100;

/** What the desk keeps up to date whenever rights are written, in the transaction of the write: its inbox, and what ran. */
export function followRights(strapi: Core.Strapi): Follow {
  return async (rows) => {
    const edited = (uid: string) => documentsIn(rows, (row) => row.uid === uid && row.side !== 'published');
    const photos = edited(UID.photo);
    await inSteps(edited(UID.article), (ids) => keepIssues(strapi, 'article', ids));
    await inSteps(photos, (ids) => keepIssues(strapi, 'photo', ids));
    const agencies = documentsIn(rows, ({ uid, after }) => uid === UID.agency && after !== undefined);
    await inSteps(agencies, (ids) => lookAgain(strapi, ids));
    const published = documentsIn(rows, ({ uid, side }) => uid === UID.article && side === 'published');
    // A photo that was made in this write is in no article yet.
    const known = documentsIn(rows, ({ uid, before }) => uid === UID.photo && before !== undefined);
    const using = await articlesWith(strapi, known);
    // A photo that is gone has left its articles already; the book knows in which it was.
    const gone = documentsIn(rows, ({ uid, after }) => uid === UID.photo && after === undefined);
    await inSteps(gone, async (ids) => void using.push(...(await articlesInBook(strapi, ids))));
    await inSteps([...new Set([...published, ...using])], (ids) => keepUsage(strapi, ids, new Date()));
  };
}

/** Keeps the book of what ran where rows are judged otherwise though nobody has written them. Given by their document ids. */
export async function followJudgement(strapi: Core.Strapi, items: readonly string[], now: Date): Promise<void> {
  const articles = new Set<string>();
  await inSteps(items, async (ids) => (await articlesInBook(strapi, ids)).forEach((id) => articles.add(id)));
  await inSteps([...articles], (ids) => keepUsage(strapi, ids, now));
}

function documentsIn(rows: readonly RowChange[], filter: (row: RowChange) => boolean): string[] {
  return [...new Set(rows.filter(filter).map(({ documentId }) => documentId))];
}

async function inSteps(ids: readonly string[], work: (ids: readonly string[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < ids.length; at += STEP) await work(ids.slice(at, at + STEP));
}
