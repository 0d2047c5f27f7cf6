import { instant, type DateContext } from '../dates';
import { MONTH_NAMES, monthOf } from '../vocabulary/months';
import { ZONE_NAMES } from '../vocabulary/date-words';

/** A date as it stands in running text. */
export interface TextDate {
  /** ISO 8601, UTC. */
  iso: string;
  /** Whether the text gives the time of day as well. */
  hasTime: boolean;
  from: number;
  to: number;
}

/** Dates are looked for in this many characters: labels are short. */
const MAX_TEXT = 300;
const MONTH = `(${MONTH_NAMES.join('|')})`;
const LETTER = '\\p{L}';

interface Shape {
  pattern: RegExp;
  /** Which groups hold the year, the month (a name or a number) and the day. */
  year: number;
  month: number;
  day: number;
}

/** The shapes of a day, tried in this order. */
const SHAPES: readonly Shape[] = [
  { pattern: /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/u, year: 1, month: 2, day: 3 },
  { pattern: /(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日/u, year: 1, month: 2, day: 3 },
  { pattern: /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u, year: 3, month: 2, day: 1 },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?(?:\\s|\\sde\\s|-)\\s?${MONTH}(?!${LETTER})\\.?,?(?:\\s|\\sdel?\\s|-)\\s?((?:19|20)\\d{2})`,
      'iu',
    ),
    year: 3,
    month: 2,
    day: 1,
  },
  {
    pattern: new RegExp(
      `(?<!${LETTER})${MONTH}(?!${LETTER})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d{2})`,
      'iu',
    ),
    year: 3,
    month: 1,
    day: 2,
  },
  { pattern: /(?<!\d)(\d{1,2})-(\d{1,2})-((?:19|20)\d{2})(?!\d)/u, year: 3, month: 2, day: 1 },
  // Numbers alone put the day first, but for the United States, which nobody can tell apart: left to the last.
  { pattern: /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u, year: 3, month: 2, day: 1 },
  // "12/31/2026": there is no month 31.
  { pattern: /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u, year: 3, month: 1, day: 2 },
];

const CLOCK = /(?<![\d.])(\d{1,2})[:.h](\d{2})(?::\d{2})?(?![\d.]*\d)\s?([ap]\.?m\b\.?)?/iu;
const HOUR = /(?<![\d.])(\d{1,2})\s?([ap]\.?m\b\.?)/iu;
/** "18 Uhr", "à 18h", "las 18 horas", "6 o'clock"; "il y a 2 heures" is no time of day. */
const FULL_HOUR =
  /(?<![\d.:]|(?:il y a|hace|dans|en|pendant|durante|vor)\s)(\d{1,2})\s?(?:Uhr|h|heures|horas|o['’]clock)(?![\p{L}\d])/iu;
const NOON = /(?<!\p{L})(?:noon|midday|midi|mediodía)(?!\p{L})/iu;
const MILITARY = /(?<!\d)([012]\d)([0-5]\d)\s?(?=GMT|UTC|BST|[ECMP][SD]?T\b|CES?T|hrs|hours)/u;
const ZONE =
  /(?<![\p{L}\d])(GMT|UTC|BST|CES?T|MES?Z|WES?T|EES?T|[ECMP][SD]T|MSK|JST|KST|HKT|A[EWC][SD]T|NZ[SD]T|[ECMP]T|MYT|SGT|PHT|WIB|SAST|IST|PKT)(?!\p{L})/u;

/** The first date in a text; undefined where there is none, or no such day. */
export function dateIn(text: string, context: DateContext): TextDate | undefined {
  const head = text.slice(0, MAX_TEXT);
  if (!/\d/.test(head)) return undefined;
  for (const shape of SHAPES) {
    const match = shape.pattern.exec(head);
    if (!match) continue;
    const monthText = match[shape.month] ?? '';
    const month = monthOf(monthText) ?? Number(monthText);
    const day = `${match[shape.year]}-${two(month)}-${two(Number(match[shape.day]))}`;
    const from = match.index;
    let to = from + match[0].length;
    const after = head.slice(to, to + 40);
    const before = head.slice(Math.max(0, from - 40), from);
    const clock = clockIn(after) ?? clockIn(before);
    const zone = ZONE.exec(after)?.[1] ?? ZONE.exec(before)?.[1];
    const iso = dayAndTime(day, clock?.time, zone ?? utcMark(after), context);
    if (iso === undefined) continue;
    if (clock && after.includes(clock.text)) to += after.indexOf(clock.text) + clock.text.length;
    return { iso, hasTime: clock !== undefined, from, to };
  }
  return undefined;
}

/** The day of a dateline or a print mark in UTC, from numbers. */
export function dayAndTime(
  day: string,
  time: string | undefined,
  zone: string | undefined,
  context: DateContext,
): string | undefined {
  const [year = '', month = '', date = ''] = day.split('-');
  const named = zone === undefined ? undefined : ZONE_NAMES.get(zone);
  const text = `${Number(date)} ${ENGLISH[Number(month) - 1] ?? ''} ${year} ${time ?? '00:00'}:00`;
  if (named !== undefined) return instant(text, { ...context, zone: named });
  // A day without a time is that day, wherever it is read.
  if (time === undefined) return instant(`${text} +0000`, context);
  return instant(zone === undefined ? text : `${text} ${zone}`, context);
}

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number): string => String(number).padStart(2, '0');

function utcMark(after: string): string | undefined {
  return /^T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?Z/.test(after) ? 'UTC' : undefined;
}

function clockIn(text: string): { time: string; text: string } | undefined {
  const match = MILITARY.exec(text) ?? CLOCK.exec(text) ?? HOUR.exec(text);
  if (!match) return fullHourIn(text);
  const isHour = match[2] !== undefined && !/^\d/.test(match[2]);
  const half = isHour ? match[2] : match[3];
  const minute = isHour ? 0 : Number(match[2]);
  const hour = Number(match[1]);
  if (hour > 24 || minute > 59) return undefined;
  const full = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  return { time: `${two(full)}:${two(minute)}`, text: match[0] };
}

function fullHourIn(text: string): { time: string; text: string } | undefined {
  const match = FULL_HOUR.exec(text) ?? NOON.exec(text);
  const hour = Number(match?.[1] ?? 12);
  return match && hour <= 24 ? { time: `${two(hour)}:00`, text: match[0] } : undefined;
}
