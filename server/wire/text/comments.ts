import { COMMENT_BUTTONS } from '../vocabulary/section-labels';
import { endsSentence } from './blocks';
import { authorOf, emailOnly } from './comment-author';
import { labelKey } from './label';
import { dateIn, type TextDate } from './when';
import { isOnlyDate } from './timestamp';
import type { CommentFacts, Story } from './story';

const MAX_AUTHOR = 60;
/** "Josette dit :", "HansM sagt: 5. März 2019 um 9:12", "A replied to B:". */
const SAYS =
  /^(.{1,60}?)\s(?:says|said|wrote|writes|commented|replied to (.{1,60}?)|sagt(?:e)?|schrieb|schreibt|meint(?:e)?|kommentierte|dit|a dit|écrit|a écrit|dice|dijo|escribió|ha detto|scrive|ha scritto|disse|diz|escreveu|zegt|schreef|sier|skriver|säger|skrev|napisał(?:a)?|pisze|говорит|пишет|написал(?:а)?)\s?,?(?:\s?[:：]|(?=\son\s|\sam\s|$))(.{0,80})$/iu;
const NAMED = /^([^:：]{1,40})[:：]\s(.+)$/su;
const IN_REPLY =
  /^(?:in reply to|replying to|reply to|antwort (?:auf|an)|als antwort auf|en réponse à|en respuesta a|in risposta a|em resposta a|als antwoord op|svar till|som svar på|в ответ)\s(.{1,60})$/iu;
/** The date of a comment, with words that pages put beside it: "5. März 2019 um 9:12 · Bearbeitet". */
const MAX_DATE_LINE = 80;

interface Start {
  first: number;
  /** Where the text begins. */
  text: number;
  author: string;
  email?: string;
  /** The text on the line of the author. */
  said?: string;
  date?: TextDate;
  parent?: string;
}

/** The comments in the blocks `[from, to)`. Empty where no author can be told from the text. */
export function readComments(story: Story, from: number, to: number, isList: boolean): CommentFacts[] {
  // Readers quote each other with the words that other pages print above a comment: the shape with more of it is meant.
  const shapes = [saying(story, from, to), dated(story, from, to)].sort((a, b) => b.length - a.length);
  const list = shapes[0]?.length ? [] : named(story, from, to);
  const starts = shapes[0]?.length ? shapes[0] : isList || list.length > 1 ? list : [];
  const found: CommentFacts[] = [];
  const latest = new Map<string, number>();
  for (const [n, start] of starts.entries()) {
    const fact = commentOf(story, start, starts[n + 1]?.first ?? to);
    if (!fact) continue;
    const parent = start.parent ?? mention(fact.comment.text);
    const replyTo = parent === undefined ? undefined : latest.get(labelKey(parent));
    if (replyTo !== undefined) fact.comment.replyTo = replyTo;
    latest.set(labelKey(fact.comment.author), found.length);
    if (fact.comment.email !== undefined) latest.set(labelKey(fact.comment.email), found.length);
    found.push(fact);
  }
  return found;
}

const mention = (text: string): string | undefined => /^@\s?([^\s:,]{2,40})/u.exec(text)?.[1];

function commentOf(story: Story, start: Start, end: number): CommentFacts | undefined {
  const paragraphs = start.said === undefined || start.said === '' ? [] : [start.said];
  const { author, email: beside } = authorOf(start.author);
  let email = beside ?? start.email;
  let last = start.text - 1;
  for (let n = start.text; n < end; n += 1) {
    const text = story.textOf(n);
    const parent = IN_REPLY.exec(text.slice(0, MAX_DATE_LINE));
    if (parent) start.parent ??= (parent[1] ?? '').replace(/[:：\s]+$/u, '');
    else if (paragraphs.length === 0 && emailOnly(text) !== undefined) email ??= emailOnly(text);
    else if (!isButtons(text)) paragraphs.push(text);
    last = n;
  }
  const text = paragraphs.join('\n\n');
  if (text === '') return undefined;
  const first = start.said === undefined ? Math.min(start.text, last) : start.first;
  return {
    comment: {
      author,
      text,
      ...(email === undefined ? {} : { email }),
      ...(start.date ? { publishedAt: start.date.iso } : {}),
    },
    slice: story.whole(first),
    last: Math.max(first, last),
    confidence: 0.85,
  };
}

function saying(story: Story, from: number, to: number): Start[] {
  const starts: Start[] = [];
  for (let n = from; n < to; n += 1) {
    const match = SAYS.exec(story.label(n));
    const author = match?.[1]?.trim();
    if (!match || author === undefined || author.split(' ').length > 6) continue;
    const inline = dateIn(match[3] ?? '', story.context);
    const email = emailOnly(story.label(n + 1));
    const next = email === undefined ? n + 1 : n + 2;
    const below = inline ? undefined : dateLine(story, next);
    const date = inline ?? below?.date;
    starts.push({
      first: n,
      text: below ? next + 1 : next,
      author,
      ...(email === undefined ? {} : { email }),
      ...(date ? { date } : {}),
      ...(match[2] === undefined ? {} : { parent: match[2] }),
    });
  }
  return starts;
}

/** An author, and the date on the next line. */
function dated(story: Story, from: number, to: number): Start[] {
  const starts: Start[] = [];
  for (let n = from; n + 1 < to; n += 1) {
    const author = story.label(n);
    if (author === '' || author.length > MAX_AUTHOR || isButtons(author) || /^(?:# )?comment/.test(story.key(n)))
      continue;
    const inline = authorAndDate(story, author);
    if (inline) {
      starts.push({ first: n, text: n + 1, ...inline });
      continue;
    }
    // The address of the author may stand between name and date; what ends a sentence above it is another's text.
    const email = emailOnly(author) === undefined && isNameAbove(author) ? emailOnly(story.label(n + 1)) : undefined;
    const at = email === undefined ? n + 1 : n + 2;
    const line = dateLine(story, n) ? undefined : dateLine(story, at);
    if (!line || at >= to) continue;
    starts.push({
      first: n,
      text: at + 1,
      ...(email === undefined ? {} : { email }),
      author: author.replace(/[\s:：•·–-]+$/u, ''),
      ...(line.date ? { date: line.date } : {}),
    });
    n = at;
  }
  return starts;
}

const isNameAbove = (text: string): boolean => !endsSentence(text) || /(?:^|\s)\p{Lu}\.$/u.test(text);

/** "nightowl 17 September 2020 14:17", "nightowl • 2 days ago" on one line. */
function authorAndDate(story: Story, text: string): { author: string; date?: TextDate } | undefined {
  const ago = /^(.{2,40}?)\s?[•·|–]\s?(.{2,40})$/u.exec(text);
  if (ago?.[1] !== undefined && isOnlyDate(ago[2] ?? '', undefined)) return { author: ago[1] };
  const date = dateIn(text, story.context);
  if (!date?.hasTime || date.from < 2 || text.length - date.to > 12) return undefined;
  const author = text.slice(0, date.from).replace(/[\s,:•·|–-]+$/u, '');
  return author === '' || author.split(' ').length > 4 ? undefined : { author, date };
}

/** "Name: text", a line each. */
function named(story: Story, from: number, to: number): Start[] {
  const starts: Start[] = [];
  for (let n = from; n < to; n += 1) {
    const text = story.textOf(n);
    const match = NAMED.exec(text.slice(0, 2000));
    const name = match?.[1];
    if (name === undefined || name.split(' ').length > 7) continue;
    // "Margo (May 5, 2019): …"
    const author = name.replace(/\s?\([^()]{4,30}\)$/u, '');
    const date = author === name ? undefined : dateIn(name, story.context);
    starts.push({ first: n, text: n + 1, author, said: text.slice(name.length + 1).trim(), ...(date ? { date } : {}) });
  }
  return starts[0]?.first === from ? starts : [];
}

/** The date on a line of its own under a name; undefined for other lines. */
export function dateLine(story: Story, n: number): { date?: TextDate } | undefined {
  const text = story.label(n);
  if (text === '' || text.length > MAX_DATE_LINE) return undefined;
  const date = dateIn(text, story.context);
  if (isOnlyDate(text, date) || (date && date.from < 20 && text.length - (date.to - date.from) < 45))
    return date ? { date } : {};
  return undefined;
}

const BUTTONS = new Set([...COMMENT_BUTTONS].map(labelKey));

/** Whether a line is the buttons under a comment: "Reply", "Like · Reply", "3 Antworten". */
export function isButtons(text: string): boolean {
  if (text.length > 80) return false;
  return text.split(/[·|•]/u).every((part) => BUTTONS.has(labelKey(part)) || !/\p{L}/u.test(part));
}
