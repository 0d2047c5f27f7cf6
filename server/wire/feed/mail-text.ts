import { blocksOf } from '../page/blocks';
import { documentOf } from '../page/dom';
import { tidy } from '../page/markup';
import { measure } from '../page/measure';
import { withoutC1 } from '../page/references';
import type { Limits } from '../limits';

/** The text of a mail without what mail programs and legal departments put around a story. */

/** RFC 3676 section 4.3: the line before a signature. */
const SIGNATURE = /^-- ?$/m;
const FORWARDED =
  /^(?:-{2,10} ?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|mensaje reenviado|messaggio inoltrato) ?-{2,10}|begin forwarded message:)$/im;
const HEADER_LINE =
  /^(?:>?\s?)(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff|de|à|objet|envoyé|para|asunto|enviado|da|a|oggetto|inviato)\s?:\s/i;
const CONFIDENTIAL =
  /^(?:this (?:e-?mail|message|communication)\b.{0,200}\b(?:confidential|privileged|intended)|(?:the|any) information (?:contained )?in this (?:e-?mail|message)|confidentiality (?:notice|note)|disclaimer\b|diese e-?mail.{0,100}vertraulich|ce (?:message|courriel).{0,100}confidentiel|este (?:mensaje|correo).{0,100}confidencial|sent from my |von meinem .{2,30} gesendet|envoyé de mon |get outlook for |please consider the environment|unsubscribe\b|to unsubscribe\b)/i;
const PREFIX = /^(?:(?:re|fw|fwd|aw|wg|tr|rv|i|sv|vs|antw|doorst)\s?(?:\[\d{1,3}\])?\s?:\s*)+/i;
const MAX_TAG = 40;

/** A subject without "Re:", "Fwd:" and the name of a list in brackets. */
export function subjectOf(subject: string | undefined): string {
  const text = withoutC1(subject ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const bare = text.replace(PREFIX, '');
  const tag = /^\[([^\]]*)\] /.exec(bare);
  return tag && (tag[1] ?? '').length <= MAX_TAG ? bare.slice(tag[0].length).replace(PREFIX, '') : bare;
}

/** The story in the text of a mail: no signature, no disclaimer, no header lines of a forwarded mail. */
export function storyText(text: string): string {
  let story = withoutC1(text).replace(/\r\n?/g, '\n');
  const forwarded = FORWARDED.exec(story);
  if (forwarded) story = withoutHeaders(story.slice(forwarded.index + forwarded[0].length));
  const signature = SIGNATURE.exec(story);
  if (signature && signature.index > 0) story = story.slice(0, signature.index);
  const paragraphs = story.trim().split(/\n[ \t]*\n/);
  while (paragraphs.length > 1 && CONFIDENTIAL.test((paragraphs.at(-1) ?? '').replace(/\s+/gu, ' ').trim()))
    paragraphs.pop();
  return paragraphs.join('\n\n').trim();
}

function withoutHeaders(text: string): string {
  const lines = text.replace(/^\n+/, '').split('\n');
  const end = lines.findIndex((line) => !HEADER_LINE.test(line) && !/^\s+\S/.test(line));
  return lines.slice(Math.max(end, 0)).join('\n');
}

/** HTML as text, a block a paragraph. Throws `too-deep` and `too-large`. */
export function textOfHtml(html: string, limits: Readonly<Limits>): string {
  const { body } = documentOf(tidy(html, limits).html);
  return blocksOf(body, measure(body), ({ localName }) => localName === 'title')
    .map(({ text }) => text)
    .join('\n\n');
}

/** Lines with which desks label the fields of a story, and the field that each names. */
const LABELS = {
  headline: 'headline',
  title: 'headline',
  abstract: 'abstract',
  summary: 'abstract',
  slugline: 'slugline',
  slug: 'slugline',
  byline: 'byline',
  dateline: 'dateline',
  ednote: 'edNote',
  'editors note': 'edNote',
  credit: 'creditLine',
  copyright: 'copyrightNotice',
  usage: 'usageTerms',
  'usage terms': 'usageTerms',
} as const;

export type LabelField = (typeof LABELS)[keyof typeof LABELS];

const isLabel = (label: string): label is keyof typeof LABELS => Object.hasOwn(LABELS, label);
const LABELLED = /^([A-Za-z][A-Za-z' -]{2,20}):[ \t]+(\S.{0,1000})$/;
/** Labels stand before the story. Lines. */
const MAX_HEAD = 20;

/** Takes labelled lines ("Headline: …", "Slugline: …") from the head of a text. One alone is a sentence, two are labels. */
export function takeLabels(text: string): { fields: ReadonlyMap<LabelField, string>; text: string } {
  const lines = text.split('\n');
  const fields = new Map<LabelField, string>();
  const taken = new Set<number>();
  for (const [n, line] of lines.slice(0, MAX_HEAD).entries()) {
    const [, name = '', value = ''] = LABELLED.exec(line.trim()) ?? [];
    const label = name.toLowerCase().replace("'", '');
    if (!isLabel(label)) continue;
    if (!fields.has(LABELS[label])) fields.set(LABELS[label], value.trim());
    taken.add(n);
  }
  if (taken.size < 2) return { fields: new Map(), text };
  return {
    fields,
    text: lines
      .filter((_, n) => !taken.has(n))
      .join('\n')
      .trim(),
  };
}
