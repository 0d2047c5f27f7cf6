import { isInCapitals, type Clause } from './clause';
import { CLASS } from './lexicon';
import { areTerms, classesOf, NARRATIVE } from './prose';
import { clausesOf, distinct, foundIn, restrictionsIn, sentencesOf, type Restriction } from './restrictions';
import type { RestrictionKind } from './rule';

/** A sentence with more words is no line of terms, but where each of them is a word of such terms. */
const MOST_WORDS = 40;
/** In capitals, so many words may stand without a restriction among others: "HANDOUT VELNA PORT. NO SALES." */
const FEW_WORDS = 3;
/** What editorial use is bound to is told in any words: "in connection with the exhibition". */
const BOUND =
  /\b(?:connection with|coverage of|reporting (?:on|of)|zusammenhang mit|rahmen (?:der|des|einer)|berichterstattung|cadre|relacion con)\b/u;

/** Of these, one is enough to know terms by; a headline may well be "Japan out". */
const TELLING: ReadonlySet<RestrictionKind> = new Set([
  'mandatory-credit',
  'editorial-only',
  'no-archive',
  'no-resale',
  'no-third-party',
]);

export interface TermsOfUse {
  restrictions: Restriction[];
  /** They cannot be taken for anything else, wherever they stand. */
  isTelling: boolean;
  /** Each word is one of such terms, and nothing is stated: "Germany out", not "The book is not for sale". */
  isBare: boolean;
  /** A story may end in these words, too: "Only in Norway." */
  isSaying: boolean;
}

/** A sentence with a subject and a verb, if it does not speak of the story itself. */
const STATEMENT =
  /^(?:the|a|an|der|die|das|ein|eine|le|la|les|l|un|une|el|los|las|una|their|his|her|its) (?!(?:material|content|text|story|stories|article|use|publication|restrictions?|contenu|depeche|inhalt|beitrag|veroffentlichung|verwendung|nutzung|utilisation|diffusion|contenido|difusion|publicacion|reproduccion)\b)(?:[a-z]+ ){1,4}(?:is|are|has|have|can|will|may|must|ist|sind|hat|kann|darf|est|sont|a|ont|peut|es|son|esta|estan|ha|han|puede)\b/u;
/** "Only in", "not in", "except", "out" and one country, "not for sale", "members only", "within three days". */
const SAYING = /^(?:[yYnwx][il]*P|PO|niS|gy|ui[dg]{2})$/u;

/**
 * The restrictions of a text that holds terms of use and nothing else, as desks write them above or below a story;
 * undefined where any of it may be the story. `capitalsTell`: the story is not in capitals, so that what is stands out.
 */
export function termsOfUse(text: string, capitalsTell: boolean): TermsOfUse | undefined {
  const sentences = sentencesOf(text);
  if (!sentences.every((sentence) => isTermsSentence(sentence, capitalsTell))) return undefined;
  const restrictions = distinct(sentences.flatMap((sentence) => restrictionsIn(sentence)));
  const kinds = new Set(restrictions.map(({ kind }) => kind));
  if (restrictions.length === 0) return undefined;
  const clauses = sentences.flatMap(clausesOf);
  return {
    restrictions,
    isTelling: kinds.size > 1 || [...kinds].some((kind) => TELLING.has(kind)),
    isBare: clauses.every((clause) => areTerms(clause.classes) && !STATEMENT.test(clause.text)),
    isSaying: clauses.every(({ classes }) => SAYING.test(classes)) && !/\d/u.test(text),
  };
}

function isTermsSentence(sentence: string, capitalsTell: boolean): boolean {
  const clauses = clausesOf(sentence);
  if (clauses.every(({ classes }) => areTerms(classes))) return true;
  const size = clauses.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (size > MOST_WORDS) return false;
  if (capitalsTell && isInCapitals(sentence)) return size <= FEW_WORDS || restrictionsIn(sentence).length > 0;
  return clauses.every((clause, n) => (n === 0 ? beginsSurely(clause) : isRest(clause, 0)));
}

/** "Mandatory credit: Velna Port", "Editorial use only in connection with the fair": a demand, and names or its reason. */
function beginsSurely(clause: Clause): boolean {
  if (NARRATIVE.test(clause.text)) return false;
  return foundIn(clause, true).some(({ from, to }) => areTerms(classesOf(clause, 0, from)) && isRest(clause, to));
}

function isRest({ tokens, classes, text, printed }: Clause, from: number): boolean {
  const bound = BOUND.exec(text)?.index ?? text.length;
  return tokens.every(
    (token, n) =>
      token.from < from ||
      token.from > bound ||
      classes.charAt(n) !== CLASS.other ||
      /\p{Lu}/u.test(printed.charAt(token.printedFrom)),
  );
}
