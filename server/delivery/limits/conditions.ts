import { refusal } from '../refusal';

/** What a column of whole numbers holds in every database: 32 bits. */
const MOST = 2 ** 31 - 1;

/** They ask whether there is a value, not which; Strapi takes anything for yes or no. */
const OF_PRESENCE = new Set(['$null', '$notNull']);

/** What an operator of Strapi's takes. Where it takes a value, it takes a list too: one of them is enough. */
type Takes = 'values' | 'words' | 'two values' | 'a condition';
const TAKES: ReadonlyMap<string, Takes> = new Map([
  ...['$eq', '$ne', '$eqi', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte'].map((one) => [one, 'values'] as const),
  ...[...OF_PRESENCE].map((one) => [one, 'words'] as const),
  // As text, which every database makes of any column.
  ...['$containsi', '$notContainsi', '$startsWithi', '$endsWithi'].map((one) => [one, 'words'] as const),
  ...['$contains', '$notContains', '$startsWith', '$endsWith'].map((one) => [one, 'words'] as const),
  ['$between', 'two values'],
  ['$not', 'a condition'],
]); // prettier-ignore

/** Columns that hold no text: PostgreSQL looks for letters in them in no other way than without regard to their case. */
const NO_TEXT = new Set(['json', 'datetime', 'date', 'time', 'timestamp', 'boolean']);
const OF_LETTERS = new Set(['$contains', '$notContains', '$startsWith', '$endsWith']);
const WHOLE = new Set(['integer', 'increments']);

/**
 * Refuses a condition that a database, or Strapi on the way to it, ends with an error: that would be ours (500). Everything
 * is refused wherever one of the databases fails, so that what is tried with SQLite holds with PostgreSQL.
 */
export function refuseCondition(name: string, type: string | undefined, asked: unknown): void {
  if (!isRecord(asked)) return refuseValues(name, type, asked);
  for (const [operator, value] of Object.entries(asked)) {
    const takes = TAKES.get(operator);
    if (takes === undefined) {
      throw refuse(`"${name}" cannot be asked for with "${operator}". "$and" and "$or" stand around whole conditions.`);
    }
    if (takes === 'a condition') refuseCondition(name, type, value);
    else if (takes === 'words') refuseWords(name, type, operator, value);
    else refuseValues(name, type, value);
    if (takes === 'two values' && !(Array.isArray(value) && value.length === 2)) {
      throw refuse(`"${operator}" takes two values.`);
    }
  }
}

/** Refuses to sort by what is within a value (`sort=text.x`). */
export const refuseWithin = (name: string, order: unknown): void => {
  if (isRecord(order)) throw refuse(`"${name}" has nothing within it to sort by.`);
};

/** What stands where conditions are wanted. */
export const refuseNoCondition = (asked: unknown): void => {
  if (asked !== undefined && asked !== null && !isRecord(asked)) throw refuse('A filter names a field and what it is compared with.'); // prettier-ignore
};

/** Refuses an operator where a field is wanted (`filters[$in]=1`), also beside fields, as Strapi does for relations. */
export function refuseOperator(operator: string): void {
  if (operator.startsWith('$')) throw refuse(`"${operator}" stands behind a field, and alone there.`);
}

function refuseWords(name: string, type: string | undefined, operator: string, asked: unknown): void {
  refuseNested(name, asked);
  if (type === undefined) return;
  if (WHOLE.has(type) && !OF_PRESENCE.has(operator)) throw noNumber(name);
  if (NO_TEXT.has(type) && OF_LETTERS.has(operator)) throw refuse(`"${name}" is no text. Ask for "${operator}i".`);
}

function refuseValues(name: string, type: string | undefined, asked: unknown): void {
  refuseNested(name, asked);
  for (const value of Array.isArray(asked) ? (asked as unknown[]) : [asked]) {
    if (type === undefined || value === null || typeof value === 'object') continue;
    if (WHOLE.has(type) && !isWhole(value)) throw noNumber(name);
    if (type === 'json' && !isJson(value)) throw refuse(`"${name}" is compared with JSON, such as ["a"].`);
  }
}

/** Refuses a condition within a value (`slug: { $eq: { $eq: "a" } }`), and a list within a list. */
function refuseNested(name: string, asked: unknown): void {
  const values = Array.isArray(asked) ? (asked as unknown[]) : [asked];
  if (values.some((value) => isRecord(value) || Array.isArray(value))) {
    throw refuse(`"${name}" is compared with a value, not with another condition.`);
  }
}

function isWhole(value: unknown): boolean {
  if (value === undefined) return true;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\s*[+-]?\d{1,10}\s*$/.test(text) && Math.abs(Number(text)) <= MOST;
}

function isJson(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const refuse = (detail: string): Error => refusal('invalid-request', detail);
const noNumber = (name: string): Error => refuse(`"${name}" is compared with whole numbers, from ${-MOST} to ${MOST}.`);

/** An object of a question. A statement that a host's own code compares with is none. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === null || Object.getPrototypeOf(value) === Object.prototype);
