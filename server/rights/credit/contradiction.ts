import { withoutLabel } from '../../wire/credit-label';
import { creditParts, namesIn, splitCredit } from '../../wire/credit-split';
import { foldName } from '../../wire/fold';
import { creditInCaption } from './caption-credit';

/** Who is credited, said twice and not the same. */
export interface Contradiction {
  about: 'person' | 'agency';
  /** As the credit field or the byline says it. */
  stated: string;
  /** As the caption prints it, or the byline field says it. */
  other: string;
}

interface Credited {
  byline?: string | undefined;
  creditLine?: string | undefined;
  caption?: string | undefined;
}

/**
 * Where the byline, the credit line and the credit printed in the caption name different people, or different agencies.
 * Only what surely is a name counts, and a shorter form of a name ("I. Brandt", "Brandt") is the same one.
 */
export function contradictionIn({ byline, creditLine, caption }: Credited): Contradiction | undefined {
  const credit = creditLine === undefined ? undefined : splitCredit(creditLine);
  const printed = caption === undefined ? undefined : creditInCaption(caption);
  const people = [
    [byline, credit?.byline],
    [byline ?? credit?.byline, printed?.split.byline],
  ] as const;
  for (const [stated, other] of people) {
    if (stated !== undefined && other !== undefined && !sharePerson(stated, other)) return { about: 'person', stated, other }; // prettier-ignore
  }
  if (creditLine === undefined || printed === undefined) return undefined;
  const [named, inCaption] = [agenciesIn(creditLine), agenciesIn(printed.credit)];
  const isOther = named.length > 0 && inCaption.length > 0 && !inCaption.some((name) => named.includes(name));
  return isOther ? { about: 'agency', stated: named.join(', '), other: inCaption.join(', ') } : undefined;
}

function agenciesIn(line: string): string[] {
  return creditParts(withoutLabel(line).text).flatMap(({ agency }) => (agency ? [agency.name] : []));
}

function sharePerson(a: string, b: string): boolean {
  const [those, these] = [namesIn(withoutLabel(a).text), namesIn(withoutLabel(b).text)];
  return those.some((one) => these.some((other) => isSamePerson(foldName(one), foldName(other))));
}

/** The last word is the family name in all houses' forms; where there is more, the first letters must agree. */
function isSamePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [those, these] = [a.split(' '), b.split(' ')];
  if (those.at(-1) !== these.at(-1)) return false;
  return those.length === 1 || these.length === 1 || a.charAt(0) === b.charAt(0);
}
