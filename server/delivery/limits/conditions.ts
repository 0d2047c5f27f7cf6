import { refusal } from '../refusal';

/** What a column of whole numbers holds in every database: 32 bits. */
const MOST = 2 ** 31 - 1;
const WHOLE = new Set(['integer', 'increments']);
/** Operators that ask whether there is a number, not which. */
const OF_PRESENCE = new Set(['$null', '$notNull']);
const OF_NUMBERS = new Set(['$eq', '$ne', '$eqi', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between', '$and', '$or', '$not']); // prettier-ignore

/**
 * Refuses a filter that asks a column of whole numbers for anything else: PostgreSQL ends the statement with it, which
 * would be our error (500), where SQLite and MariaDB find nothing.
 */
export function refuseNoNumber(name: string, type: string | undefined, asked: unknown): void {
  if (type === undefined || !WHOLE.has(type) || isWhole(asked)) return;
  throw refusal('invalid-request', `"${name}" is compared with whole numbers, from ${-MOST} to ${MOST}.`);
}

function isWhole(asked: unknown): boolean {
  if (asked === null || asked === undefined) return true;
  if (Array.isArray(asked)) return asked.every(isWhole);
  if (typeof asked === 'object')
    return Object.entries(asked).every(
      ([operator, value]) => OF_PRESENCE.has(operator) || (OF_NUMBERS.has(operator) && isWhole(value)),
    );
  const text = typeof asked === 'number' || typeof asked === 'string' ? String(asked) : '';
  return /^\s*[+-]?\d{1,10}\s*$/.test(text) && Math.abs(Number(text)) <= MOST;
}

const LOGICAL = new Set(['$and', '$or', '$not']);

/** Refuses an operator within an operator (`slug: { $eq: { $eq: "a" } }`), which would be our error: a value is compared with a value. */
export function refuseNested(name: string, asked: unknown): void {
  if (!isRecord(asked)) return;
  for (const [operator, value] of Object.entries(asked)) {
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    if (LOGICAL.has(operator)) values.forEach((one) => refuseNested(name, one));
    else if (values.some(isRecord)) throw refusal('invalid-request', `"${name}" is compared with a value, not with another condition.`); // prettier-ignore
  }
}

/** Refuses to sort by what is within a value (`sort=text.x`). */
export const refuseWithin = (name: string, order: unknown): void => {
  if (isRecord(order)) throw refusal('invalid-request', `"${name}" has nothing within it to sort by.`);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
