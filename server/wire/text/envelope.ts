import { agencyNamed } from '../vocabulary/agencies';
import { dateIn } from './when';
import type { Recogniser, Story } from './story';

/** How many blocks from the top an envelope may have. */
const MAX_HEADER = 16;

/** "u f BC-GRAIN-SHIPMENTS   03-05 0108": priority and category, keyword line, date, word count (ANPA printed). */
const PRINTED_HEADER = /^([a-z]{1,2}) ([a-z]) (\S.{0,60}?)\s+(\d\d)-(\d\d) (\d{4})$/;
/** "f0449reute": selector and number of a Reuters printer, "V0123", "a0542". */
const TRANSMISSION = /^[a-z]\d{4}(?:[a-z]{5})?$/;
/** "G C", "RM", "E F Y": the topic codes above it. */
const TOPIC_CODES = /^[A-Z]{1,3}(?: [A-Z]{1,3}){0,8}$/;
/** "BC-US--Bridge,1st Ld-Writethru": cycle and keywords of an AP story (ANPA 1312 keyword line). */
const KEYWORD_LINE = /^((?:BC|AM|PM|AP)-{1,2}[^\s,][^,]{0,60}?)(?:,\s?(.{1,60}))?$/;
/** The field marks of the Australian wire: "TI#Headline", "KN#slug". */
const FIELD = /^([A-Z]{2})#(.*)$/u;
/** Its older marks, a sign before each field: "^Headline", "$T", "#Keywords", "*X", "+15084000". */
const SIGN = /^([%$:=^*&+#~@])(.{0,200})$/u;

/** The lines of transmission around a story: printer headers, start and end of message, field marks. */
export const envelope: Recogniser = {
  name: 'envelope',
  read(story) {
    printedHeader(story);
    messageMarks(story);
    keywordLine(story);
    releaseHeader(story);
  },
};

function printedHeader(story: Story): void {
  const size = Math.min(MAX_HEADER, story.blocks.length);
  for (let n = 0; n < size; n += 1) {
    const text = story.label(n);
    const header = PRINTED_HEADER.exec(text.replace(/\s+/g, ' '));
    const slug = header?.[3];
    if (slug !== undefined) {
      story.isWire = true;
      story.claim(n, 'slugline', 1, 'envelope');
      const from = text.indexOf(slug);
      story.set('slugline', { slice: { block: n, from, to: from + slug.length }, confidence: 1, by: 'envelope' });
    } else if (TRANSMISSION.test(text)) {
      story.isWire = true;
      story.claim(n, 'envelope', 1, 'envelope');
    }
  }
  for (let n = 0; n < size - 1; n += 1) {
    const next = story.role(n + 1);
    if (TOPIC_CODES.test(story.label(n)) && (next === 'envelope' || next === 'slugline'))
      story.claim(n, 'envelope', 1, 'envelope');
  }
}

function keywordLine(story: Story): void {
  for (let n = 0; n < Math.min(3, story.blocks.length); n += 1) {
    const match = story.isFree(n) ? KEYWORD_LINE.exec(story.label(n)) : undefined;
    const slug = match?.[1];
    if (slug === undefined) continue;
    story.isWire = true;
    story.claim(n, 'slugline', 1, 'envelope');
    story.set('slugline', { slice: { block: n, from: 0, to: slug.length }, confidence: 0.95, by: 'envelope' });
    return;
  }
}

/** "ZCZC" opens a message, "NNNN" closes it (ITU-T F.31); between them the fields of the Australian wire. */
function messageMarks(story: Story): void {
  if (!/^zczc\b/i.test(story.label(0))) return;
  story.isWire = true;
  story.claim(0, 'envelope', 1, 'envelope');
  const sender = story.label(0).slice(4).trim();
  if (agencyNamed(sender))
    story.set('provider', {
      slice: { block: 0, from: 5, to: story.label(0).length },
      value: sender,
      confidence: 0.9,
      by: 'envelope',
    });
  let n = 1;
  for (; n < Math.min(40, story.blocks.length); n += 1) if (!field(story, n)) break;
  const last = story.blocks.length - 1;
  if (agencyNamed(story.label(last))) story.claim(last, 'end', 1, 'envelope');
}

function field(story: Story, n: number): boolean {
  const text = story.label(n);
  const named = FIELD.exec(text);
  if (named) return namedField(story, n, named[1] ?? '', named[2] ?? '');
  const signed = SIGN.exec(text);
  if (!signed) return false;
  const value = (signed[2] ?? '').trim();
  const slice = { block: n, from: text.length - value.length, to: text.length };
  const isText = value.length > 3 && /\p{Ll}/u.test(value);
  if (signed[1] === '^' && isText) set(story, 'headline', n, slice, 0.99);
  else if (signed[1] === '$' && isText) set(story, 'headline', n, slice, 0.97);
  else if (signed[1] === '#' && isText) set(story, 'slugline', n, slice, 0.97);
  else if (signed[1] === ':' && isText) set(story, 'slugline', n, slice, 0.8);
  story.claim(n, 'envelope', 1, 'envelope');
  return true;
}

function namedField(story: Story, n: number, name: string, value: string): boolean {
  const slice = { block: n, from: 3, to: story.label(n).length };
  if (value !== '' && name === 'TI') set(story, 'headline', n, slice, 1);
  if (value !== '' && name === 'AB') set(story, 'abstract', n, slice, 1);
  if (value !== '' && name === 'KN') set(story, 'slugline', n, slice, 1);
  if (value !== '' && name === 'BY') set(story, 'byline', n, slice, 1);
  const date = name === 'PD' ? dateIn(value, story.context) : undefined;
  if (date) story.set('versionCreated', { slice, value: date.iso, confidence: 1, by: 'envelope' });
  story.claim(n, 'envelope', 1, 'envelope');
  if (name === 'TX') {
    if (value !== '') story.cuts.set(n, 3);
    return false;
  }
  return true;
}

function set(
  story: Story,
  field: 'headline' | 'slugline' | 'abstract' | 'byline',
  n: number,
  slice: { block: number; from: number; to: number },
  confidence: number,
): void {
  story.set(field, { slice, confidence, by: 'envelope' });
  if (field === 'headline') story.claim(n, 'headline', 1, 'envelope');
}

/** "Source: Company" and "MEDIA RELEASE PR12345" above a press release. */
function releaseHeader(story: Story): void {
  for (let n = 0; n < Math.min(4, story.blocks.length); n += 1) {
    const text = story.label(n);
    const isSource = /^source\s?:/i.test(text) && n === 0;
    if (
      isSource ||
      /^for immediate release\W*$/i.test(text) ||
      /^(?:media|press|news) release\b[\s:#]*(?:[A-Z]{0,3}\d{2,10})?$/i.test(text)
    ) {
      story.claim(n, 'envelope', 0.9, 'envelope');
    }
  }
}
