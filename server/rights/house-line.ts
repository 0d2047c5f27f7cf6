import type { RightsFields } from '../../contracts/rights';
import { withoutLabel } from '../wire/credit-label';
import { creditParts, namesIn, type CreditPart } from '../wire/credit-split';
import { foldName } from '../wire/fold';
import { agencyNamed } from '../wire/vocabulary/agencies';
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
): RightsFields | null {
  const words = { byline: about.byline, agency: house.name, year: about.year?.toString() };
  const lines: RightsFields = {};
  if (house.creditTemplate) lines.creditLine = fill(house.creditTemplate, words);
  if (house.copyrightHolder) lines.copyrightHolder = house.copyrightHolder;
  if (house.copyrightNotice) lines.copyrightNotice = fill(house.copyrightNotice, words);
  if (house.usageTerms) lines.usageTerms = house.usageTerms;
  return Object.keys(lines).length === 0 ? null : lines;
}

/** Fields as they are kept; anything that is no text counts as absent. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * The credit that readers see, the same on every surface: in the agency's house form, unless the line says more than
 * that form does. Undefined where nothing is known; nothing is made up.
 */
export function shownCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  return houseCredit(item, agency) ?? filled(item['creditLine']);
}

/**
 * The credit that counts where one is demanded: the line, or the house form with a byline in it. The agency's name
 * alone, which readers are given where nobody has said more, is not what an agency demands.
 */
export function namedCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  const isNamed = filled(item['creditLine']) !== undefined || filled(item['byline']) !== undefined;
  return isNamed ? shownCredit(item, agency) : undefined;
}

/**
 * The agency's house form of a credit; undefined where the agency has none, and where the credit line names anybody
 * besides the byline and the agency, whom the form would drop: "Mira Voss for The Velna Post / AFP" stays as it is.
 */
export function houseCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  const template = filled(agency?.['creditTemplate']);
  if (template === undefined) return undefined;
  const name = filled(agency?.['name']);
  const line = filled(item['creditLine']);
  const people = personOf(line, filled(item['byline']), name);
  if (people === undefined) return undefined;
  return fill(template, { byline: people.byline, agency: name }) || undefined;
}

/** Who took it, where the line names nobody but that person and the agency; undefined where it says more. */
function personOf(
  line: string | undefined,
  byline: string | undefined,
  agency: string | undefined,
): { byline: string | undefined } | undefined {
  if (line === undefined) return { byline };
  const { text, byPerson } = withoutLabel(line);
  const parts = creditParts(text, byPerson).filter(({ kind }) => kind !== 'nobody');
  const others = parts.filter((part) => !isAgency(part, agency));
  const [person] = others;
  if (!person) return { byline };
  const isNamed = byline === undefined ? person.kind === 'person' : sameNames(person.text, byline);
  return others.length === 1 && isNamed ? { byline: byline ?? namesIn(person.text).join(', ') } : undefined;
}

function isAgency(part: CreditPart, agency: string | undefined): boolean {
  if (agency === undefined) return false;
  const known = agencyNamed(agency);
  return (known !== undefined && part.agency === known) || foldName(part.text) === foldName(agency);
}

const sameNames = (a: string, b: string): boolean => keyOf(a) === keyOf(b);
const keyOf = (names: string): string => namesIn(names).map(foldName).join(',');

/** A line that says something. */
const filled = (value: unknown): string | undefined =>
  typeof value === 'string' && !saysNothing(value) ? value.trim() : undefined;

/** A word that is not known is left out, with one separator beside it: "{byline} / AFP" is "AFP", "REUTERS/{byline}" "REUTERS". */
export function fill(template: string, words: Record<string, string | undefined>): string {
  const line = template.replace(PLACE, (_, before: string | undefined, name: string, after: string | undefined) => {
    const word = words[name];
    if (word) return `${before ?? ''}${word}${after ?? ''}`;
    return before !== undefined && after !== undefined ? after : '';
  });
  return line.replace(/\s+/g, ' ').trim();
}

const PLACE = /( ?[/|,] ?)?\{(\w{1,20})\}( ?[/|,] ?)?/g;
