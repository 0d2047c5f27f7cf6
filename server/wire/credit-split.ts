import { withoutLabel } from './credit-label';
import { inCompany, type CreditPart, type PartKind } from './credit-part';
import { looksLikeOrganisation, looksLikePerson, namesIn } from './person';
import type { Agency } from './vocabulary/agency';
import { agencyCut, agencyNamed, brandNamed } from './vocabulary/agencies';
import { CREDIT_LABELS, NOBODY, NOBODY_AT } from './vocabulary/credit-words';

export interface SplitCredit {
  /** One or more names, joined with ", ", as printed. */
  byline?: string;
  /** Who is to be credited besides, as printed; the whole line where nobody else is. Never empty. */
  creditLine: string;
  /** The `name` of the agency that supplied it: the last one of the line. */
  agency?: string;
}

/** A longer line is prose. Characters. */
const LONGEST_CREDIT = 400;
/** White space is folded in no more than this. */
const MOST_READ = 4 * LONGEST_CREDIT;
/** IPTC-IIM 2:110 holds 32 octets, and cuts. */
const IIM_CREDIT_LENGTH = 32;
const SEPARATOR = /( ?[/|#] ?(?:v[ií]a )?| ?[^\p{L}\p{N}]v[ií]a[^\p{L}\p{N}] ?| [-–—] |, )/iu;
const BRACKETED_TAIL = /^([^()]{2,120}) \(([^()]{2,120})\)$/u;
/** Between two halves of one name: "REX/Shutterstock", "Action Images via Reuters". */
const NO_WORD = /^(?: ?\/ ?| v[ií]a )$/iu;
const FOR = ' for ';

/**
 * Takes a printed photo credit apart: "Name / AP", "(Photo by NAME / AFP via Getty Images)", "REUTERS/Name", "AFP PHOTO / NAME".
 * A name is taken out only where it cannot be anything else; otherwise the line stays whole. Undefined for an empty
 * line and for prose (more than 400 characters).
 */
export function splitCredit(line: string): SplitCredit | undefined {
  const { text, byPerson } = withoutLabel(line);
  const parts = creditParts(text, byPerson);
  if (parts.length === 0) return undefined;
  const person = personOf(parts, byPerson);
  const credited = parts.filter((part) => part !== person && part.kind !== 'nobody');
  const agency = parts.findLast((part) => part.agency)?.agency;
  return {
    ...(person ? { byline: namesIn(person.text).join(', ') } : {}),
    creditLine: joinParts(credited) || text,
    ...(agency ? { agency: agency.name } : {}),
  };
}

/** "Photo AP: Mira Voss", "AFP Foto: Mira Voss": an agency in the label. */
const LABELLED_AGENCY = /^([^:]{2,40}): ?(.{2,200})$/u;
const PHOTO_WORD = /^(?:(?:photos?|fotos?|bild|picture|image)(?: courtesy(?: of)?)?|courtesy(?: of)?) (?=\S)/iu;
/** Who worked on a photo and did not take it: "Mira Voss; edited by Tom Hale/AP". */
const OTHER_HANDS = /[;,] ?(?:edited|editing|retouched|retouching|compiled) by [^/|;,()]{2,60}/giu;

/** The parts of a credit line, in order; none for an empty line and for prose. Labels and "©" before it are expected to be gone. */
export function creditParts(line: string, byPerson = false): CreditPart[] {
  const text = line.length > MOST_READ ? '' : line.replace(/\s+/gu, ' ').replace(OTHER_HANDS, '').trim();
  if (text === '' || text.length > LONGEST_CREDIT) return [];
  const labelled = agencyInLabel(text);
  if (labelled) return labelled;
  const [, head, tail] = BRACKETED_TAIL.exec(text) ?? [];
  if (head !== undefined && tail !== undefined) {
    const inner = creditParts(tail);
    const [first, ...rest] = inner;
    if (first && inner.some((part) => part.kind === 'agency' || part.kind === 'nobody')) {
      // "Foto Mira Voss (dpa)": a label may go without its colon before a person.
      const name = head.replace(PHOTO_WORD, '');
      return [...creditParts(looksLikePerson(name) ? name : head), { ...first, before: '/' }, ...rest];
    }
  }
  const pieces = text.split(SEPARATOR);
  const parts: CreditPart[] = [];
  for (let n = 0; n < pieces.length; n += 2) {
    const before = n === 0 ? '' : (pieces[n - 1] ?? '');
    const mayBeFor = byPerson || pieces.length > 1;
    const piece = pieces[n] ?? '';
    const name = n === 0 && pieces.length > 1 ? piece.replace(PHOTO_WORD, '') : piece;
    for (const part of partsOf(looksLikePerson(name) ? name : piece, before, mayBeFor)) addPart(parts, part);
  }
  return inCompany(text.length === IIM_CREDIT_LENGTH ? withCutAgency(parts) : parts, text);
}

function agencyInLabel(text: string): CreditPart[] | undefined {
  const [, label = '', rest = ''] = LABELLED_AGENCY.exec(text) ?? [];
  const name = agencyNamed(label) ? label : label.replace(PHOTO_WORD, '');
  const agency = label === '' ? undefined : agencyNamed(name);
  if (!agency) return undefined;
  const [first, ...others] = creditParts(rest);
  return first && [{ text: name, kind: 'agency', before: '', agency }, { ...first, before: '/' }, ...others];
}

/** The one part that is a photographer's name, if that is sure. `byPerson`: the line began with "Photo by". */
export function personOf(parts: readonly CreditPart[], byPerson = false): CreditPart | undefined {
  const named = parts.filter((part) => part.kind !== 'nobody');
  const [first] = named;
  if (byPerson && first && first.kind !== 'agency' && first.kind !== 'organisation') return first;
  if (named.length < 2) return undefined;
  const open = named.filter((part) => part.kind === 'person' || part.kind === 'unknown');
  if (open.length === 1) return open[0]?.kind === 'person' ? open[0] : undefined;
  // Among several names, a photographer stands at an end and an agency at the other.
  const last = named.at(-1);
  const people = named.filter((part) => part.kind === 'person');
  if (people.length !== 1) return undefined;
  if (first?.kind === 'person' && last?.kind === 'agency') return first;
  return last?.kind === 'person' && named.at(-2)?.kind === 'agency' ? last : undefined;
}

/** The parts with what is printed between them. */
export function joinParts(parts: readonly CreditPart[]): string {
  return parts.map((part, n) => (n === 0 ? part.text : (part.before || '/') + part.text)).join('');
}

/** One piece between separators, which may be two parts: "Mira Voss REUTERS", "Mira Voss for The Velna Post". */
function partsOf(piece: string, before: string, mayBeFor: boolean): CreditPart[] {
  const { text } = withoutLabel(piece.replace(/^ *v[ií]a /iu, ''));
  if (text === '') return [];
  const part = { ...kindOf(text), text, before };
  if (part.kind === 'agency' || part.kind === 'nobody') return [part];
  const name = beforeFor(text);
  if (mayBeFor && looksLikePerson(name)) {
    const client = text.slice(name.length + FOR.length);
    return [
      { text: name, kind: 'person', before },
      { ...kindOf(client), text: client, before: FOR },
    ];
  }
  const labelled = afterLabel(text);
  if (labelled) return [{ ...labelled, before }];
  const at = agencyEdge(text);
  if (at === undefined) return [withAgency(part)];
  const [left, right] = [text.slice(0, at), text.slice(at + 1)];
  return [
    { ...kindOf(left), text: left, before },
    { ...kindOf(right), text: right, before: '/' },
  ];
}

/** "Photo credit" has two words, "Foto de archivo" three. */
const MOST_LABEL_WORDS = 3;

/** The agency behind a label without its colon, or behind a stand-in: "PHOTO AFP", "Foto de archivo EFE". */
function afterLabel(text: string): Omit<CreditPart, 'before'> | undefined {
  const words = text.split(' ');
  for (let count = 1; count <= Math.min(MOST_LABEL_WORDS, words.length - 1); count += 1) {
    const label = words.slice(0, count).join(' ').toLowerCase();
    const name = words.slice(count).join(' ');
    const agency = CREDIT_LABELS.has(label) || isNobody(label) ? agencyNamed(name) : undefined;
    if (agency && !agency.onlyAlone) return { text: name, kind: 'agency', agency };
  }
  return undefined;
}

/** "Le Monde avec AFP" is said of both, and stays as it is: it is the agency's copy. */
const WITH = / (?:avec|with|mit|con|et|and|und|y)$/iu;
const MOST_WITH_WORDS = 5;

function withAgency(part: CreditPart): CreditPart {
  const last = part.text.lastIndexOf(' ');
  const other = part.text.slice(0, last);
  const agency =
    WITH.test(other) && other.split(' ').length <= MOST_WITH_WORDS ? agencyNamed(part.text.slice(last + 1)) : undefined;
  return agency && !agency.onlyAlone ? { ...part, kind: 'agency', agency } : part;
}

/** Where an agency touches a name without a slash: "Mira Voss REUTERS", "AFP PHOTO MIRA VOSS", "Mira Voss-USA TODAY Sports". */
function agencyEdge(text: string): number | undefined {
  const last = text.lastIndexOf(' ');
  const end = text.slice(last + 1);
  const tail = agencyNamed(end);
  // "Marc Reuters" is a person; an agency behind one word is set in capitals.
  const left = text.slice(0, last);
  // "Velnabild: AFP" has a label that is not known.
  if (left.endsWith(':')) return undefined;
  const isName = !WITH.test(left) && (looksLikePerson(left) || end === end.toUpperCase());
  if (last > 0 && isName && tail?.credit !== undefined && !tail.onlyAlone) return last;
  const [first = '', second = ''] = text.split(' ', 2);
  const head = first.length + 1 + second.length;
  if (/^(?:photos?|foto|images?)$/iu.test(second) && agencyNamed(text.slice(0, head)) && text.length > head)
    return head;
  const hyphen = text.indexOf('-', text.indexOf(' '));
  return hyphen > 0 && agencyNamed(text.slice(hyphen + 1)) && looksLikePerson(text.slice(0, hyphen))
    ? hyphen
    : undefined;
}

/** A comma separates only where an agency or nobody follows; a dash only beside an agency; "REX/Shutterstock" is one name. */
function addPart(parts: CreditPart[], part: CreditPart): void {
  const last = parts.at(-1);
  if (!last) {
    parts.push({ ...part, before: '' });
    return;
  }
  const weak = part.before === ', ' || /^ [-–—] $/u.test(part.before);
  const sure = part.kind === 'agency' || part.kind === 'nobody';
  const whole = last.text + part.before + part.text;
  const known = NO_WORD.test(part.before) ? agencyNamed(`${last.text}/${part.text}`) : undefined;
  if (known && last.agency && part.agency) {
    parts[parts.length - 1] = { text: whole, before: last.before, kind: 'agency', agency: known };
  } else if (weak && !sure && (part.before === ', ' || !partsAtDash(last, part) || agencyNamed(whole))) {
    parts[parts.length - 1] = { ...kindOf(whole), text: whole, before: last.before };
  } else {
    parts.push(part);
  }
}

/** "dpa - Bildfunk", "Mira Voss - Nordpix"; not "Port - Media Office". */
function partsAtDash(left: CreditPart, right: CreditPart): boolean {
  return left.kind === 'agency' || (left.kind === 'person' && right.kind === 'organisation');
}

/** "PA Archive/Press Association Ima" was cut by the field that it came in. */
function withCutAgency(parts: CreditPart[]): CreditPart[] {
  const last = parts.at(-1);
  const agency = last && last.kind !== 'agency' ? agencyCut(last.text) : undefined;
  return last && agency ? [...parts.slice(0, -1), { ...last, kind: 'agency', agency }] : parts;
}

function kindOf(text: string): { kind: PartKind; agency?: Agency } {
  const agency = agencyNamed(text) ?? agencyNamed(beforeFor(text));
  if (agency) return { kind: 'agency', agency };
  if (isNobody(text)) return { kind: 'nobody' };
  const names = namesIn(text);
  if (names.every(looksLikePerson)) return { kind: 'person' };
  // Several names in small letters hold an "and", which is no company's here.
  if (names.length > 1) return { kind: 'unknown' };
  const isBrand = brandNamed(text) !== undefined || brandNamed(beforeFor(text)) !== undefined;
  return { kind: isBrand || looksLikeOrganisation(text) ? 'organisation' : 'unknown' };
}

/** "Getty Images for Velna Ferries" is Getty Images. */
function beforeFor(text: string): string {
  const at = text.indexOf(FOR);
  return at < 0 ? '' : text.slice(0, at);
}

/** True for what stands where a name should and names nobody: "Handout", "-", "AFP Contributor". */
export function isNobody(text: string): boolean {
  const folded = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (folded === '' || NOBODY.has(folded) || /^\d{5,}$/u.test(folded)) return true;
  const space = folded.lastIndexOf(' ');
  return (
    space > 0 &&
    NOBODY_AT.has(folded.slice(space + 1)) &&
    agencyNamed(text.slice(0, text.lastIndexOf(' '))) !== undefined
  );
}
