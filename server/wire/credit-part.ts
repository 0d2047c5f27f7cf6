import { inCapitals, looksLikePerson, namesIn } from './person';
import { fold, territoryNamed } from './terms/territories';
import { agencyBesidePerson } from './vocabulary/agencies';
import type { Agency } from './vocabulary/agency';
import { NAME_PARTICLES, PLAIN_WORDS, STATES } from './vocabulary/credit-words';

/** What a part of a credit line is. `nobody` credits no one ("Handout", "Stringer"); `unknown` may be anything. */
export type PartKind = 'agency' | 'organisation' | 'person' | 'nobody' | 'unknown';

export interface CreditPart {
  /** As printed, without white space around it; a name that is printed with the family name first in its usual order. */
  text: string;
  kind: PartKind;
  /** What is printed before it: "" for the first part, else "/", " / ", " via ", " | ", ", " … */
  before: string;
  agency?: Agency;
}

/** Reads again what alone may be anything, by what stands beside it: a name in small letters beside an agency is a person. */
export function inCompany(parts: CreditPart[], line: string): CreditPart[] {
  if (parts.length < 2) return parts;
  const isSmall = line === line.toLowerCase();
  const people = parts.map((part, n) => {
    if (part.kind !== 'unknown' || !parts.some(({ agency }) => agency)) return part;
    // Behind the agency, a comma may join anything: "AFP/Voss, Velna".
    const text = (n === 0 && parts[1]?.agency ? givenNameFirst(part.text) : undefined) ?? part.text;
    if (isSmall && text.split(' ').some((word) => PLAIN_WORDS.has(word))) return part;
    const names = namesIn(text).map((name) => (isSmall ? inCapitals(name) : name));
    return names.every(looksLikePerson) ? { ...part, text, kind: 'person' as const } : part;
  });
  const isPerson = people.some(({ kind }) => kind === 'person');
  return people.map((part) => {
    const agency = isPerson && part.kind === 'unknown' ? agencyBesidePerson(part.text) : undefined;
    return agency ? { ...part, kind: 'agency' as const, agency } : part;
  });
}

const FAMILY_FIRST = /^([^,]{2,40}), ([^, ]{1,30}(?: [^, ]{1,30})?)$/u;

/** "Voss, Mira" is "Mira Voss"; undefined for anything else, and for a place: "Velna, Ukraine". */
function givenNameFirst(text: string): string | undefined {
  const [, family = '', given = ''] = FAMILY_FIRST.exec(text) ?? [];
  const isOneName = family
    .toLowerCase()
    .split(' ')
    .slice(0, -1)
    .every((word) => NAME_PARTICLES.has(word));
  const isPlace = territoryNamed(fold(given)).length > 0 || STATES.has(given.toLowerCase());
  return family === '' || !isOneName || isPlace ? undefined : `${given} ${family}`;
}
