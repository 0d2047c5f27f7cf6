import { COPYRIGHT_YEAR } from '../contracts/story';
import { RIGHTS_FIELDS, rightsValue, type RightsField, type RightsFields, type RightsValue } from '../contracts/rights';

/** "", undefined and null all mean that there is no line. */
const line = (value: unknown): RightsValue => {
  const parsed = rightsValue.safeParse(value);
  return parsed.success && parsed.data !== '' ? parsed.data : null;
};

/** The six lines in a form's values. */
export function linesOf(values: object): Record<RightsField, RightsValue> {
  const held = new Map<string, unknown>(Object.entries(values));
  return {
    byline: line(held.get('byline')),
    creditLine: line(held.get('creditLine')),
    copyrightHolder: line(held.get('copyrightHolder')),
    copyrightYear: line(held.get('copyrightYear')),
    copyrightNotice: line(held.get('copyrightNotice')),
    usageTerms: line(held.get('usageTerms')),
  };
}

/** The fields that something is said about and that stand otherwise now. */
export const differing = (now: RightsFields, said: RightsFields | null | undefined): RightsField[] =>
  RIGHTS_FIELDS.filter((field) => said?.[field] !== undefined && line(said[field]) !== line(now[field]));

/** Fields for which the agency's usual line is worth offering: it says something that neither stands nor was delivered. */
export const offered = (
  now: RightsFields,
  suggested: RightsFields | null | undefined,
  delivered: RightsFields | null | undefined,
): RightsField[] =>
  differing(now, suggested).filter(
    (field) => line(suggested?.[field]) !== null && line(suggested?.[field]) !== line(delivered?.[field]),
  );

/** More digits than any number of ours has, and fewer than would be rounded. */
const MAX_DIGITS = 12;

/** A whole number as typed: its digits; without any it is none. Too large a one stays, for its field to say so. */
export function wholeFrom(text: string): number | null {
  const digits = text.replace(/\D/g, '').slice(0, MAX_DIGITS);
  return digits === '' ? null : Number(digits);
}

export const isWithin = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** Whether a line is one that cannot be stored: a year that is none. */
export const isRefused = (field: RightsField, value: RightsValue | undefined): boolean =>
  field === 'copyrightYear' && typeof value === 'number' && !isWithin(value, COPYRIGHT_YEAR);

/** A line as typed: null when empty; a break in what shall be one line is a space. */
export function lineFrom(text: string, mayBreak: boolean): string | null {
  const line = mayBreak ? text : text.replace(/[\r\n]+/g, ' ');
  return line === '' ? null : line;
}
