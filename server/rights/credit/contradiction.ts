import { withoutLabel } from '../../wire/credit-label';
import { creditParts, splitCredit } from '../../wire/credit-split';
import { foldName } from '../../wire/fold';
import { namesIn } from '../../wire/person';
import { creditInCaption } from './caption-credit';
import { inOrder, isSamePerson } from './same-person';

/** Who is credited, said twice and not the same. */
export interface Contradiction {
  /** `linked`: the credit line names another agency than the one that it is filed under. */
  about: 'person' | 'agency' | 'linked';
  /** As the credit field or the byline says it. */
  stated: string;
  /** As the caption prints it, or the byline field or the link to an agency says it. */
  other: string;
}

/** An agency of the newsroom. */
export interface Named {
  documentId: string;
  name: string;
}
/** The agency of the newsroom that has a name, in any of its spellings. */
export type FindNamed = (name: string) => Named | undefined;

interface Credited {
  byline?: string | undefined;
  creditLine?: string | undefined;
  caption?: string | undefined;
  /** The agency that it is filed under. */
  agency?: Named | undefined;
}

/**
 * Where the byline, the credit line and the credit printed in the caption name different people, or these and the linked
 * agency different agencies. Only what surely is a name counts, and a shorter form of a name ("I. Brandt", "Brandt") is
 * the same one.
 */
export function contradictionIn(
  { byline, creditLine, caption, agency }: Credited,
  find: FindNamed = () => undefined,
): Contradiction | undefined {
  const credit = creditLine === undefined ? undefined : splitCredit(creditLine);
  const printed = caption === undefined ? undefined : creditInCaption(caption);
  const people = [
    [byline, credit?.byline],
    [byline ?? credit?.byline, printed?.split.byline],
  ] as const;
  for (const [stated, other] of people) {
    if (stated !== undefined && other !== undefined && !sharePerson(stated, other)) return { about: 'person', stated, other }; // prettier-ignore
  }
  if (creditLine === undefined) return undefined;
  const named = agenciesIn(creditLine);
  const inCaption = printed === undefined ? [] : agenciesIn(printed.credit);
  const isOther = named.length > 0 && inCaption.length > 0 && !inCaption.some((name) => named.includes(name));
  if (isOther) return { about: 'agency', stated: named.join(', '), other: inCaption.join(', ') };
  return agency && otherThan(agency, creditLine, find);
}

/** The agencies that a credit line names, where the linked one is none of them. */
function otherThan(linked: Named, creditLine: string, find: FindNamed): Contradiction | undefined {
  if (isCalledIn(linked, creditLine)) return undefined;
  const named = agenciesNamedIn(creditLine, find);
  if (named.length === 0 || named.some(({ documentId }) => documentId === linked.documentId)) return undefined;
  return { about: 'linked', stated: named.map(({ name }) => name).join(', '), other: linked.name };
}

/** Whether an agency is named in a credit line by its own name: then nobody has to be looked up. */
export function isCalledIn({ name }: { name: string }, creditLine: string): boolean {
  return creditParts(withoutLabel(creditLine).text).some(({ text, agency }) =>
    [text, agency?.name].some((one) => one !== undefined && foldName(one) === foldName(name)),
  );
}

/** The agencies that a credit line names: those of the newsroom, and others that are known to be agencies. */
export function agenciesNamedIn(line: string, find: FindNamed): (Partial<Named> & { name: string })[] {
  return creditParts(withoutLabel(line).text).flatMap(({ text, agency }) => {
    const found = find(text) ?? (agency && (find(agency.name) ?? { name: agency.name }));
    return found ? [found] : [];
  });
}

function agenciesIn(line: string): string[] {
  return agenciesNamedIn(line, () => undefined).map(({ name }) => name);
}

function sharePerson(a: string, b: string): boolean {
  const [those, these] = [peopleIn(a), peopleIn(b)];
  return those.some((one) => these.some((other) => isSamePerson(one, other)));
}

function peopleIn(line: string): string[] {
  const { text } = withoutLabel(line);
  return [...namesIn(text), inOrder(text)].map(foldName);
}
