import { z } from 'zod';
import { jsonOf, textOf, type Entity } from '../documents';
import { demandedCredit } from '../rights/house-line';
import type { RightsType } from '../../contracts/rights';
import type { Decision, Rights } from '../rights/validity';
import { UID } from '../../contracts/uid';
import { storedRestrictions } from './stored-restrictions';

/** The types that carry rights. */
export const JUDGED = [UID.article, UID.photo] as const;
export type JudgedUid = (typeof JUDGED)[number];

/** The attributes that decide, beside the agency: what else is written changes nothing. */
export const DECIDING = [
  'pubStatus', 'embargoedUntil', 'expires', 'creditLine', 'copyrightHolder', 'copyrightNotice', 'usageTerms',
  'restrictions', 'versionCreated', 'firstCreated', 'released', 'decisions', 'byline',
] as const; // prettier-ignore

/** The attributes of an agency that count for its items. */
export const AGENCY_DECIDING = ['name', 'aliases', 'restrictions', 'validityDays', 'creditTemplate'] as const;

/** What of a row, and of its agency, must be read to judge it, as Strapi's query engine takes it. */
export const decidingRow = (uid: JudgedUid) => ({
  select: ['id', 'createdAt', ...DECIDING.filter((field) => !ABSENT[uid].has(field))],
  populate: { agency: { select: ['id', ...AGENCY_DECIDING] } },
});

const ABSENT: Record<JudgedUid, ReadonlySet<string>> = {
  [UID.article]: new Set(['released']),
  [UID.photo]: new Set(['versionCreated', 'firstCreated']),
};

const decision = z.object({
  effect: z.enum(['allow', 'deny']),
  who: z.string(),
  why: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
});

/** What is known of the rights in a row, its own and its agency's. `now` stands for the day of arrival of a new row. */
export function rightsOf(uid: JudgedUid, row: Entity, agency: Entity | null | undefined, now: Date): Rights {
  const days = agency?.['validityDays'];
  const [own, house] = [storedRestrictions(row['restrictions']), storedRestrictions(agency?.['restrictions'])];
  const isUnreadable = own.problem !== undefined || house.problem !== undefined;
  const creditLine = demandedCredit(row, agency, typeOf(uid));
  return {
    ...pubStatusOf(row),
    ...dateOf('embargoedUntil', row['embargoedUntil']),
    ...dateOf('expires', row['expires']),
    ...dateOf('transmittedAt', row['versionCreated'] ?? row['firstCreated'] ?? row['createdAt'] ?? now),
    ...textsOf(row),
    ...(agency ? { agency: textOf(agency, 'name') ?? '' } : {}),
    ...(creditLine === undefined ? {} : { creditLine }),
    restrictions: [...own.restrictions, ...house.restrictions],
    ...(isUnreadable ? { isUnreadable } : {}),
    // The window is for photos: a story that was published stays (docs/rights.md).
    ...(uid === UID.photo && typeof days === 'number' ? { validityDays: days } : {}),
    decisions: decisionsIn(row['decisions']),
  };
}

/** What the desk calls the type. */
export const typeOf = (uid: JudgedUid): RightsType => (uid === UID.photo ? 'photo' : 'article');

export function decisionsIn(value: unknown): Decision[] {
  return listOf(value).flatMap((one) => {
    const read = decision.safeParse(one);
    if (!read.success) return [];
    const { from, until, ...said } = read.data;
    return [{ ...said, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }];
  });
}

function listOf(value: unknown): unknown[] {
  const list = jsonOf(value);
  return Array.isArray(list) ? list : [];
}

function pubStatusOf(row: Entity): Pick<Rights, 'pubStatus'> {
  const status = row['pubStatus'];
  if (status === null || status === undefined || status === 'usable') return {};
  return { pubStatus: status === 'canceled' ? 'canceled' : 'withheld' };
}

function dateOf<Field extends string>(field: Field, value: unknown): Partial<Record<Field, string>> {
  if (value === null || value === undefined || value === '') return {};
  const date = new Date(value instanceof Date || typeof value === 'number' ? value : String(value as string));
  const iso = Number.isNaN(date.getTime()) ? String(value as string) : date.toISOString();
  return { [field]: iso } as Partial<Record<Field, string>>;
}

function textsOf(row: Entity): Pick<Rights, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms'> {
  const copyrightHolder = textOf(row, 'copyrightHolder');
  const [copyrightNotice, usageTerms] = [textOf(row, 'copyrightNotice'), textOf(row, 'usageTerms')];
  return {
    ...(copyrightHolder === undefined ? {} : { copyrightHolder }),
    ...(copyrightNotice === undefined ? {} : { copyrightNotice }),
    ...(usageTerms === undefined ? {} : { usageTerms }),
  };
}
