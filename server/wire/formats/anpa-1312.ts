import { instant } from '../dates';
import { Draft } from '../draft';
import { WireError } from '../errors';
import { foldSpace } from '../html';
import type { Format, ParseContext } from '../format';
import type { Reading, Signal } from '../item';
import { authorOf, firstLine, lineUri, readText } from '../line/finish';
import { linesOf, type Message, messagesOf, wireText } from '../line/message';
import { Paragraphs } from '../line/paragraphs';
import { agencyNamed } from '../vocabulary/agencies';

/**
 * ANPA 1312 (also IPTC Recommendation 7901's American sister): "News Wire Transmission" for teleprinters and the
 * computers that took their place. Specification: ANPA Technical Bulletin 1312, 1979 and 1989.
 *
 *     SOH service letter, number, US, selector CRLF
 *     priority, category, DC3/DC4 (unjustified or justified), DC1/DC2 (text or table), keywords, month-day, words CRLF
 *     STX text ETX trailer EOT
 *
 * In the text "<" ends a line that stands left, "=" one that stands alone, "^" begins one without an indent, "_" is a
 * dash, two accents are a quotation mark, US and RS part the columns of a table.
 *
 * What agencies do differently: AP writes keywords, headline, extended headline, photo numbers and notes as "<" lines
 * in that order, and its trailer has the year; Kyodo ends the headline with "+", wraps lines, and writes the day before
 * the month. There is no field for embargo, status or copyright: `line/finish.ts` reads the text.
 */
export const anpa1312: Format = {
  name: 'anpa-1312',
  detect: ({ head }) => HEAD.test(head),
  parse(source, context) {
    const messages = messagesOf(wireText(source), context.limits.items);
    const readings = messages.flatMap((message) => readMessage(message, context));
    if (readings.length === 0)
      throw new WireError('malformed', 'This ANPA 1312 transmission has a header and no text.');
    return readings;
  },
};

const HEAD =
  /^[\s\0\x16\x7f]{0,64}\x01[A-Za-z]{0,2}\d{4}[^\x1f\r\n]{0,24}\x1f[^\r\n]{0,60}\r?\n[a-z] [a-z]{1,2} ?[\x11-\x14]/;
const FIRST = /^([A-Za-z]{0,2})(\d{4})([^\x1f]{0,24})/;
const SECOND = /^([a-z]) ([a-z]{1,2}) ?[\x11-\x14]{0,2} ?([^\x11-\x14]*)$/;
/** "AP-WF-02-10-16 0423GMT": month, day, year. */
const TRAILER = /^([A-Z]{2,8})-(?:[A-Z]{1,4}-)?(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d) ?([A-Z]{3})?/;
/** "KWS-21:37-09-12-18": time, day, month, year. */
const TRAILER_TIME_FIRST = /^([A-Z]{2,8})-(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)/;

/** Flash, bulletin, urgent, regular, deferred, advance, Sunday advance: the numbers that AP's own API gives them. */
const URGENCY: Record<string, number> = { f: 1, b: 2, u: 3, r: 4, d: 5, a: 6, s: 7 };

function readMessage(message: Message, context: ParseContext): Reading[] {
  const [first = '', second = ''] = message.header;
  const sequence = FIRST.exec(first);
  const priority = SECOND.exec(second.slice(0, 200));
  const draft = new Draft('text');
  const [, level = '', category = ''] = priority ?? [];
  draft.set('urgency', URGENCY[level], 'header: priority');
  if (category !== '') draft.set('categories', [category], 'header: category');
  const signals: Signal[] = [];
  if (/^[fb]$/.test(level)) signals.push('alert');
  if (category === 'v') signals.push('advisory');
  if (/news-?alert/i.test(second)) signals.push('alert');
  draft.set('signals', [...new Set(signals)], 'header');
  readTrailer(message.trailer, draft, context);
  const relay = agencyNamed(sequence?.[3] ?? '')?.name;
  draft.fill('provider', relay, 'header: service');

  const story = readLines(message.text);
  const keywords = priority?.[3]?.replace(/\s+\d\d-\d\d(?:\s+\d{1,4})?\s*$/, '');
  draft.set('slugline', foldSpace(keywords ?? ''), 'header: keywords');
  draft.set('slugline', story.slug, 'text: keywords');
  draft.set('headline', story.headline, 'text: headline');
  draft.set('abstract', story.abstract, 'text: extended headline');
  draft.set('byline', story.byline, 'text: byline');
  draft.set('edNote', story.notes.join(' '), 'text: Eds');
  draft.set('bodyHtml', story.body.html(), 'text');
  if (draft.item.headline === undefined && draft.item.bodyHtml === undefined) return [];
  draft.fill('headline', firstLine(story.body.texts), 'text: first paragraph', 0.5);
  readText(draft, story.body.texts, [draft.item.headline ?? '', ...story.notes], context);
  draft.set('uri', lineUri('anpa-1312', `${sequence?.[1] ?? ''}${sequence?.[2] ?? ''}`, draft), 'header, text');
  return [draft.reading()];
}

function readTrailer(trailer: string, draft: Draft, context: ParseContext): void {
  const american = TRAILER.exec(trailer);
  const asian = TRAILER_TIME_FIRST.exec(trailer);
  if (american) {
    const [, name = '', month, day, year, hour, minute, zone = ''] = american;
    draft.set('provider', agencyNamed(name)?.name ?? name, 'trailer');
    const date = `20${year}-${month}-${day}T${hour}:${minute}:00${/^(?:GMT|UTC)$/.test(zone) ? 'Z' : ''}`;
    draft.set('versionCreated', instant(date, context), 'trailer');
  } else if (asian) {
    const [, , hour, minute, day, month, year] = asian;
    draft.set('versionCreated', instant(`20${year}-${month}-${day}T${hour}:${minute}:00`, context), 'trailer', 0.9);
  }
}

interface Lines {
  slug?: string;
  headline?: string;
  abstract?: string;
  byline?: string;
  notes: string[];
  body: Paragraphs;
}

const NOTE =
  /^(?:embargo|for release\b|hold for release\b)|^(?:eds?|editors?|editor's note)\b\.?\s?[:—-]|^(?:AP|AFP|EPA|Kyodo)\s(?:Photos?|Graphics?|Videos?|Audio)\b/i;
/** A note that is printed with the story too. */
const FOR_READERS = /^editor's note\b/i;
const BYLINE = /^by\s/i;
const END_MARK = /^(?:==\S{1,20}|_{2,}|-{3,}|={3,})$/;
const ADDRESS = /^\*\d/;

/** Sorts the lines of the text: those above the story by their marks, the story itself into paragraphs. */
function readLines(text: string): Lines {
  const story: Lines = { notes: [], body: new Paragraphs() };
  let isOpen = false;
  // AP puts an address and the keywords into one line.
  for (const raw of unwrapped(linesOf(text.replace(/<[ \t]*\^/g, '<\n^')))) {
    if (/[\x1e\x1f]/.test(raw)) {
      story.body.row(cellsOf(raw));
      isOpen = true;
      continue;
    }
    const indented = /^(?:\t| {3})/.test(raw);
    const line = clean(raw);
    const mark = /[<=+]$/.exec(line)?.[0];
    const words = mark === undefined ? line : line.slice(0, -1).trimEnd();
    if (words === '' || END_MARK.test(words)) story.body.end();
    else if (mark === '=' && BYLINE.test(words)) takeByline(story, words);
    else if (!isOpen && indented && NOTE.test(words) && !FOR_READERS.test(words)) story.notes.push(words);
    else if (isOpen || indented || !takeHead(story, words, mark)) {
      isOpen = true;
      if (FOR_READERS.test(words)) story.notes.push(words);
      if (mark !== undefined && mark !== '+') {
        story.body.begin(words);
        story.body.end();
      } else if (indented || raw.startsWith('^')) story.body.begin(line);
      else story.body.goOn(line);
    }
  }
  return story;
}

const MAX_NOTE = 2000;

/** AP begins each line of the head with "^"; a line without it, or an indent, goes on with the one above. */
function unwrapped(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const goesOn =
      above !== undefined &&
      above.length < MAX_NOTE &&
      /^\^(?:eds?|editors?)\b/i.test(above) &&
      !/[<=]\s*$/.test(above.slice(-20));
    if (goesOn && /^[^\s^\0-\x1f]/.test(line)) whole[whole.length - 1] = `${above} ${line}`;
    else whole.push(line);
  }
  return whole;
}

/** A line above the story; false where the story has begun. */
function takeHead(story: Lines, words: string, mark: string | undefined): boolean {
  if (ADDRESS.test(words)) return true;
  if (NOTE.test(words)) story.notes.push(words);
  else if (story.slug === undefined) story.slug = words.replace(/,\s?\d{1,5}$/, '');
  else if (mark === '=' && story.byline !== undefined) return true;
  else if (story.headline === undefined || (mark === '+' && story.abstract === undefined)) takeHeadline(story, words);
  else if (mark === '<') story.abstract ??= words;
  else return false;
  return true;
}

/** The title of the writer follows in a line of its own and is left out. */
function takeByline(story: Lines, words: string): void {
  const author = authorOf(words);
  if (author !== undefined) story.byline = story.byline === undefined ? author : `${story.byline}, ${author}`;
}

function takeHeadline(story: Lines, words: string): void {
  story.headline = story.headline === undefined ? words : `${story.headline} ${words}`;
}

/** Without the signs of the teleprinter: accents are quotation marks, a free underscore is a dash. */
function clean(line: string): string {
  let text = CONTROLS.test(line) ? line.replace(CONTROLS_ALL, '') : line;
  if (text.startsWith('^')) text = text.replace(/^\^+/, '');
  if (text.includes('``')) text = text.replaceAll('``', '“');
  if (text.includes("''")) text = text.replaceAll("''", '”');
  if (text.includes('_')) text = text.replace(/(?<!\S)_(?!\S)/g, '—');
  return text.trim();
}

const CONTROLS = /[\0-\x08\x0b-\x1f\x7f]/;
const CONTROLS_ALL = new RegExp(CONTROLS, 'g');

/** "Oakland US RS 71 RS RS 52 …": DLE is a fixed space, a brace is a half in the tables of American sports. */
function cellsOf(line: string): string[] {
  return line
    .replace(/\x10 ?/g, ' ')
    .split(/(?:[\x1e\x1f] ?)+/)
    .map((cell) => clean(cell).replace(/\{/g, '½').replace(/^_$/, '—'));
}
