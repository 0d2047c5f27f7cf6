import type { Agency } from './agency';
import { AGENCIES } from './agency-table';

/** A longer text is no name. */
const LONGEST_NAME = 120;
/** Words of the longest alias. */
const MOST_WORDS = 8;
/** How much of a line `agencyIn` reads, in characters. */
const LONGEST_LINE = 2000;

const WORD = /[\p{L}\p{N}]+/gu;

/** Letters and digits alone, without accents and case: "E.P.A. / E.F.E" is "epaefe". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Name {
  agency: Agency;
  /** The only forms in which initials that spell a word count: "MAP", never "map". */
  forms?: readonly string[];
}

const ALONE = new Map<string, Name>();
const RUNNING = new Map<string, Name>();
const SOURCES = new Map<string, Agency>();
const SURNAMES = new Map<string, Agency>();
const BRANDS = new Map<string, { agency: Agency; brand: string }>();
for (const agency of AGENCIES) {
  for (const source of agency.sources ?? []) SOURCES.set(fold(source), agency);
  for (const name of agency.surnames ?? []) SURNAMES.set(fold(name), agency);
  for (const brand of agency.collections ?? []) BRANDS.set(fold(brand), { agency, brand });
  const right = [agency.name, agency.fullName, ...(agency.aliases ?? [])];
  for (const name of [...right, ...(agency.misspellings ?? [])]) {
    const words = wordsOf(name);
    const oneWord = words.length === 1;
    const initials = oneWord && isInitials(name);
    const strict = { agency, forms: [name, name.toUpperCase()] };
    add(ALONE, fold(name), initials && agency.onlyAlone ? strict : { agency });
    if (!right.includes(name) || (oneWord && agency.onlyAlone)) continue;
    add(RUNNING, words.map(fold).join(' '), initials ? strict : { agency });
  }
}

/** The first agency has the name; another spelling of its initials is added to their forms. */
function add(names: Map<string, Name>, key: string, name: Name): void {
  const known = names.get(key);
  if (!known) names.set(key, name);
  else if (known.agency === name.agency && known.forms && name.forms) known.forms = [...known.forms, ...name.forms];
}

function isInitials(name: string): boolean {
  return name.length <= 5 && (name === name.toUpperCase() || name === name.toLowerCase());
}

function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => word);
}

/** The agency whose name the text is, and nothing else: "REUTERS", "Agence France Presse", "AP Photo". */
export function agencyNamed(text: string): Agency | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const key = fold(text);
  const found = ALONE.get(key) ?? (key.startsWith('the') ? ALONE.get(key.slice(3)) : undefined);
  return found && (!found.forms || found.forms.includes(text.trim())) ? found.agency : undefined;
}

/**
 * The first agency that is named in a line by whole words: "Copyright 2019 The Associated Press. All rights reserved."
 * Initials count in capitals only; misspellings and names that are words of their own ("Keystone", "PA") do not count.
 * Reads the first 2,000 characters.
 */
export function agencyIn(line: string): Agency | undefined {
  const words = wordsOf(line.slice(0, LONGEST_LINE));
  for (let start = 0; start < words.length; start += 1) {
    for (let count = Math.min(MOST_WORDS, words.length - start); count > 0; count -= 1) {
      const run = words.slice(start, start + count);
      const found = RUNNING.get(run.map(fold).join(' '));
      if (found && (!found.forms || found.forms.includes(run.join(' ')))) return found.agency;
    }
  }
  return undefined;
}

/** The one agency that has a name which begins with the text; for names that a short field has cut. At least six letters. */
export function agencyCut(text: string): Agency | undefined {
  const start = fold(text.slice(0, LONGEST_NAME));
  if (start.length < 6) return undefined;
  const found = new Set([...ALONE].filter(([name]) => name.startsWith(start)).map(([, { agency }]) => agency));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The agency whose brand the text is, with the brand as the table has it: "Invision" is AP's. */
export function brandNamed(text: string): { agency: Agency; brand: string } | undefined {
  return text.length > LONGEST_NAME ? undefined : BRANDS.get(fold(text));
}

/** The agency that a text can only mean where it stands beside a photographer: "Reuter/Mira Voss". */
export function agencyBesidePerson(text: string): Agency | undefined {
  return text.length > LONGEST_NAME ? undefined : SURNAMES.get(fold(text));
}

/** The name as its owner writes it, where the text is a misspelling or only differs in letter case: "retuERS" is "Reuters". */
export function nameAsWritten(agency: Agency, text: string): string {
  const key = fold(text);
  const same = fold(agency.name) === key || (agency.misspellings ?? []).some((name) => fold(name) === key);
  return same ? agency.name : text;
}

/** The agency whose photos carry this as their IPTC Source. */
export function suppliesAs(source: string): Agency | undefined {
  return source.length > LONGEST_NAME ? undefined : SOURCES.get(fold(source));
}
