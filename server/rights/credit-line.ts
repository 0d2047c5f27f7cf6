import type { CreditPart } from '../wire/credit-part';
import { namesIn } from '../wire/person';
import { agencyNamed, suppliesAs } from '../wire/vocabulary/agencies';
import type { Agency } from '../wire/vocabulary/agency';
import { namesOf } from './credit/byline';
import { agreesWith, creditInCaption, withoutInstructions, type CaptionCredit } from './credit/caption-credit';
import { holderIn } from './credit/copyright';
import { answerableFor, houseForm, type HouseForm } from './credit/house-form';
import { nameCase } from './credit/name-case';
import { withoutTerms } from '../wire/terms/behind-credit';
import { readCaptionRestrictions, readCreditRestrictions } from '../wire/terms/caption';
import { distinct, readRestrictions, type Restriction } from '../wire/terms/restrictions';

/** The credit fields of a photo as delivered. A missing key was not delivered; `credit: ''` was delivered empty. */
export interface CreditInput {
  byline?: string;
  credit?: string;
  source?: string;
  caption?: string;
  copyright?: string;
  instructions?: string;
}

/** The same, taken apart. A key is absent where nothing was delivered for it, or nothing sure could be read. */
export interface CreditReading {
  /** The photographers, joined with ", ". */
  byline?: string;
  creditLine?: string;
  /** The `name` of the supplier in the table of agencies. */
  agency?: string;
  /** The supplier's brand or partner. */
  collection?: string;
  /** Without the credit that is printed in it, once that has been read. */
  caption?: string;
  copyrightHolder?: string;
  /** As delivered. */
  copyrightNotice?: string;
  /** The supplier's number of the photo. */
  suppliersReference?: string;
  restrictions?: Restriction[];
}

/** What Getty writes into the field when the credit does not fit. */
const TOO_LONG = /^\W*credit too long\b/iu;
const EXCLUSIVE = /^\W*exclusive\b/iu;

/**
 * Reads who is to be credited, and under which terms, from all credit fields of a photo together.
 * Nothing is invented: every word of the answer is in the input or in the table of agencies. What is ambiguous stays as
 * delivered, and a credit in the caption is taken out only where nothing that it says is lost.
 */
export function readCredit(input: CreditInput): CreditReading {
  const restrictions = restrictionsOf(input);
  const { terms: _terms, ...names } = readNames(input);
  return { ...names, ...(restrictions.length === 0 ? {} : { restrictions }) };
}

/** Who is to be credited, and the terms of use that were taken from the credit or the caption with it, as printed. */
export interface NamesReading extends Omit<CreditReading, 'restrictions'> {
  terms?: string;
}

/** The same without its restrictions. */
export function readNames(input: CreditInput): NamesReading {
  const byline = filled(input.byline);
  const { text: credit, terms } = creditOf(input.credit);
  const source = filled(input.source);
  const caption = filled(input.caption);
  const notice = filled(input.copyright);
  const holder = notice === undefined ? undefined : holderIn(notice);
  const printed = caption === undefined ? undefined : creditInCaption(caption);
  const isOnlyCredit = byline === undefined && filled(credit) === undefined;
  const names = namesOf(byline, isOnlyCredit && printed ? printed.credit : credit);
  const agrees = printed !== undefined && (isOnlyCredit || agreesWith(printed, [byline, credit], names.person));
  const person = names.person ?? (agrees ? printed.split.byline : undefined);
  const isStated = filled(credit) !== undefined || (isOnlyCredit && printed !== undefined);
  const house = houseOf(names.credited, isStated && names.credited.length > 0, [source, holder]);
  const supplier = supplierOf(house, source, [printed?.split.agency, holder]);
  // The terms of an exclusive are its own: naming the agency would lend it the agency's usual ones.
  const isApart = supplier?.sellsExclusives === true && EXCLUSIVE.test(input.instructions ?? '');
  const agency = isApart ? undefined : supplier;
  return {
    ...(person === undefined ? {} : { byline: namesIn(person).map(nameCase).join(', ') }),
    ...(house.creditLine === undefined ? {} : { creditLine: house.creditLine }),
    ...(agency === undefined ? {} : { agency: agency.name }),
    ...(house.collection === undefined ? {} : { collection: house.collection }),
    ...captionOf(caption, agrees ? printed : undefined, filled(input.instructions)),
    ...(holder === undefined ? {} : { copyrightHolder: holder }),
    ...(notice === undefined ? {} : { copyrightNotice: notice }),
    ...(printed?.reference === undefined ? {} : { suppliersReference: printed.reference }),
    ...termsOf([terms, agrees ? printed.terms : undefined]),
  };
}

/** The credit as delivered, without the terms of use behind it. */
function creditOf(credit: string | undefined): { text?: string; terms?: string } {
  if (credit === undefined) return {};
  return TOO_LONG.test(credit) ? { text: '' } : withoutTerms(credit.trim(), true);
}

/** The terms in two fields, each once. */
function termsOf(terms: readonly (string | undefined)[]): { terms?: string } {
  const lines = [...new Set(terms.filter((line) => line !== undefined && line !== ''))];
  return lines.length === 0 ? {} : { terms: lines.join('\n') };
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Where no credit was delivered, the agency that is named as the source or the owner is the credit, with an institution of the byline. */
function houseOf(credited: CreditPart[], isStated: boolean, others: readonly (string | undefined)[]): HouseForm {
  const house = credited.length > 0 ? houseForm(credited) : {};
  if (isStated || house.agency) return house;
  const named = others.find((text) => text !== undefined && agencyNamed(text) !== undefined);
  return named === undefined ? house : houseForm([...credited, ...namesOf(undefined, named).credited]);
}

/** The credit says who supplied it; else the source, the caption, the owner. A supplier that owns the brand in the credit wins over it. */
function supplierOf(
  house: HouseForm,
  source: string | undefined,
  others: readonly (string | undefined)[],
): Agency | undefined {
  const owner = source === undefined ? undefined : suppliesAs(source);
  if (owner && (!house.agency || owner.sources?.includes(house.agency.name))) return owner;
  if (house.agency) return house.agency;
  for (const text of [source, ...others]) {
    const agency = text === undefined ? undefined : agencyNamed(text);
    if (agency) return answerableFor(agency);
  }
  return undefined;
}

function captionOf(
  caption: string | undefined,
  printed: CaptionCredit | undefined,
  instructions: string | undefined,
): { caption?: string } {
  const text = printed ? withoutInstructions(printed.caption, instructions) : caption;
  return text === undefined || text === '' ? {} : { caption: text };
}

function restrictionsOf({ instructions, caption, credit, copyright }: CreditInput): Restriction[] {
  return distinct([
    ...readRestrictions(instructions ?? ''),
    ...readCreditRestrictions(credit ?? ''),
    ...readCaptionRestrictions(caption ?? ''),
    ...readRestrictions(copyright ?? ''),
  ]);
}
