import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { timeOf } from '../listed-at';

/**
 * The times at which what readers may see changes without any write: a row's span begins or ends (`rights/gate.ts`).
 * Embargoes, expiries, windows, terms and decisions are all in this one. (An index on `servableFrom` itself would mislead
 * SQLite into reading every row for a list or a count: nearly all rows have the same there.)
 */
const TIMES = [UID.article, UID.photo].map((uid) => ({ uid, attribute: 'rejudgeAt' }));

/** The next of them of anything: asked anew for each answer, from the beginning of two indexes. */
export async function nextBoundary(strapi: Core.Strapi, now: Date): Promise<number | undefined> {
  const [first, ...others] = TIMES.map(({ uid, attribute }) =>
    strapi.db
      .queryBuilder(uid)
      .where({ [attribute]: { $gt: now } })
      .min(attribute)
      .getKnexQuery(),
  );
  if (!first) return undefined;
  const rows: unknown = await first.unionAll(others);
  const times = z.array(z.looseObject({ min: z.unknown() })).parse(rows).map(({ min }) => timeOf(min)); // prettier-ignore
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
