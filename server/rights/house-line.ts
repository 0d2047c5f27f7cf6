import type { RightsFields, RightsType } from '../../contracts/rights';
import { textsOf } from '../documents';
import { isLabelAlone, withoutLabel } from '../wire/credit-label';
import type { CreditPart } from '../wire/credit-part';
import { creditParts, isNobody } from '../wire/credit-split';
import { namesIn } from '../wire/person';
import { foldName } from '../wire/fold';
import { agencyNamed } from '../wire/vocabulary/agencies';
import { DEMANDS_CREDIT } from '../wire/vocabulary/photo-words';
import { saysNothing } from './blank';

/** What an agency's usual lines are made of. Templates hold `{byline}`, `{agency}` and `{year}`. */
export interface House {
  name: string;
  creditTemplate?: string | undefined;
  copyrightHolder?: string | undefined;
  copyrightNotice?: string | undefined;
  usageTerms?: string | undefined;
}

/** The lines that this agency usually wants under a story or photo; null where it has none. */
export function houseLines(
  house: House,
  about: { byline?: string | undefined; year?: number | undefined },
  type: RightsType = 'photo',
): RightsFields | null {
  const words = { byline: about.byline, agency: house.name, year: about.year?.toString() };
  const lines: RightsFields = {};
  if (house.creditTemplate) lines.creditLine = fill(templateFor(type, house.creditTemplate), words);
  if (house.copyrightHolder) lines.copyrightHolder = house.copyrightHolder;
  if (house.copyrightNotice) lines.copyrightNotice = fill(house.copyrightNotice, words);
  if (house.usageTerms) lines.usageTerms = house.usageTerms;
  return Object.keys(lines).length === 0 ? null : lines;
}

/** Fields as they are kept; anything that is no text counts as absent. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * The credit that readers see, the same on every surface: in the agency's house form where the line leaves out the
 * photographer or the agency; a line that names both is printed as it is, without the words that demand it. Undefined
 * where nothing is known.
 */
export function shownCredit(
  item: Fields,
  agency: Fields | null | undefined,
  type: RightsType = 'photo',
): string | undefined {
  const line = filled(item['creditLine']);
  return houseCredit(item, agency, type) ?? (line && DEMANDS_CREDIT.test(line) ? withoutLabel(line).text : line);
}

/**
 * The credit that counts where one is demanded: what readers see, where it credits anybody. "Handout" says where a photo
 * came from, and credits nobody.
 */
export function demandedCredit(
  item: Fields,
  agency: Fields | null | undefined,
  type: RightsType = 'photo',
): string | undefined {
  const shown = shownCredit(item, agency, type);
  return shown === undefined || creditsNobody(shown) ? undefined : shown;
}

/**
 * The same, where somebody has said it: the agency's name alone, which readers are given where a photo's credit is missing,
 * is for an editor to look at.
 */
export function namedCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  const isNamed = filled(item['creditLine']) !== undefined || filled(item['byline']) !== undefined;
  return isNamed ? demandedCredit(item, agency) : undefined;
}

function creditsNobody(line: string): boolean {
  if (isLabelAlone(line)) return true;
  const { text, byPerson } = withoutLabel(line);
  return creditParts(text, byPerson).every(({ kind }) => kind === 'nobody');
}

/**
 * The agency's house form of a credit that is missing or says half of it: "AFP" beside a byline, "Mira Voss" beside an
 * agency. Undefined where the agency has none, where the line is whole ("Mira Voss / AP" may be anybody's that AP
 * distributes: its own form would claim the photo for its staff), and where it names another person.
 */
export function houseCredit(
  item: Fields,
  agency: Fields | null | undefined,
  type: RightsType = 'photo',
): string | undefined {
  const stated = filled(agency?.['creditTemplate']);
  if (stated === undefined) return undefined;
  const template = templateFor(type, stated);
  const name = filled(agency?.['name']);
  const names = [name, ...textsOf(agency?.['aliases'])].filter((one) => one !== undefined);
  const line = filled(item['creditLine']);
  const byline = somebody(item['byline']);
  if (line === undefined) return fill(template, { byline, agency: name }) || undefined;
  const person = halfOf(line, byline, names);
  if (person === undefined) return withByline(line, byline, { names, template });
  return fill(template, { byline: person, agency: name }) || undefined;
}

/**
 * A line of several agencies, or of one and whom it worked for ("AFP via Getty Images", "Getty Images for Velna Ferries"),
 * leaves out the photographer, whom a house form that begins with the byline puts before it.
 */
function withByline(
  line: string,
  byline: string | undefined,
  { names, template }: { names: readonly string[]; template: string },
): string | undefined {
  const [, separator] = /^\{byline\}( ?[/|,] ?)/.exec(template) ?? [];
  if (byline === undefined || separator === undefined) return undefined;
  const { text, byPerson } = withoutLabel(line);
  const parts = creditParts(text, byPerson);
  const isOfAgencies = parts.every((part) => part.agency !== undefined || isAgency(part, names));
  return isOfAgencies && parts.some((part) => isAgency(part, names)) ? `${byline}${separator}${text}` : undefined;
}

/** "AP Photo/{byline}" is no credit for a text. */
const templateFor = (type: RightsType, template: string): string =>
  type === 'article' ? template.replace(/ (?:photo|foto)(?![\p{L}\p{N}])/giu, '') : template;

/** The photographer of a line that names only the agency, or only the photographer; undefined for any other line. */
function halfOf(line: string, byline: string | undefined, agency: readonly string[]): string | undefined {
  const { text, byPerson } = withoutLabel(line);
  const parts = creditParts(text, byPerson).filter(({ kind }) => kind !== 'nobody');
  if (parts.some((part) => isAgency(part, agency) && / for /.test(part.text))) return undefined;
  const others = parts.filter((part) => !isAgency(part, agency));
  const [person] = others;
  // "Pool" alone says where a photo came from, and is what somebody has chosen to say.
  if (!person) return parts.length > 0 ? byline : undefined;
  if (parts.length > 1) return undefined;
  const isNamed = byline === undefined ? person.kind === 'person' : sameNames(person.text, byline);
  return isNamed ? (byline ?? namesIn(person.text).join(', ')) : undefined;
}

/** By its name, a name that the newsroom has it under as well, or one that the tables know it by. */
const isAgency = (part: CreditPart, names: readonly string[]): boolean =>
  names.some((name) => {
    const known = agencyNamed(name);
    return (known !== undefined && part.agency === known) || foldName(part.text) === foldName(name);
  });

const sameNames = (a: string, b: string): boolean => keyOf(a) === keyOf(b);
const keyOf = (names: string): string => namesIn(names).map(foldName).join(',');

/** A line that says something. */
const filled = (value: unknown): string | undefined =>
  typeof value === 'string' && !saysNothing(value) ? value.trim() : undefined;

/** A byline that names anybody: "Handout" stands in that field, too. */
function somebody(byline: unknown): string | undefined {
  const names = filled(byline);
  return names === undefined || isNobody(names) ? undefined : names;
}

/** A word that is not known is left out, with one separator beside it: "{byline} / AFP" is "AFP", "REUTERS/{byline}" "REUTERS". */
export function fill(template: string, words: Record<string, string | undefined>): string {
  const line = template.replace(PLACE, (_, before: string | undefined, name: string, after: string | undefined) => {
    const word = words[name];
    if (word) return `${before ?? ''}${word}${after ?? ''}`;
    return before !== undefined && after !== undefined ? after : '';
  });
  return line.replace(/\s+/g, ' ').trim();
}

/** What is wrong with a template, as the end of a sentence: whoever misspells a place would credit nobody. */
export function templateProblem(template: string): string | undefined {
  const unknown = [...template.matchAll(/\{([^{}]{0,40})\}/gu)]
    .map(([, name = '']) => name)
    .find((name) => !PLACES.has(name));
  if (unknown !== undefined)
    return `holds {${unknown}}, which nothing is put into. There are {byline}, {agency} and {year}`;
  const isNamed = /\{agency\}/u.test(template) || /[\p{L}\p{N}]/u.test(template.replace(/\{\w{1,20}\}/gu, ''));
  return isNamed ? undefined : 'does not name the agency. Write its name, or {agency}';
}
const PLACES: ReadonlySet<string> = new Set(['byline', 'agency', 'year']);

const PLACE = /( ?[/|,] ?)?\{(\w{1,20})\}( ?[/|,] ?)?/g;
