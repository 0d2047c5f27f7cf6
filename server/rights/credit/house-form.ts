import type { CreditPart } from '../../wire/credit-part';
import { joinParts } from '../../wire/credit-split';
import { agencyNamed, brandNamed, nameAsWritten } from '../../wire/vocabulary/agencies';
import type { Agency } from '../../wire/vocabulary/agency';
import { titleCase } from './name-case';

/** A credit line in the form its agency wants, and who answers for it. */
export interface HouseForm {
  creditLine?: string;
  agency?: Agency;
  collection?: string;
}

/**
 * Sets the agencies of a credit line in their house form ("REUTERS" is "Reuters", "PA Wire/PA Images" is "PA") and
 * names the supplier: the last agency of the line, else the owner of a brand in it. All other parts stay as delivered.
 */
export function houseForm(credited: readonly CreditPart[]): HouseForm {
  const named = distinct(credited);
  const supplier = supplierOf(named);
  const parts = distinct(inOrder(named, supplier).map((part) => setPart(part, supplier)));
  const creditLine = join(parts);
  const collection = supplier && collectionOf(parts, supplier);
  return {
    ...(creditLine === '' ? {} : { creditLine }),
    ...(supplier ? { agency: supplier } : {}),
    ...(collection ? { collection } : {}),
  };
}

/** The agency that answers for an agency: Reuters for USA Today Sports. */
export function answerableFor(agency: Agency): Agency {
  return (agency.suppliedBy === undefined ? undefined : agencyNamed(agency.suppliedBy)) ?? agency;
}

function supplierOf(credited: readonly CreditPart[]): Agency | undefined {
  const last = credited.findLast((part) => part.agency)?.agency;
  return last ? answerableFor(last) : brandIn(credited)?.agency;
}

function brandIn(credited: readonly CreditPart[]): { agency: Agency; brand: string } | undefined {
  for (const { text } of credited) {
    const brand = brandNamed(text.split(' for ', 1)[0] ?? '');
    if (brand) return brand;
  }
  return undefined;
}

/** Agencies that want to stand last do; the first mention of a name is the one that is kept. */
function inOrder(credited: readonly CreditPart[], supplier: Agency | undefined): readonly CreditPart[] {
  if (!supplier?.standsLast) return credited;
  const own = credited.filter((part) => part.agency === supplier);
  const other = credited.filter((part) => part.agency !== supplier);
  const last: CreditPart = own[0] ?? {
    text: supplier.credit ?? supplier.name,
    kind: 'agency',
    before: '/',
    agency: supplier,
  };
  return [...other, last];
}

function setPart(part: CreditPart, supplier: Agency | undefined): CreditPart {
  if (part.agency) return { ...part, text: agencyText(part.text, part.agency) };
  return supplier?.titleCase ? { ...part, text: titleCase(part.text) } : part;
}

const WITH = /\p{L} (?:avec|with|mit|con|et|and|und|y) \p{L}/iu;

/** "Getty Images for Velna Ferries" keeps its client. */
function agencyText(text: string, agency: Agency): string {
  const at = text.indexOf(' for ');
  if (at > 0 && !agencyNamed(text)) return agencyText(text.slice(0, at), agency) + text.slice(at);
  // "Le Monde avec AFP" keeps the other party.
  return WITH.test(text) && !agencyNamed(text) ? text : (agency.credit ?? nameAsWritten(agency, text));
}

/** Each name once, however it is written. */
function distinct(parts: readonly CreditPart[]): CreditPart[] {
  const seen = new Set<unknown>();
  return parts.filter(({ text, agency }) => {
    const keys = [text.toLowerCase(), agency].filter((key) => key !== undefined);
    if (keys.some((key) => seen.has(key))) return false;
    keys.forEach((key) => seen.add(key));
    return true;
  });
}

/** Slashes, bars and "via" become "/"; a comma or a dash stays. */
function join(parts: readonly CreditPart[]): string {
  return parts
    .map(({ text, before }, n) => (n === 0 ? '' : /^(?:, | [-–—] | for )$/u.test(before) ? before : '/') + text)
    .join('');
}

function collectionOf(parts: readonly CreditPart[], supplier: Agency): string | undefined {
  const at = parts.findIndex((part) => part.agency === supplier);
  if (at < 0) return brandIn(parts)?.brand;
  if (!supplier.namesCollections) return undefined;
  const before = joinParts(parts.slice(0, at));
  return before === '' ? undefined : before;
}
