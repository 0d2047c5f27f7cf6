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
