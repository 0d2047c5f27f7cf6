/** A document's text is searched to here; longer bodies are archives, not stories. */
const MAX_TEXT = 200_000;

/** Scripts that put no spaces between words: each character is a word of its own, a run of them a phrase. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const IN_WORDS = /[\p{L}\p{N}\p{M}]/u;
/** Letters of a word; what is longer is no word, and in no index. */
export const MAX_WORD = 80;

/** What a character is: not looked at yet, between words, a part of one, or a word of its own. */
const UNKNOWN = 0;
const BETWEEN = 1;
const PART = 2;
const WHOLE = 3;

/** By code unit, filled in as characters come up: asking the expressions of each character is an eighth of an import. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string, code: number): number {
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = !IN_WORDS.test(character) ? BETWEEN : UNSPACED.test(character) ? WHOLE : PART;
  if (code < kinds.length) kinds[code] = kind;
  return kind;
}

/** Letters that Unicode does not take apart, as people without them on their keyboard write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŋ: 'n', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ς: 'σ',
}; // prettier-ignore
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * The words of a text, folded so that "Ærø" is found by "aero" and "Café" by "cafe". Databases are given these words and
 * not the text, so a search finds the same on all of them, whatever their own rules for words are.
 */
export const wordsOf = (text: string): string[] => wordsIn(spacedWords(text));

/** True where something in the text is too long to be a word. */
export const hasTooLongWord = (text: string): boolean => spaced(fold(text)).isCut;

/** The words of a text with a space between them, as an index takes them. */
export const spacedWords = (text: string): string => spaced(fold(text)).words;

/** The words of what `spacedWords` has written. */
export const wordsIn = (words: string): string[] => (words === '' ? [] : words.split(' '));

/** Only what is outside of ASCII needs Unicode's tables, and of a story that is a few quotation marks and names. */
const fold = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .replace(/[^\x00-\x7f]+/g, foldRun)
    .toLowerCase();

/** A quotation mark or a dash stands alone, and a story has hundreds of a handful of them. */
function foldRun(run: string): string {
  if (run.length > 1) return foldAll(run);
  const code = run.charCodeAt(0);
  return (folds[code] ??= foldAll(run));
}
const folds: string[] = [];

const foldAll = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter);

/**
 * The words of a folded text, one space between them. What stands so already is copied in one piece, since a string for
 * each word of a story is most of what an import would throw away. `isCut`: something in it is too long to be a word.
 */
function spaced(folded: string): { words: string; isCut: boolean } {
  let [words, isCut] = ['', false];
  // The piece that is to be copied next, and where the word at hand begins. No word ends before the first.
  let from = 0;
  let to = -2;
  let begin = 0;
  for (let at = 0; at <= folded.length;) {
    // A character that was met before costs a look into the table: no copy of it, no expression.
    const known = at === folded.length ? BETWEEN : (kinds[folded.charCodeAt(at)] ?? UNKNOWN);
    if (known === PART) {
      at += 1;
      continue;
    }
    const code = known === UNKNOWN ? (folded.codePointAt(at) ?? 0) : 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = known === UNKNOWN ? kindOf(folded.slice(at, next), code) : known;
    if (kind !== PART) {
      if (at - begin > MAX_WORD) isCut = true;
      else if (at > begin) {
        if (begin !== to + 1 || folded.charCodeAt(to) !== SPACE) {
          words = withPiece(words, folded, from, to);
          from = begin;
        }
        to = at;
      }
      if (kind === WHOLE) {
        words = withPiece(words, folded, from, to);
        from = at;
        to = next;
      }
      begin = next;
    }
    at = next;
  }
  return { words: withPiece(words, folded, from, to), isCut };
}

const withPiece = (words: string, folded: string, from: number, to: number): string =>
  to <= from ? words : words === '' ? folded.slice(from, to) : `${words} ${folded.slice(from, to)}`;
const SPACE = 32;

/** The text between the tags; one within a word does not part it. Bodies are sanitised before they are stored, so every "<" begins a tag. */
export function textOfHtml(html: string): string {
  let [text, from] = ['', 0];
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', from)) {
    const end = html.indexOf('>', start);
    if (end < 0) break;
    const name = html.charCodeAt(start + 1) === SLASH ? start + 2 : start + 1;
    text += html.slice(from, start) + (WITHIN_WORDS.has(nameAt(html, name)) ? '' : ' ');
    from = end + 1;
  }
  text += html.slice(from);
  if (!text.includes('&')) return text;
  return text
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&(?:lt|gt|quot|apos|#39);/g, ' ');
}
const SLASH = 47;
const WITHIN_WORDS: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'cite', 'code', 'del', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u',
]); // prettier-ignore
/** Names of these elements are no longer. Characters. */
const LONGEST_NAME = 6;

function nameAt(html: string, from: number): string {
  let to = from;
  while (to - from <= LONGEST_NAME && isSmallLetter(html.charCodeAt(to))) to += 1;
  return html.slice(from, to);
}
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;

/** A subject or keyword as one word, which no text can hold: text has no underscores. */
export function topicOf(name: string): string | undefined {
  const words = wordsOf(name);
  return words.length === 0 ? undefined : `_${words.join('_')}`.slice(0, 80);
}
