import { splitCredit } from '../credit-split';
import { instant } from '../dates';
import { present } from '../draft';
import type { ParseContext } from '../format';
import { plainLines } from '../html';
import type { WireComment, WirePhoto } from '../item';
import { webAddress } from '../web-address';
import { rawText, textOf } from '../xml-tree';
import type { Fields } from './fields';

/** Parts of a WordPress export: comments, attachments, the text of the editor. */

const MAX_COMMENTS = 10_000;

/** `wp:comment_approved`: "1" stands on the page, "0" waits. Spam and the bin stay where they are. */
const COMMENT_STATES = new Set(['1', '0', 'approve', 'approved', 'hold']);

/** The comments of readers, in the order of the export; an answer says which of them it answers. */
export function commentsOf(item: Fields, context: ParseContext): WireComment[] {
  const comments: WireComment[] = [];
  const places = new Map<string, number>();
  const parents: (string | undefined)[] = [];
  for (const element of item.all('wp:comment').slice(0, MAX_COMMENTS)) {
    const fields = item.names.fieldsOf(element);
    const isReader = ['', 'comment'].includes(fields.text('wp:comment_type')?.value ?? '');
    const text = plainLines(rawText(fields.first('wp:comment_content') ?? ''));
    if (!isReader || text === '' || !COMMENT_STATES.has(fields.text('wp:comment_approved')?.value ?? '1')) continue;
    const comment: WireComment = { author: fields.plain('wp:comment_author')?.value ?? 'Anonymous', text };
    const email = fields.text('wp:comment_author_email')?.value;
    if (email !== undefined) comment.email = email;
    const publishedAt =
      gmt(fields, 'wp:comment_date_gmt', context) ?? instant(fields.text('wp:comment_date')?.value, context);
    if (publishedAt !== undefined) comment.publishedAt = publishedAt;
    places.set(fields.text('wp:comment_id')?.value ?? '', comments.length);
    parents.push(fields.text('wp:comment_parent')?.value);
    comments.push(comment);
  }
  comments.forEach((comment, n) => {
    const parent = places.get(parents[n] ?? '0');
    if (parent !== undefined && parent !== n) comment.replyTo = parent;
  });
  return comments;
}

/** A date in GMT; WordPress writes zeros for one that was never set. */
export function gmt(fields: Fields, name: string, context: ParseContext): string | undefined {
  const text = fields.text(name)?.value;
  return text === undefined || text.startsWith('0000') ? undefined : instant(`${text} +0000`, context);
}

/** `wp:postmeta` of an item, the first value of each key. */
export function metaOf(item: Fields): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of item.all('wp:postmeta')) {
    const fields = item.names.fieldsOf(element);
    const key = fields.text('wp:meta_key')?.value;
    const value = textOf(fields.first('wp:meta_value'));
    if (key !== undefined && value !== undefined && !meta.has(key)) meta.set(key, value);
  }
  return meta;
}

/** Where plugins for credits keep them. */
const CREDIT_KEYS = [
  '_media_credit',
  'media_credit',
  '_navis_media_credit',
  '_photo_credit',
  'photo_credit',
  '_credit',
  'credit',
  'photographer',
];
const COPYRIGHT_KEYS = ['_copyright', 'copyright', '_wp_attachment_copyright'];
const SOURCE_KEYS = ['_navis_media_credit_org', '_wp_attachment_source_name', 'source'];

/**
 * An attachment as a photo; undefined for one that is no picture. Credit and copyright are those that WordPress read
 * from the file (`_wp_attachment_metadata`, serialised by PHP), or those of a plugin for credits.
 */
export function attachmentOf(item: Fields, base: string | undefined): WirePhoto | undefined {
  const href = webAddress(item.text('wp:attachment_url')?.value, base);
  if (href === undefined || !/\.(?:jpe?g|png|webp|gif|tiff?|avif)(?:[?#]|$)/i.test(href)) return undefined;
  const meta = metaOf(item);
  const stored = meta.get('_wp_attachment_metadata') ?? '';
  const of = (keys: readonly string[]): string | undefined =>
    keys.map((key) => meta.get(key)).find((value) => value !== undefined);
  const credit = of(CREDIT_KEYS) ?? serialised(stored, 'credit');
  const caption =
    item.plain('excerpt:encoded')?.value ?? item.plain('content:encoded')?.value ?? serialised(stored, 'caption');
  const taken = Number(serialised(stored, 'created_timestamp') ?? 0);
  return present<WirePhoto>({
    uri: item.text('guid')?.value,
    headline: serialised(stored, 'title'),
    caption,
    altText: meta.get('_wp_attachment_image_alt'),
    byline: credit === undefined ? undefined : splitCredit(credit)?.byline,
    creditLine: credit,
    source: of(SOURCE_KEYS),
    copyrightNotice: of(COPYRIGHT_KEYS) ?? serialised(stored, 'copyright'),
    dateCreated: taken > 0 && taken < MAX_TIMESTAMP ? new Date(taken * 1000).toISOString() : undefined,
    renditions: [{ name: 'main', href }],
  });
}

/** Seconds; the end of the year 9999. */
const MAX_TIMESTAMP = 253_402_300_799;

/** A text in a PHP serialisation: `s:6:"credit";s:9:"Lena Voss";`. Lengths are in bytes, so quotes end it. */
function serialised(text: string, key: string): string | undefined {
  const at = text.indexOf(`"${key}";s:`);
  if (at < 0) return undefined;
  const value = /^s:\d{1,6}:"([^"]{1,2000})"/.exec(text.slice(at + key.length + 3, at + key.length + 2_100));
  return value?.[1]?.trim() === '' ? undefined : value?.[1]?.trim();
}

const SHORTCODE =
  /\[\/?(?:gallery|embed|video|audio|playlist|vc_[a-z_]{1,40}|et_pb_[a-z_]{1,40}|contact-form-7|ad|ads)\b[^\]]{0,300}\]/g;
const BLOCK_START =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|t[dh]|pre|figure|figcaption|hr|section|article|iframe|script|style|form)\b/i;

/**
 * The text of the WordPress editor as HTML: paragraphs where there are blank lines
 * (https://developer.wordpress.org/reference/functions/wpautop/), captions as figures, no other shortcodes.
 */
export function editorHtml(content: string): string {
  const plain = between(
    between(content, '<!--', '-->', () => ''),
    '[caption',
    '[/caption]',
    figureOf,
  )
    .replace(SHORTCODE, '')
    .replace(/\r\n?/g, '\n');
  if (/<p\b/i.test(plain) && !/\n[ \t]*\n[^<\s]/.test(plain)) return plain;
  const blocks = plain.split(/\n[ \t]*\n/).map((block) => block.trim());
  return blocks
    .filter((block) => block !== '')
    .map(paragraph)
    .join('\n\n');
}

/** Replaces what stands between two marks, the marks included. Linear: a mark without its end is looked for once. */
function between(text: string, start: string, end: string, replace: (inner: string) => string): string {
  const out: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(start, at);
    const to = from < 0 ? -1 : text.indexOf(end, from + start.length);
    if (to < 0) break;
    out.push(text.slice(at, from), replace(text.slice(from + start.length, to)));
    at = to + end.length;
  }
  out.push(text.slice(at));
  return out.join('');
}

function paragraph(block: string): string {
  if (BLOCK_START.test(block)) return block;
  const broken = block.replace(/\n(?!<)/g, '<br>\n');
  return /<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|hr)\b/i.test(block) ? broken : `<p>${broken}</p>`;
}

/** `[caption id="a"]<img …> The text[/caption]`; `inner` begins with the attributes. */
function figureOf(inner: string): string {
  const content = inner.slice(inner.indexOf(']') + 1);
  const start = content.search(/<img\b/i);
  const end = start < 0 ? -1 : content.indexOf('>', start);
  const picture = end < 0 ? '' : content.slice(start, end + 1);
  const caption = end < 0 ? content : content.slice(end + 1);
  return `\n\n<figure>${picture}<figcaption>${caption.trim()}</figcaption></figure>\n\n`;
}
