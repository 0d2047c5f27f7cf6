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
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŋ: 'n', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th',
}; // prettier-ignore
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * The words of a text, folded so that "Ærø" is found by "aero" and "Café" by "cafe". Databases are given these words and
 * not the text, so a search finds the same on all of them, whatever their own rules for words are.
 */
export const wordsOf = (text: string): string[] => split(text).words;

/** True where something in the text is too long to be a word. */
export const hasTooLongWord = (text: string): boolean => split(text).isCut;

function split(text: string): { words: string[]; isCut: boolean } {
  const folded = fold(text);
  const words: string[] = [];
  const isCut = eachWord(folded, (from, to) => words.push(folded.slice(from, to)));
  return { words, isCut };
}

/**
 * The words of a text with a space between them, as an index takes them: what stands so already is copied in one piece,
 * since a string for each word of a story is most of what an import throws away.
 */
export function spacedWords(text: string): string {
  const folded = fold(text);
  const pieces: string[] = [];
  let begin = 0;
  // No word goes before the first.
  let end = -2;
  eachWord(folded, (from, to) => {
    if (from !== end + 1 || folded.charCodeAt(end) !== SPACE) {
      if (end > begin) pieces.push(folded.slice(begin, end));
      begin = from;
    }
    end = to;
  });
  if (end > begin) pieces.push(folded.slice(begin, end));
  return pieces.join(' ');
}
const SPACE = 32;

/** The words of what `spacedWords` has written. */
export const wordsIn = (spaced: string): string[] => (spaced === '' ? [] : spaced.split(' '));

function fold(text: string): string {
  const read = text.slice(0, MAX_TEXT);
  if (ASCII.test(read)) return read.toLowerCase();
  return read
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter);
}
const ASCII = /^[\x00-\x7f]*$/;

/** Tells where each word of a folded text begins and ends. True where something in it is too long to be one. */
function eachWord(folded: string, tell: (from: number, to: number) => void): boolean {
  let begin = 0;
  let isCut = false;
  const end = (at: number): void => {
    if (at - begin > MAX_WORD) isCut = true;
    else if (at > begin) tell(begin, at);
  };
  for (let at = 0; at < folded.length;) {
    // A character that was met before costs a look into the table: no copy of it, no expression.
    const unit = folded.charCodeAt(at);
    const known = kinds[unit] ?? UNKNOWN;
    if (known === PART) {
      at += 1;
      continue;
    }
    const code = folded.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = known === UNKNOWN ? kindOf(folded.slice(at, next), code) : known;
    if (kind !== PART) {
      end(at);
      if (kind === WHOLE) tell(at, next);
      begin = next;
    }
    at = next;
  }
  end(folded.length);
  return isCut;
}

/** The text between the tags; one within a word does not part it. Bodies are sanitised before they are stored, so every "<" begins a tag. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<\/?(?:a|abbr|b|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)(?=[\s>])[^<>]*>/g, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&(?:lt|gt|quot|apos|#39);/g, ' ');
}

/** A subject or keyword as one word, which no text can hold: text has no underscores. */
export function topicOf(name: string): string | undefined {
  const words = wordsOf(name);
  return words.length === 0 ? undefined : `_${words.join('_')}`.slice(0, 80);
}
