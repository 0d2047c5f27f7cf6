import { withoutLabel } from '../../wire/credit-label';
import { creditParts, isNobody, splitCredit, type SplitCredit } from '../../wire/credit-split';
import { REFERENCE, withoutTerms } from '../../wire/terms/behind-credit';
import { agencyNamed } from '../../wire/vocabulary/agencies';

/** A caption and the credit that is printed in it. */
export interface CaptionCredit {
  /** Without the credit; "" where the caption is nothing else. */
  caption: string;
  /** The credit as printed, without brackets and labels. */
  credit: string;
  split: SplitCredit;
  /** The supplier's number of the photo, printed behind the credit. */
  reference?: string;
  /** Terms of use, printed behind the credit. */
  terms?: string;
}

/** A credit is in the last characters of a caption, or in one of its first lines. */
const TAIL = 400;
const FIRST_LINES = 4;
const MANDATORY_LINE = /^\W{0,3}mandatory credit\b/iu;
const SENTENCE_END = /[.!?»”")](?= )/gu;
/** "… in Velna - Norwegen out - Foto: Mira Voss/dpa". */
const DASH_AND_LABEL = / [-–—] (?=(?:fotos?|photos?|bild):)/giu;
const MOST_SENTENCES = 6;

/** Finds "Mandatory Credit: Photo by …" on a line of its own, or the sign-off at the end: "… on Thursday. (AP Photo/Name)". */
export function creditInCaption(caption: string): CaptionCredit | undefined {
  const { text, terms } = withoutTerms(caption);
  const found = terms === undefined ? undefined : (bracketedTail(text) ?? openTail(text, true));
  if (found) return { ...found, ...(terms ? { terms } : {}) };
  return mandatoryLine(caption) ?? bracketedTail(caption) ?? openTail(caption) ?? labelled(caption);
}

function mandatoryLine(caption: string): CaptionCredit | undefined {
  const lines = caption.split('\n', FIRST_LINES + 1);
  const at = lines.slice(0, FIRST_LINES).findIndex((line) => MANDATORY_LINE.test(line));
  const line = lines[at];
  if (line === undefined || line.length > TAIL) return undefined;
  const reference = REFERENCE.exec(line);
  const printed = reference ? line.slice(0, reference.index) : line;
  const split = splitCredit(printed);
  if (!split) return undefined;
  const before = lines.slice(0, at).join('\n');
  const start = before.length + (at === 0 ? 0 : 1) + line.length + 1;
  const rest = [before, caption.slice(start)].filter((text) => text !== '').join('\n');
  return {
    caption: rest,
    credit: withoutLabel(printed).text,
    split,
    ...(reference?.[1] === undefined ? {} : { reference: reference[1] }),
  };
}

/** "(Photo by Name / Agency)" at the end; Getty prints two of them, the last one in full. */
function bracketedTail(caption: string): CaptionCredit | undefined {
  let rest = caption.trimEnd();
  let found: CaptionCredit | undefined;
  for (let round = 0; round < 3 && rest.endsWith(')'); round += 1) {
    const open = rest.lastIndexOf('(');
    if (open < 0 || rest.length - open > TAIL) break;
    const printed = rest.slice(open);
    const split = splitCredit(printed);
    if (!split || !isCredit(printed, split)) break;
    rest = rest.slice(0, open).trimEnd();
    found = { ...(found ?? { credit: withoutLabel(printed).text, split }), caption: rest };
  }
  return found;
}

/**
 * "… in Velna. Mira Voss/Pool via REUTERS", or the same on a line of its own. `mayBeAll`: what it has behind it says that
 * it is a credit, also where no caption stands before it.
 */
function openTail(caption: string, mayBeAll = false): CaptionCredit | undefined {
  const whole = caption.trimEnd();
  const reference = REFERENCE.exec(whole.slice(-40));
  const text = reference ? whole.slice(0, -reference[0].length) : whole;
  const from = Math.max(0, text.length - TAIL);
  const tail = text.slice(from);
  const starts = [...tail.matchAll(SENTENCE_END)].map((match) => match.index + 2);
  const newline = tail.lastIndexOf('\n');
  if (newline >= 0) starts.push(newline + 1);
  if (mayBeAll && from === 0) starts.push(0);
  starts.push(...[...tail.matchAll(DASH_AND_LABEL)].map((match) => match.index + match[0].length));
  for (const start of starts.sort((a, b) => b - a).slice(0, MOST_SENTENCES)) {
    const printed = tail.slice(start);
    // Nearly every caption ends in a sentence; taking each apart as if it were a credit is a tenth of an import.
    if (!mayBeCredit(printed)) continue;
    const split = splitCredit(printed);
    if (!split || !isOpenCredit(printed, split)) continue;
    return {
      caption: text
        .slice(0, from + start)
        .trimEnd()
        .replace(/ [-–—]$/u, ''),
      credit: withoutLabel(printed).text,
      split,
      ...(reference?.[1] === undefined ? {} : { reference: reference[1] }),
    };
  }
  return undefined;
}

/** What parts a photographer from an agency, or a label from either. */
const PARTED = /[/|#:©–—-]| (?:via|vía|for|by|par|von|por|di) |^(?:by|par|von|por|di) |, /iu;

/** A credit without brackets has two parts; where nothing stands between them, one of them is an agency at an end. */
function mayBeCredit(printed: string): boolean {
  if (PARTED.test(printed)) return true;
  const words = printed.split(' ', 12);
  if (words.length >= 12) return false;
  const [first = '', second = ''] = words;
  return agencyNamed(words.at(-1) ?? '') !== undefined || agencyNamed(`${first} ${second}`) !== undefined;
}

const LABEL =
  /(?:^|[.!?»”")] |\n)(?=(?:fotos?|photos?|bild|crédito?|(?:photo|picture|image) (?:credit|by))\b[^:\n]{0,20}:)/giu;
const LABELLED_END = / [-–] | \+\+\+|[.!?)](?: |$)|\n/u;

/** "Foto: Mira Voss/dpa - Honorarfrei …": other words follow, so the caption stays as it is. */
function labelled(caption: string): CaptionCredit | undefined {
  const tail = caption.slice(-TAIL);
  const start = [...tail.matchAll(LABEL)].at(-1);
  if (!start) return undefined;
  const [printed = ''] = tail.slice(start.index + start[0].length).split(LABELLED_END, 1);
  const split = splitCredit(printed);
  return split?.agency === undefined ? undefined : { caption, credit: withoutLabel(printed).text, split };
}

/** Brackets hold a credit where they name an agency, or say "Photo by". */
function isCredit(printed: string, split: SplitCredit): boolean {
  return split.agency !== undefined || withoutLabel(printed).byPerson;
}

/** Without brackets, a credit has a label or an agency beside another part, and no part that is a sentence. */
function isOpenCredit(printed: string, split: SplitCredit): boolean {
  const { text, labelled } = withoutLabel(printed);
  const parts = creditParts(text);
  const isShort = parts.every((part) => part.text.split(' ').length <= 6 && part.before !== ', ');
  return isShort && (labelled || (split.agency !== undefined && parts.length > 1));
}

/**
 * True where every name in the printed credit is in the delivered fields already, so that nothing is lost with it.
 * Only slashes part names here: "Nordpix via ZUMA" says more than both names do.
 */
export function agreesWith(
  { credit, split }: CaptionCredit,
  delivered: readonly (string | undefined)[],
  person: string | undefined,
): boolean {
  const known = delivered.filter((text) => text !== undefined).flatMap((text) => [text, ...text.split('/')]);
  const names = new Set(known.map(key));
  if (person === undefined && split.byline !== undefined) names.add(key(split.byline));
  return credit.split('/').every((piece) => {
    const agency = agencyNamed(piece.trim());
    return (
      names.has(key(piece)) ||
      (agency !== undefined && known.some((text) => agencyNamed(text.trim()) === agency)) ||
      isNobody(piece)
    );
  });
}

/** Drops the instructions where they stand in the caption again: on a line of their own, or at the end. */
export function withoutInstructions(caption: string, instructions: string | undefined): string {
  if (instructions === undefined || instructions.length > TAIL) return caption;
  const lines = caption.split('\n').filter((line) => line.trim() !== instructions);
  const text = lines.join('\n').trim();
  return text.endsWith(` ${instructions}`) ? text.slice(0, -instructions.length).trimEnd() : text;
}

function key(text: string): string {
  return text.trim().toLowerCase();
}
