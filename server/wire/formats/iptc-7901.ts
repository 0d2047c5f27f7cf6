import { instant } from '../dates';
import { Draft } from '../draft';
import { WireError } from '../errors';
import { foldSpace } from '../html';
import type { Format, ParseContext } from '../format';
import type { Reading } from '../item';
import { authorOf, firstLine, lineUri, readText } from '../line/finish';
import { linesOf, type Message, messagesOf, wireText } from '../line/message';
import { Paragraphs } from '../line/paragraphs';
import { agencyIn, agencyNamed } from '../vocabulary/agencies';
import { monthOf } from '../vocabulary/months';

/**
 * IPTC 7901: "The Text Transmission Format" of European agencies.
 * Specification: https://iptc.org/std/IPTC7901/1.0/specification/7901V5.pdf.
 *
 *     SOH source and number, priority, category, words, optional text CRLF
 *     keyword lines CRLF
 *     STX text ETX ddhhmm GMT Mon yy CRLF DEL EOT
 *
 * What agencies do differently: dpa writes versions ("1ST LEAD", "REFILE"), headline and byline one a line and ends the
 * last with " =", parts paragraphs with blank lines, and adds a notebook of which the part behind "* * * *" is not for
 * publication; ATS puts rubrics above the headline, indents paragraphs, and leaves "GMT" and the full stop out of the
 * date. The charset is ISO 8859-1 or whatever the parties agreed on. There is no field for embargo, status or
 * copyright: `line/finish.ts` reads the text.
 */
export const iptc7901: Format = {
  name: 'iptc-7901',
  detect: ({ head }) => HEAD.test(head),
  parse(source, context) {
    const messages = messagesOf(wireText(source), context.limits.items);
    const readings = messages.flatMap((message) => readMessage(message, context));
    if (readings.length === 0)
      throw new WireError('malformed', 'This IPTC 7901 transmission has a header and no text.');
    return readings;
  },
};

const HEAD = /^[\s\0\x16\x7f]{0,64}\x01[A-Za-z]{2,6}\d{3,5} [0-9] [A-Za-z]{1,5} {1,3}\d{1,5}\b/;
const FIRST = /^([A-Za-z]{2,6})(\d{3,5}) (\d) ([A-Za-z]{1,5}) {1,3}\d{1,5}(.*)$/;
/** "212322 GMT Nov 18", "091223 dec 18". */
const TRAILER = /^(\d\d)(\d\d)(\d\d) ?(GMT|UTC|Z)? ?(\p{L}{3,9})\.? (\d\d|\d{4})\b/u;

function readMessage(message: Message, context: ParseContext): Reading[] {
  const draft = new Draft('text');
  const [, source = '', number = '', priority, category, optional = ''] = FIRST.exec(message.header[0] ?? '') ?? [];
  if (priority !== undefined && priority !== '0') draft.set('urgency', Number(priority), 'header: priority');
  if (category !== undefined) draft.set('categories', [category], 'header: category');
  const keywords = message.header.slice(1).map(foldSpace).filter(Boolean);
  draft.set('slugline', keywords.join(' '), 'header: keywords');
  draft.set('versionCreated', dateOf(message.trailer, context), 'trailer');
  const named = optional.split(/[\s-]+/).find((word) => agencyNamed(word) !== undefined);
  draft.set('provider', named, 'header: optional text', 0.9);

  const lines = linesOf(message.text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ''));
  const { end, headline, byline, flags } = readHead(lines);
  draft.set('headline', headline, 'text: headline');
  draft.set('byline', byline, 'text: byline');
  const { body, notes } = readBody(lines.slice(end));
  draft.set('bodyHtml', body.html(), 'text');
  draft.set('edNote', foldSpace(notes.join(' ')), 'text: not for publication');
  if (draft.item.headline === undefined && draft.item.bodyHtml === undefined) return [];
  draft.fill('headline', firstLine(body.texts), 'text: first paragraph', 0.5);
  readText(draft, body.texts, [...flags, headline ?? ''], context);
  const signature = body.texts.at(-1) ?? '';
  if (signature.length < 60) draft.fill('provider', agencyIn(signature)?.name, 'text: signature', 0.8);
  draft.set('uri', lineUri('iptc-7901', `${source}${number}`, draft), 'header, text');
  return [draft.reading()];
}

/** Lines above a story: versions, rubrics, headline, byline. */
const MAX_HEAD = 12;
/** Lines of the format have 69 characters; what is longer than this is a paragraph that nobody wrapped. */
const MAX_LINE = 300;
/** A headline that is wrapped fills its line at least so far. */
const FULL_LINE = 48;

const VERSION =
  /^\W{0,3}(?:\d(?:st|nd|rd|th|\.)? (?:lead|ld|net|add|neu|zusammenfassung)|(?:first|second|third) lead|refile|repeat|correction|corrected|update|urgent|flash|bulletin|eil|advisory|kill|embargo.{0,60}|sperrfrist.{0,60}|hold|korrektur|berichtigung|wiederholung|achtung|zusammenfassung|überblick)\W{0,3}(?:(?:kill|hold|lead)\W{0,3})*$/i;

interface Head {
  /** The first line of the story. */
  end: number;
  headline?: string;
  byline?: string;
  flags: string[];
}

/** The lines to the one that ends with "=". Where none does, the first lines to a blank one. */
function readHead(lines: readonly string[]): Head {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const top = lines.slice(first, first + MAX_HEAD).map((line) => line.slice(0, MAX_LINE).trim());
  const last = top.findIndex((line) => line.endsWith('='));
  const blank = top.findIndex((line) => line === '');
  const count = last >= 0 ? last + 1 : blank;
  // Without any of the marks, and with an indent where a story begins, there is no head.
  if (count <= 0 || (last < 0 && (count > 4 || /^ {3}/.test(lines[first] ?? '')))) return { end: first, flags: [] };
  const head = top
    .slice(0, count)
    .map((line) => line.replace(/\s*=$/, ''))
    .filter(Boolean);
  const flags = head.filter((line) => VERSION.test(line));
  const rest = head.filter((line) => !VERSION.test(line));
  const byline = rest.length > 1 && /^(?:by|von|par|por|di)\s/i.test(rest.at(-1) ?? '') ? rest.pop() : undefined;
  const parts: string[] = [];
  for (let at = rest.length - 1; at >= 0; at -= 1) {
    const line = rest[at] ?? '';
    // A line above that is full goes on in this one; a short one is a rubric.
    if (parts.length > 0 && line.length < FULL_LINE) break;
    parts.unshift(line);
  }
  flags.push(...rest.slice(0, rest.length - parts.length));
  const author = byline === undefined ? undefined : authorOf(byline);
  return {
    end: first + count,
    flags,
    ...(parts.length > 0 ? { headline: parts.join(' ') } : {}),
    ...(author === undefined ? {} : { byline: author }),
  };
}

const NOT_FOR_PUBLICATION =
  /^(?:the following information is not (?:intended )?for publication|die folgenden informationen sind nicht (?:zur|für die) veröffentlichung|nicht zur veröffentlichung|not for publication|à ne pas publier)/i;
const NOTEBOOK = /^#{1,3} ?(?:notebook|notizblock)/i;
const DIVIDER = /^(?:\* ?){3,}$/;

/** Blank lines or indents part paragraphs. The notebook and what is not for publication are notes to editors. */
function readBody(lines: readonly string[]): { body: Paragraphs; notes: string[] } {
  const body = new Paragraphs();
  const notes: string[] = [];
  let isNote = false;
  for (const line of lines) {
    const text = line.trim();
    if (NOT_FOR_PUBLICATION.test(text) || NOTEBOOK.test(text)) isNote = true;
    if (isNote) {
      if (text !== '' && !DIVIDER.test(text)) notes.push(text.replace(/^#{1,3} /, ''));
    } else if (text === '' || DIVIDER.test(text)) body.end();
    else if (/^(?: {3}|\t)/.test(line)) body.begin(text);
    else body.goOn(text);
  }
  return { body, notes };
}

function dateOf(trailer: string, context: ParseContext): string | undefined {
  const match = TRAILER.exec(trailer);
  const month = match && monthOf(match[5] ?? '');
  if (!match || month === null || month === undefined) return undefined;
  const [, day, hour, minute, zone, , year = ''] = match;
  const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day}`;
  return instant(`${date}T${hour}:${minute}:00${zone === undefined ? '' : 'Z'}`, context);
}
