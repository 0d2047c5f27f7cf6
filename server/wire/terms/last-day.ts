import { dateIn } from '../text/when';
import { MONTH_NAMES, monthOf } from '../vocabulary/months';

/** A moment that stands in terms of use. */
export interface Moment {
  /** ISO 8601, UTC. */
  iso: string;
  from: number;
  /** The text does not say the year. */
  isGuessed?: boolean;
}

interface Day {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

/** A day without its year that is no longer past than this is that day, and over. Milliseconds. */
const SLACK = 30 * 86_400_000;
/** Behind the words of a rule, a date is no further off. Characters. */
const NEAR = 60;
const MONTH = `(?<month>${MONTH_NAMES.join('|')})(?!\\p{L})\\.?`;
const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d)';
const NO_YEAR = '(?!\\d|,?\\s?(?:del?\\s)?(?:19|20)\\d{2}(?!\\d))';
/** "end of June": which day of the month that is, by the word before it; 31 stands for the last. */
const PARTS: readonly (readonly [words: string, day: number])[] = [
  ['early|the beginning of|beginning of|the start of|start of|anfang|début|debut|principios de|comienzos de', 1],
  ['mid-?|the middle of|middle of|mitte|mi-?|mediados de', 15],
  ['the end of|end of|end|late|ende|(?:la )?fin(?: de| du mois de)?|finales de|fines de', 31],
];
const PART = PARTS.map(([words], n) => `(?<part${n}>${words})`).join('|');
const LITTLE = '(?:the |den |dem |le |la |el |du |del |at |à )?';

const shape = (pattern: string): RegExp => new RegExp(pattern, 'iu');

/** Days that do not say their year. */
const DAYS: readonly RegExp[] = [
  shape(`(?<![\\d.:/])(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?\\s?(?:of\\s|de\\s|-)?${MONTH}${NO_YEAR}`),
  shape(`(?<!\\p{L})(?<!\\d[.\\s-]{0,2})${MONTH}\\s?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h]|\\.\\d)${NO_YEAR}`),
];
/** The same in numbers, and years of two digits: so short that they count right behind the words alone. */
const NUMBERS: readonly RegExp[] = [
  /^\W{0,3}(?<day>\d{1,2})(?<sign>[./-])\s?(?<number>\d{1,2})\k<sign>\s?(?<short>\d{2})(?![\d:])/u,
  // "18.00", "6.10 pm" are times of day.
  /^\W{0,3}(?<day>\d{1,2})\.\s?(?<number>0?[1-9]|1[0-2])(?!\d)\.?(?!\s?(?:\d|[ap]\.?m\b|uhr|h\b|[A-Z]{3}))/u,
  /^\W{0,3}(?<day>\d{1,2})\/(?<number>\d{1,2})(?![\d/])/u,
];
/** Months, and the end of a year. */
const MONTHS: readonly RegExp[] = [
  shape(`^\\W{0,3}${LITTLE}(?:(?:${PART})\\s?)?${MONTH}(?:,?\\s(?:del?\\s)?${YEAR}|(?=[\\s.)\\]]*$))`),
  shape(`^\\W{0,3}${LITTLE}(?:end of|ende|fin(?: de)?|finales de|fines de)\\s${YEAR}`),
];

/**
 * The first moment that a text names. A day without its year is the next such day after the thing was sent (`sent`, ISO
 * 8601; today where that is not known), a month its last day if a last one is asked for (`isLast`), else its first.
 */
export function momentIn(text: string, isLast: boolean, sent?: string): Moment | undefined {
  const dated = datedIn(text, isLast);
  const loose = looseIn(text.slice(0, NEAR), isLast, sent);
  return dated && !(loose && loose.from < dated.from) ? dated : loose;
}

/** The first moment in a text that says its year. A last day without a time of day lasts to its end. */
export function datedIn(text: string, isLast: boolean): Moment | undefined {
  const date = dateIn(text, { warn: () => undefined });
  return date && { iso: isLast && !date.hasTime ? endOf(date.iso) : date.iso, from: date.from };
}

const endOf = (iso: string): string => `${iso.slice(0, 10)}T23:59:59.999Z`;

function looseIn(text: string, isLast: boolean, sent?: string): Moment | undefined {
  const now = referenceOf(sent);
  for (const pattern of [...DAYS, ...NUMBERS, ...MONTHS]) {
    const match = pattern.exec(text);
    const day = match && dayOf(match, isLast, now, () => yearBehind(text.slice(match.index + match[0].length)));
    if (!match || !day) continue;
    const iso = new Date(timeOf(day)).toISOString();
    // With its year put in, "14 June, 6 pm" is read for its time of day.
    const end = match.index + match[0].length;
    const timed = DAYS.includes(pattern)
      ? datedIn(`${text.slice(0, end)} ${day.year}${text.slice(end)}`, isLast)
      : undefined;
    if (timed?.from === match.index) return { ...timed, isGuessed: true };
    const { year, short } = match.groups ?? {};
    return { iso: isLast ? endOf(iso) : iso, from: match.index, isGuessed: year === undefined && short === undefined };
  }
  return undefined;
}

function referenceOf(sent: string | undefined): number {
  const time = sent === undefined ? Number.NaN : Date.parse(sent);
  return Number.isNaN(time) ? Date.now() : time;
}

function dayOf(match: RegExpExecArray, isLast: boolean, now: number, behind: () => Day | undefined): Day | undefined {
  const { month: name, day: printed, number, year, short } = match.groups ?? {};
  let [day, month] = [Number(printed ?? partOf(match, isLast)), monthNamed(name, number, year)];
  // "06/14": there is no month 14.
  if (number !== undefined && month > 12) [day, month] = [month, day];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  if (year !== undefined || short !== undefined) return { year: Number(year ?? `20${short}`), month, day };
  const end = behind();
  return end ? lastBefore({ month, day }, end) : nextAfter({ month, day }, now);
}

const monthNamed = (name?: string, number?: string, year?: string): number =>
  (name === undefined ? undefined : monthOf(name)) ??
  (number === undefined && year !== undefined ? 12 : Number(number));

/** The day that is meant by a month alone. */
function partOf({ groups = {} }: RegExpExecArray, isLast: boolean): number {
  const part = PARTS.find((_, n) => groups[`part${n}`] !== undefined);
  return part?.[1] ?? (isLast || groups['month'] === undefined ? 31 : 1);
}

type DayOfYear = Omit<Day, 'year'>;

/** The next such day; one that has just passed stays what it is. */
function nextAfter(day: DayOfYear, now: number): Day {
  const year = new Date(now).getUTCFullYear();
  const years = [year - 1, year, year + 1];
  // The last day counts to its end.
  const next = years.find((one) => timeOf({ ...day, year: one }) >= now - SLACK) ?? year + 1;
  return { ...day, year: next };
}

/** "From 1 June to 14 June 2026": the year is said with the second day. */
function lastBefore(day: DayOfYear, end: Day): Day {
  const same = { ...day, year: end.year };
  return timeOf(same) <= timeOf(end) ? same : { ...day, year: end.year - 1 };
}

function yearBehind(rest: string): Day | undefined {
  const near = rest.slice(0, 40);
  const date = dateIn(near, { warn: () => undefined });
  if (!date || !/^\W*(?:\p{L}+\W+){0,3}$/u.test(near.slice(0, date.from))) return undefined;
  const [year = 0, month = 0, day = 0] = date.iso.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

/** There is no 31 June, and a 29 February in few years: the last day of the month, for nothing is to last longer. */
function timeOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()));
}
