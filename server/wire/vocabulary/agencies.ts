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
for (const agency of AGENCIES) {
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

function add(names: Map<string, Name>, key: string, name: Name): void {
  if (!names.has(key)) names.set(key, name);
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
