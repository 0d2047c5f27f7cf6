import { withoutLabel } from '../../wire/credit-label';
import type { CreditPart } from '../../wire/credit-part';
import { creditParts, personOf } from '../../wire/credit-split';
import { looksLikeInstitution, looksLikeOrganisation, looksLikePerson, partedNames } from '../../wire/person';

/** The names of a photo, taken from its byline and its credit together. */
export interface Names {
  /** The photographer, as printed; absent where nobody is named for sure. */
  person?: string;
  /** Who is credited besides, in order; empty where nothing was delivered. Never without an entry that was. */
  credited: CreditPart[];
}

/**
 * Shares out what byline and credit hold: "Mira Voss/Nordpix" and "Nordpix" are one photographer and one party.
 * Handout, pool and stringer are dropped, but a credit is never emptied. Two single names are left as they are.
 */
export function namesOf(byline: string | undefined, credit: string | undefined): Names {
  const bylineParts = partsOf(byline);
  const creditedParts = partsOf(credit);
  const named = somebody(creditedParts);
  const credited = named.length > 0 ? named : creditedParts.slice(-1);
  const people = somebody(bylineParts);
  const [first] = people;
  // "White House" beside "AFP": no institution took a photo, so it is credited with the others.
  if (first && people.every(isInstitution)) {
    const parties = people.filter((part) => !holds(named, part));
    return personIn([...parties, ...named], withoutLabel(credit ?? '').byPerson);
  }
  // "AFP Contributor#AFP" names nobody: an agency beside a stand-in is no photographer.
  const isStandIn = people.length < bylineParts.length && people.every((part) => part.agency);
  // "KEYSTONE" beside "KEYSTONE/Mira Voss": the agency that is credited did not take it.
  const isCredited = people.length > 0 && people.every((part) => part.agency && holds(credited, part));
  if (!first || isStandIn || isCredited) {
    return personIn(credited.length > 0 ? credited : people, withoutLabel(credit ?? '').byPerson);
  }
  if (people.length === 1 && credited.length <= 1) return { person: first.text, credited };
  const isShared = people.some((part) => part.agency !== undefined || isInstitution(part));
  if (credit === undefined && !isShared) return { person: joined(byline), credited: [] };
  const person = personOf(people) ?? first;
  const others = people.filter((part) => !sameName(part, person) && !holds(credited, part));
  const rest = credited.filter((part) => !sameName(part, person));
  // A company that stands in both fields is a party, not a photographer; so is what such an agency calls a collection.
  const isCollection = person.kind !== 'person' && credited.some(({ agency }) => agency?.namesCollections);
  const isCompany = person.agency !== undefined || looksLikeOrganisation(person.text);
  const isParty = rest.length < credited.length && (isCompany || isCollection);
  if (isParty || (person.agency && holds(credited, person))) return { credited: [...others, ...credited] };
  const all = somebody([...others, ...rest]);
  return { person: person.text, credited: all.length > 0 ? all : credited };
}

/** A credit alone: the name comes out where all that is left is known to be no person; otherwise the line stays whole. */
function personIn(credited: CreditPart[], byPerson: boolean): Names {
  const person = personOf(credited, byPerson);
  if (!person) return { credited };
  const rest = credited.filter((part) => part !== person);
  const known = rest.length > 0 && rest.every((part) => part.kind === 'agency' || part.kind === 'organisation');
  return { person: person.text, credited: known ? rest : credited };
}

function partsOf(line: string | undefined): CreditPart[] {
  if (line === undefined) return [];
  const { text, byPerson } = withoutLabel(line);
  const parts = creditParts(text, byPerson);
  // A line too long to be a credit is kept as one part.
  const kind = /[\p{L}\p{N}]/u.test(text) ? 'unknown' : 'nobody';
  return parts.length === 0 && text !== '' ? [{ text, kind, before: '' }] : parts;
}

function somebody(parts: CreditPart[]): CreditPart[] {
  return parts.filter((part) => part.kind !== 'nobody');
}

/** "White House and Mira Voss" is more than one. */
function isInstitution({ text }: CreditPart): boolean {
  return looksLikeInstitution(text) && !partedNames(text).some(looksLikePerson);
}

function joined(byline: string | undefined): string {
  return withoutLabel(byline ?? '').text;
}

function holds(parts: readonly CreditPart[], wanted: CreditPart): boolean {
  return parts.some((part) => sameName(part, wanted));
}

/** The same agency, or the same text in any letter case. */
function sameName(a: CreditPart, b: CreditPart): boolean {
  if (a.agency && b.agency) return a.agency === b.agency;
  return a.text.toLowerCase() === b.text.toLowerCase();
}
