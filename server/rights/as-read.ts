import type { Story, StoryPhoto } from '../../contracts/story';
import { withoutLabel } from '../wire/credit-label';
import type { CreditPart } from '../wire/credit-part';
import { creditParts, joinParts } from '../wire/credit-split';
import { creditInCaption } from './credit/caption-credit';
import { holderIn } from './credit/copyright';
import { nameCase } from './credit/name-case';
import { readNames } from './credit-line';
import { withoutTerms } from '../wire/terms/behind-credit';
import { readCreditRestrictions } from '../wire/terms/caption';
import { isSaidBy, photoRestrictions } from './stated';

/**
 * A delivered story with its rights read: who took each photo, who supplied it, who owns it. What the wire says in a
 * field of its own stands; credits that name nobody ("Handout") are dropped, and a credit in a caption becomes one.
 */
export function asRead(story: Story): Story {
  const { photos, copyrightHolder, copyrightNotice } = story;
  const holder = copyrightHolder ?? (copyrightNotice === undefined ? undefined : holderIn(copyrightNotice));
  return {
    ...story,
    ...(holder === undefined ? {} : { copyrightHolder: holder }),
    ...(photos === undefined ? {} : { photos: photos.map(photoAsRead) }),
  };
}

/** The same for one photo. */
export function photoAsRead(photo: StoryPhoto): StoryPhoto {
  const { byline: _byline, creditLine, caption: _caption, usageTerms, ...same } = photo;
  const reading = readNames({
    ...fieldsOf(photo),
    ...(creditLine === undefined ? {} : { credit: creditLine }),
    ...(photo.copyrightNotice === undefined ? {} : { copyright: photo.copyrightNotice }),
  });
  const credit = lineOf(photo, reading.creditLine);
  const holder = photo.copyrightHolder ?? reading.copyrightHolder;
  const terms = withTerms(usageTerms, reading.terms);
  return {
    ...same,
    ...some('byline', reading.byline),
    ...some('creditLine', credit),
    ...some('agency', photo.agency ?? reading.agency),
    ...some('copyrightHolder', holder),
    ...some('caption', captionOf({ ...photo, ...some('usageTerms', terms) }, reading.caption)),
    ...some('usageTerms', terms),
  };
}

function fieldsOf({ byline, source, caption, instructions }: StoryPhoto) {
  return { ...some('byline', byline), ...some('source', source), ...some('caption', caption), ...some('instructions', instructions) }; // prettier-ignore
}

/**
 * The credit as printed, all of it: the photographer stays in the line, for houses that have no template to put the
 * name back. Where the line leaves out an agency that other fields name, it is the reader's.
 */
function lineOf({ creditLine, caption }: StoryPhoto, read: string | undefined): string | undefined {
  if (read === undefined) return undefined;
  const isDelivered = creditLine !== undefined && creditLine.trim() !== '';
  const printed = isDelivered
    ? withoutTerms(creditLine.trim(), true).text
    : caption === undefined
      ? undefined
      : creditInCaption(caption)?.credit;
  const parts = namedIn(printed);
  if (parts.length === 0) return read;
  // "Mandatory credit: …" is a restriction, which goes with its words.
  if (isDelivered && readCreditRestrictions(printed ?? '').length > 0) return printed;
  const agencies = new Set(parts.map(({ agency }) => agency));
  const isWhole = namedIn(read).every(({ agency }) => agency === undefined || agencies.has(agency));
  return isWhole ? joinParts(parts.map(inNameCase)) : read;
}

function namedIn(line: string | undefined): CreditPart[] {
  if (line === undefined) return [];
  const { text, byPerson } = withoutLabel(line);
  return creditParts(text, byPerson).filter(({ kind }) => kind !== 'nobody');
}

const inNameCase = (part: CreditPart): CreditPart =>
  part.kind === 'person' ? { ...part, text: nameCase(part.text) } : part;

/** A caption without its credit, unless a restriction would go with it ("Mandatory credit: …"). */
function captionOf(photo: StoryPhoto, read: string | undefined): string | undefined {
  const { caption, ...others } = photo;
  if (caption === undefined || read === caption) return caption;
  const after = photoRestrictions({ ...others, ...some('caption', read) });
  return isSaidBy(photoRestrictions(photo), after) ? read : caption;
}

/** The terms of use with those that stood behind the credit: these leave the line that readers see, and are kept here. */
function withTerms(usageTerms: string | undefined, behind: string | undefined): string | undefined {
  if (behind === undefined || usageTerms?.includes(behind) === true) return usageTerms;
  return usageTerms === undefined || usageTerms.trim() === '' ? behind : `${usageTerms}\n${behind}`;
}

function some<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;
}
