import { DateTime, FixedOffsetZone } from 'luxon';
import type { ParseContext } from './format';

/**
 * Dates of the wire to instants.
 *
 * Agencies write ISO 8601 basic (`20180531T150400+0200`, NITF and NewsML 1), extended (NewsML-G2, ninjs), RFC 822
 * (RSS, mail) and a few habits of their own. Those shapes are read by hand, because a feed of 20,000 items has
 * 60,000 dates; what is left goes to luxon.
 */

/** No date of any format is longer; what is longer is prose. */
const MAX_LENGTH = 64;

const ISO =
  /^([1-9]\d{3})-?(\d\d)-?(\d\d)(?:[T ]{0,2}(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,40}))?)?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
/** "Sun, 03 Feb 2013 04:14:36 GMT", "03 Apr 02 1500 GMT", "10 December 2018" (RFC 822 and its habits). */
const DAY_FIRST =
  /^(?:[A-Za-z]{2,9}\.?,? )?(?<day>\d\d?)[ -](?<month>[A-Za-z]{3,9})\.?,?[ -](?<year>\d{2}|\d{4})(?:,? (?<hour>\d\d?):?(?<minute>\d\d)(?::(?<second>\d\d))?)? ?(?<half>am|pm)? ?(?<zone>[A-Za-z]{1,5}|[+-]\d\d:?\d\d)?$/i;
/** "May 31, 2018 3:04 PM EDT". */
const MONTH_FIRST =
  /^(?:[A-Za-z]{2,9}\.?,? )?(?<month>[A-Za-z]{3,9})\.? (?<day>\d\d?),? (?<year>\d{4})(?:,? (?<hour>\d\d?):?(?<minute>\d\d)(?::(?<second>\d\d))?)? ?(?<half>am|pm)? ?(?<zone>[A-Za-z]{1,5}|[+-]\d\d:?\d\d)?$/i;
/** "Thu Jan 14 18:02:33 2016", the C library's order. */
const ASCTIME =
  /^[A-Za-z]{3} (?<month>[A-Za-z]{3}) (?<day>\d\d?) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?: (?<zone>[A-Za-z]{1,5}))? (?<year>\d{4})$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Minutes east of UTC of the zone names that mean one thing only. RFC 822 section 5, and what newsrooms add. */
const ZONES: Record<string, number> = {
  Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480,
  PDT: -420, AKST: -540, AKDT: -480, HST: -600, BST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120, WEST: 60, EET: 120,
  EEST: 180, MSK: 180, HKT: 480, JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780,
}; // prettier-ignore

/** What reading a date needs of the context. */
export type DateContext = Pick<ParseContext, 'zone' | 'warn'>;

/** A date taken apart. `offset` is in minutes east of UTC; undefined where the text names no zone. */
interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  offset: number | undefined;
}

/**
 * Any date of the wire to ISO 8601 in UTC, "2018-05-31T15:04:00.000Z"; undefined for what is no date.
 * A date without a zone is in `context.zone`, else in UTC with the warning `date-without-zone`: never in the zone
 * of the machine.
 */
export function instant(text: string | undefined, context: DateContext): string | undefined {
  const date = tidy(text);
  if (date === undefined) return undefined;
  const parts = isoParts(date) ?? namedParts(date);
  if (!parts) return byLuxon(date, context);
  if (!isReal(parts)) return undefined;
  const { year, month, day, hour, minute, second, millisecond, offset } = parts;
  if (offset === undefined && context.zone !== undefined) {
    const local = DateTime.fromObject(
      { year, month, day, hour: Math.min(hour, 23), minute, second: Math.min(second, 59), millisecond },
      { zone: context.zone },
    );
    return local.isValid ? local.toUTC().toISO() : undefined;
  }
  if (offset === undefined) warnZone(date, context);
  return new Date(
    Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - (offset ?? 0) * 60_000,
  ).toISOString();
}

/**
 * A date of a photo as ISO 8601, as precise as delivered and in the zone that was delivered:
 * "20180531" → "2018-05-31", "20180531T1504+0200" → "2018-05-31T15:04+02:00", "2018-05" → "2018-05".
 */
export function deliveredDate(text: string | undefined): string | undefined {
  const date = tidy(text);
  if (date === undefined) return undefined;
  const short = /^([1-9]\d{3})(?:-(\d\d))?$/.exec(date);
  if (short) return short[2] === undefined || Number(short[2]) <= 12 ? date : undefined;
  const match = ISO.exec(date);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts = isoParts(date);
  if (!parts || !isReal(parts)) return undefined;
  if (hour === undefined) return `${year}-${month}-${day}`;
  const seconds = second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction.slice(0, 3)}`}`;
  return `${year}-${month}-${day}T${hour}:${minute}${seconds}${offsetText(zone)}`;
}

function offsetText(zone: string | undefined): string {
  if (zone === undefined) return '';
  return /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`;
}

/** White space folded, comments and IANA suffixes of a zone dropped; undefined for what cannot be a date. */
function tidy(text: string | undefined): string | undefined {
  if (text === undefined || text.length > MAX_LENGTH * 2) return undefined;
  const tidied = text
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:\([A-Za-z]{1,5}\)|\[[A-Za-z_/+-]{1,40}\]) ?$/, '')
    .trim();
  return tidied === '' || tidied.length > MAX_LENGTH ? undefined : tidied;
}

function isoParts(text: string): Parts | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0')),
    offset: zone === undefined ? undefined : offsetOf(zone),
  };
}

/** Dates with the month as an English name. */
function namedParts(text: string): Parts | undefined {
  const groups = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text) ?? ASCTIME.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const month = MONTHS.indexOf((groups['month'] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const hour = Number(groups['hour'] ?? 0);
  const half = groups['half'];
  return {
    year: fullYear(Number(groups['year'])),
    month,
    day: Number(groups['day']),
    hour: half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0),
    minute: Number(groups['minute'] ?? 0),
    second: Number(groups['second'] ?? 0),
    millisecond: 0,
    offset: groups['zone'] === undefined ? undefined : offsetOf(groups['zone']),
  };
}

/** RFC 2822 section 4.3: two digits below 50 are of this century. */
function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
}

/** Minutes east of UTC; undefined for a name that is unknown or means several zones ("IST"). */
function offsetOf(zone: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!match) return ZONES[zone.toUpperCase()];
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function isReal({ year, month, day, hour, minute, second, offset }: Parts): boolean {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  // 24:00 is the midnight that ends the day, second 60 a leap second (ISO 8601).
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0)) || minute > 59 || second > 60) return false;
  return offset === undefined || Math.abs(offset) <= 18 * 60;
}

/** Week dates, ordinal dates and other rare but valid shapes. */
function byLuxon(text: string, context: DateContext): string | undefined {
  // `setZone` keeps the zone of the text; a text without one gets the marker zone.
  const date = DateTime.fromISO(text, { zone: NO_ZONE, setZone: true });
  if (!date.isValid) return undefined;
  if (!date.zone.equals(NO_ZONE)) return date.toUTC().toISO();
  if (context.zone === undefined) warnZone(text, context);
  const local = date.setZone(context.zone ?? 'utc', { keepLocalTime: true });
  return local.isValid ? local.toUTC().toISO() : undefined;
}

const NO_ZONE = FixedOffsetZone.instance(-23 * 60 - 7);

function warnZone(text: string, context: DateContext): void {
  context.warn(
    'date-without-zone',
    `The date "${text}" names no time zone, so it was read as UTC. Set the feed's zone.`,
  );
}
