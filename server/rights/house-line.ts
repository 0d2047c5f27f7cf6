import type { RightsFields } from '../../contracts/rights';

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
 * The credit that readers see, the same on every surface: the line as it stands, else the agency's house form of the
 * byline. Undefined where neither is known; nothing is made up.
 */
export function shownCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  return filled(item['creditLine']) ?? houseCredit(item, agency);
}

/** The house form of an agency with the byline of an item; undefined where the agency has none. */
export function houseCredit(item: Fields, agency: Fields | null | undefined): string | undefined {
  const template = filled(agency?.['creditTemplate']);
  if (template === undefined) return undefined;
  return fill(template, { byline: filled(item['byline']), agency: filled(agency?.['name']) }) || undefined;
}

const filled = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

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
