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
