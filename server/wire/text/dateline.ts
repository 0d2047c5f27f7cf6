import { termsOfUse } from '../terms/terms-of-use';
import { agencyNamed } from '../vocabulary/agencies';
import type { Agency } from '../vocabulary/agency';
import { DATE_WORDS } from '../vocabulary/date-words';
import { MONTH_NAMES } from '../vocabulary/months';
import { CAPTION_START } from '../vocabulary/photo-words';
import { wordCount } from './blocks';
import { dateIn } from './when';
import type { Recogniser, Story } from './story';

/** A dateline read from the start of a paragraph. Offsets are into that text. */
export interface Dateline {
  place?: { from: number; to: number };
  agency?: Agency;
  /** The date in it, where it has a year. */
  dateText?: string;
  /** Where the story begins. */
  bodyFrom: number;
  confidence: number;
}

/** No dateline is longer. */
const MAX_DATELINE = 140;
/** A story begins with its dateline, below headlines, captions and summaries. */
const MAX_BLOCKS = 60;
const MAX_PROSE = 6;
/** Capitals before a dash that run longer are a label: "THE STATE OF PLAY TODAY - …". */
const MAX_PLACE_WORDS = 4;

const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DAY = `(?:${MONTH}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s(?:de\\s)?${MONTH}\\.?)(?:,?\\s\\d{4})?`;
const DASH = '(?:--|\\.-|[-–—_])';

/** "(AP) —", "(Reuters) -", "(AFP) –", "(EFE).-", "(ats afp)". The text before it is the place and the day. */
const IN_BRACKETS = new RegExp(`^([^()]{0,100}?)\\s?\\(([^()]{2,40})\\)\\s?(${DASH}{1,2})?\\s*`, 'u');
/** "/TASS/.", "/PRNewswire/ --", "--(BUSINESS WIRE)--". */
const IN_SLASHES = new RegExp(`^([^/]{2,90}?[\\s.\\d])/([^/]{2,40})/\\.?\\s*(?:${DASH}{1,2})?\\s*`, 'u');
/** "Paris, France | AFP |". */
const IN_BARS = /^([^|]{2,80}?)\s?\|\s?([^|]{2,30}?)\s?\|\s+/u;
const RELEASE = /^(.{2,90}?)\s?--\(([A-Z ]{4,30})\)--\s*/u;
/** "LONDON, March 5 -", "TOKYO, Dec. 9 Kyodo -". */
const DAY_AND_DASH = new RegExp(
  `^([^()]{2,80}?),?\\s(${DAY})(?:\\s(\\p{L}[\\p{L} -]{1,20}))?\\s${DASH}{1,2}\\s+`,
  'iu',
);
/** "SKARNHAVN, Norway —": capitals and a dash are enough. */
const PLACE_AND_DASH = /^(\p{Lu}[\p{Lu}\p{M}'’.\- /]{1,50}(?:,\s\p{Lu}[\p{L}.' -]{1,30}){0,2})\s(?:--|[–—_-])\s+/u;
const CAPTION_DAY = new RegExp(`^${DAY}:`, 'iu');
const DAY_AT_END = new RegExp(`[,.]?\\s*(?<!\\p{L})(${DAY})[.,]?$`, 'iu');

/** Small words in the names of places and between them. */
const SMALL = new Set(
  'and und et y e of the de del la le les los las do da di am an der im in on sur aan den den’s upon au aux'.split(' '),
);

/** Reads the dateline at the start of a paragraph; undefined where there is none. */
export function readDateline(text: string): Dateline | undefined {
  if (CAPTION_START.test(text)) return undefined;
  const head = text.slice(0, MAX_DATELINE);
  return bracketed(head) ?? slashed(head) ?? dated(head) ?? bare(head, text);
}

function bracketed(head: string): Dateline | undefined {
  const match = IN_BRACKETS.exec(head);
  if (!match) return undefined;
  const [whole, before = '', inside = '', dash] = match;
  const agency = agencyOf(inside);
  const isCode = dash !== undefined && /^[\p{Lu}\d][\p{Lu}\d. /-]{1,11}$/u.test(inside);
  if (!agency && !isCode) return undefined;
  const confidence = agency ? 0.97 : 0.8;
  if (before.trim() === '') {
    if (dash === undefined || (!agency && !/^\p{Lu}{2,5}$/u.test(inside))) return undefined;
    // The Italian order: "(ANSA) - ROMA, 08 MAG - …".
    const rest = dated(head.slice(whole.length));
    return rest ? shifted(rest, whole.length, agency) : { ...known(agency), bodyFrom: whole.length, confidence };
  }
  const place = placeIn(before, agency !== undefined && dash !== undefined);
  if (!place || (dash === undefined && !agency)) return undefined;
  return { ...place, ...known(agency), bodyFrom: whole.length, confidence };
}

function slashed(head: string): Dateline | undefined {
  const match = RELEASE.exec(head) ?? IN_SLASHES.exec(head) ?? IN_BARS.exec(head);
  if (!match) return undefined;
  const [whole, before = '', inside = ''] = match;
  const agency = agencyOf(inside);
  if (!agency && !/newswire|wire\b|asianet/i.test(inside)) return undefined;
  const place = placeIn(before, true);
  return place && { ...place, ...known(agency), bodyFrom: whole.length, confidence: 0.95 };
}

function dated(head: string): Dateline | undefined {
  const match = DAY_AND_DASH.exec(head);
  if (!match) return undefined;
  const [whole, before = '', day = '', name] = match;
  const agency = name === undefined ? undefined : agencyOf(name);
  if (name !== undefined && !agency) return undefined;
  const place = placeIn(before, true);
  return place && { ...place, dateText: day, ...known(agency), bodyFrom: whole.length, confidence: 0.93 };
}

function bare(head: string, text: string): Dateline | undefined {
  const match = PLACE_AND_DASH.exec(head);
  const before = match?.[1];
  if (!match || before === undefined || wordCount(text) < 12) return undefined;
  if (!/^[\p{L}"“„«'‘(]/u.test(text.charAt(match[0].length))) return undefined;
  if ((before.split(',')[0] ?? '').split(' ').length > MAX_PLACE_WORDS) return undefined;
  // "LONDON - AUGUST 20: …" is the caption of a picture library.
  if (CAPTION_DAY.test(head.slice(match[0].length))) return undefined;
  const place = placeIn(before, false);
  return place && { ...place, bodyFrom: match[0].length, confidence: 0.75 };
}

const known = (agency: Agency | undefined): { agency?: Agency } => (agency ? { agency } : {});

function shifted(line: Dateline, by: number, agency: Agency | undefined): Dateline {
  const place = line.place && { from: line.place.from + by, to: line.place.to + by };
  return { ...line, ...(place ? { place } : {}), ...known(agency), bodyFrom: line.bodyFrom + by, confidence: 0.95 };
}

/** "Reuters", "ats afp", "AFP/AP": the first name that is an agency. */
function agencyOf(name: string): Agency | undefined {
  const whole = agencyNamed(name);
  if (whole) return whole;
  for (const part of name.split(/\s?[/,+&-]\s?|\s(?:and|und|et)\s|(?<=^\p{L}{2,5})\s/u)) {
    const agency = agencyNamed(part);
    if (agency) return agency;
  }
  return undefined;
}

/** The place before the day. `isSure` allows a lower-case word, where the rest leaves no doubt. */
function placeIn(before: string, isSure: boolean): Pick<Dateline, 'place' | 'dateText'> | undefined {
  const head = before.trimEnd();
  const day = DAY_AT_END.exec(head);
  const place = (day ? head.slice(0, day.index) : head).replace(/[\s,]+$|\s?--$/u, '');
  const start = place.length - place.trimStart().length;
  const name = place.slice(start);
  if (!isPlace(name, isSure)) return undefined;
  return { place: { from: start, to: start + name.length }, ...(day?.[1] === undefined ? {} : { dateText: day[1] }) };
}

export function isPlace(name: string, isSure: boolean): boolean {
  const first = (name.split(/[\s,/]/u)[0] ?? '').toLowerCase();
  if (DATE_WORDS.has(first) && first.length > 3) return false;
  if (name.length < 2 || name.length > 80 || /[!?:;"“”()\d]/u.test(name)) return false;
  const words = name.split(/[\s/,-]+/u).filter(Boolean);
  const lower = words.filter((word) => /^\p{Ll}/u.test(word) && !SMALL.has(word)).length;
  return words.length <= 10 && !/^\p{Ll}/u.test(name) && lower <= (isSure ? 1 : 0);
}

/** The place, the agency and the day that a wire story begins with. */
export const dateline: Recogniser = {
  name: 'dateline',
  read(story) {
    let prose = 0;
    for (let n = 0; n < Math.min(MAX_BLOCKS, story.blocks.length) && prose < MAX_PROSE; n += 1) {
      if (!story.isFree(n)) continue;
      const line = readDateline(story.textOf(n));
      // "RESTRICTED TO EDITORIAL USE - NO SALES" is no place and its story.
      if (line && !termsOfUse(story.label(n), story.capitalsTell)?.isTelling) {
        keep(story, n, line);
        return;
      }
      if (story.isProse(n)) prose += 1;
    }
  },
};

function keep(story: Story, n: number, line: Dateline): void {
  const { place, agency, dateText, bodyFrom, confidence } = line;
  const by = 'dateline';
  if (place) story.set('dateline', { slice: { block: n, ...place }, confidence, by });
  if (agency)
    story.set('provider', { slice: { block: n, from: 0, to: bodyFrom }, value: agency.name, confidence: 0.93, by });
  const date = dateText === undefined ? undefined : dateIn(dateText, story.context);
  if (date)
    story.set('versionCreated', { slice: { block: n, from: 0, to: bodyFrom }, value: date.iso, confidence: 0.7, by });
  story.isWire = true;
  // A line of the dateline alone, with the story below it.
  if (bodyFrom >= story.textOf(n).length) story.claim(n, 'date', confidence, by);
  else {
    story.cuts.set(n, bodyFrom);
    story.claim(n, 'body', confidence, by);
  }
}
