import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { instant } from '../dates';
import { distinct, Draft } from '../draft';
import { WireError } from '../errors';
import { plain } from '../feed/fields';
import { readFragment } from '../feed/fragment';
import { storyText, subjectOf, takeLabels, textOfHtml } from '../feed/mail-text';
import { personName } from '../feed/people';
import type { Format, ParseContext } from '../format';
import { foldSpace } from '../html';
import type { Reading, WireImage, WirePhoto } from '../item';
import { Source } from '../source';
import { agencyNamed } from '../vocabulary/agencies';
import { isImage, readImage } from './image';
import { plainText } from './plain-text';

/**
 * E-mail: RFC 5322 with MIME (RFC 2045 to 2049), as agencies, press offices and correspondents send it.
 *
 * What real mails do differently: the subject is the headline, or a keyword line, or "Fwd:" and both; the story is
 * twice in the mail, as text and as HTML, or HTML only; signatures and disclaimers follow it; charsets are wrong;
 * pictures are attached or stand in the text, next to logos; forms mail their fields as JSON.
 *
 * The text goes to the plain-text reader, which knows datelines, credits and notes to editors.
 */
export const email: Format = { name: 'email', detect, parse };

const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,60}:/;
/** Headers that only mail has: a pasted "From: …, Date: …" is text. */
const TECHNICAL =
  /^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|x-received|x-mailer|content-transfer-encoding):/i;
const MAX_ATTACHMENTS = 200;
/** Smaller pictures inside of the text are logos and buttons. Bytes. */
const MIN_INLINE = 5_000;
const MAX_NESTING = 32;
const MAX_HEADERS = 1_000_000;
const MAX_LINES = 60_000;
/** Lines of base64 have 76 characters (RFC 2045 section 6.8), seldom 64. */
const MIN_BASE64 = 60;

function detect({ head }: Source): boolean {
  const lines = head
    .trimStart()
    .replace(/^From .{1,200}\n/, '')
    .split(/\r?\n/);
  let technical = 0;
  let known = 0;
  for (const [n, line] of lines.entries()) {
    if (line === '' || (!HEADER.test(line) && !/^[ \t]/.test(line) && n < lines.length - 1)) break;
    if (TECHNICAL.test(line)) technical += 1;
    if (/^(?:from|to|subject|date):/i.test(line)) known += 1;
  }
  return HEADER.test(lines[0] ?? '') && technical > 0 && technical + known > 1;
}

async function parse({ bytes }: Source, context: ParseContext): Promise<Reading[]> {
  const mail = await read(bytes);
  const draft = new Draft('text');
  const subject = subjectOf(mail.subject);
  const whole = bodyText(mail, context);
  const form = formOf(whole);
  if (form) readForm(draft, form, context);
  else if (whole !== '') {
    const { fields, text } = takeLabels(whole);
    await readText(draft, text, fields.get('headline') ?? subject, context);
    for (const [field, value] of fields) draft.set(field, foldSpace(value), `text/plain "${field}:"`);
  }
  draft.fill('headline', subject, 'Subject');
  readHeaders(draft, mail, context);
  const images = readAttachments(draft, mail, context);
  const { item } = draft;
  if (item.headline === undefined && item.bodyHtml === undefined && item.photos === undefined) {
    throw new WireError('no-content', 'There is no story in this mail. Check that it was saved with its text.');
  }
  return [{ ...draft.reading(), ...(images.length > 0 ? { images } : {}) }];
}

async function read(bytes: Uint8Array): Promise<Email> {
  if (shortLines(bytes) > MAX_LINES) {
    throw new WireError('too-large', `The mail has more than ${MAX_LINES} lines. Forward the story on its own.`);
  }
  let start = 0;
  while (start < bytes.length && WHITE.has(bytes[start] ?? 0)) start += 1;
  try {
    return await PostalMime.parse(bytes.subarray(start), {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADERS,
      maxRfc822NestingDepth: 4,
    });
  } catch (error) {
    const isDeep = error instanceof Error && /nesting/i.test(error.message);
    const message = isDeep
      ? 'The mail nests its parts too deeply. Forward the story on its own.'
      : 'The mail cannot be read. Save it again as .eml, with its attachments.';
    throw new WireError(isDeep ? 'too-deep' : 'malformed', message, { cause: error });
  }
}

/** Lines that are no attachment in base64; the MIME reader's work is quadratic in them. */
function shortLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0, next = bytes.indexOf(0x0a); next >= 0; at = next + 1, next = bytes.indexOf(0x0a, at)) {
    if (next - at < MIN_BASE64) count += 1;
  }
  return count;
}

const WHITE = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The story as text: the text part, else the HTML part, else text that is attached. */
function bodyText(mail: Email, context: ParseContext): string {
  const text = storyText(mail.text ?? '');
  if (text !== '') return text;
  if (mail.html !== undefined) return storyText(textOfHtml(mail.html, context.limits));
  const attached = mail.attachments.find(({ mimeType }) => mimeType === 'text/plain');
  return attached ? storyText(new Source({ bytes: bytesOf(attached) }).text) : '';
}

/** Reads the text with its subject before it, as the headline, unless the text begins with it. */
async function readText(draft: Draft, text: string, subject: string, context: ParseContext): Promise<void> {
  const start = foldSpace(text.slice(0, subject.length * 3 + 200)).toLowerCase();
  const hasSubject = subject === '' || start.includes(subject.toLowerCase());
  const whole = hasSubject ? text : `${subject}\n\n${text}`;
  const readings = await plainText.parse(new Source({ bytes: Buffer.from(whole), charset: 'utf-8' }), context);
  const [reading] = readings;
  if (!reading) return;
  Object.assign(draft.item, reading.item);
  delete draft.item.uri;
  for (const [field, { path, confidence }] of Object.entries(reading.provenance)) {
    // Spans are those of the text part, not of the mail.
    if (field !== 'uri') draft.provenance[field] = { path: `text/plain ${path ?? ''}`.trim(), confidence };
  }
}

function readHeaders(draft: Draft, mail: Email, context: ParseContext): void {
  const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
  draft.set('uri', mail.messageId?.replace(/^<|>$/g, ''), 'Message-ID');
  draft.set('versionCreated', instant(header('date'), context), 'Date');
  draft.set('expires', instant(header('expires') ?? header('expiry-date'), context), 'Expires');
  draft.fill('language', header('content-language')?.split(',', 1)[0]?.trim(), 'Content-Language');
  draft.fill('keywords', distinct((header('keywords') ?? '').split(',').map(foldSpace)), 'Keywords');
  const from = mail.from?.name === undefined ? undefined : personName(mail.from.name);
  const isAgency = from !== undefined && agencyNamed(from) !== undefined;
  draft.fill('provider', from, 'From', isAgency ? 1 : SENDER_CONFIDENCE);
}

/** A sender that is no agency may be a person, a press office or a machine. */
const SENDER_CONFIDENCE = 0.5;

function readAttachments(draft: Draft, mail: Email, context: ParseContext): WireImage[] {
  const images: WireImage[] = [];
  for (const [n, attachment] of mail.attachments.slice(0, MAX_ATTACHMENTS).entries()) {
    const bytes = bytesOf(attachment);
    const name = attachment.filename ?? attachment.contentId ?? `#${n + 1}`;
    if (isImage(bytes)) {
      if (attachment.related && bytes.length < MIN_INLINE) continue;
      images.push({ photo: draft.item.photos?.length ?? 0, name, bytes });
      draft.addPhoto(photoOf(attachment, bytes, n, context), `attachment "${name}"`);
    } else if (
      !/^(?:text\/(?:plain|html)|application\/(?:pgp|pkcs7|ms-tnef)|text\/calendar)/.test(attachment.mimeType)
    ) {
      context.warn('attachment-not-read', `The attachment "${name}" was not read. Import it on its own.`);
    }
  }
  if (mail.attachments.length > MAX_ATTACHMENTS) {
    context.warn(
      'too-many-attachments',
      `The mail has ${mail.attachments.length} attachments, ${MAX_ATTACHMENTS} were read.`,
    );
  }
  return images;
}

function photoOf(attachment: Attachment, bytes: Uint8Array, n: number, context: ParseContext): WirePhoto {
  const photo = embedded(bytes, context);
  const id = attachment.contentId?.replace(/^<|>$/g, '');
  const href =
    id === undefined ? `attachment:${encodeURIComponent(attachment.filename ?? String(n + 1))}` : `cid:${id}`;
  const caption = photo.caption ?? plain(attachment.description);
  return {
    ...photo,
    ...(caption === undefined ? {} : { caption }),
    renditions: [{ name: 'attachment', href, mimeType: attachment.mimeType }],
  };
}

/** What is written in the picture itself; nothing where the picture is broken. */
function embedded(bytes: Uint8Array, context: ParseContext): WirePhoto {
  try {
    return readImage(bytes, context).item.photos?.[0] ?? {};
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    context.warn('picture-not-read', error.message);
    return {};
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

type Form = ReadonlyMap<string, string>;

/** The fields of a web form that was mailed as JSON: `{"Headline": ["…"], "Body": ["…"]}`. */
function formOf(text: string): Form | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  let value: unknown;
  try {
    // Mail programs fold the lines of the JSON, also within its strings.
    value = JSON.parse(text.replace(/[\r\n]+/g, ' '));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    const texts = (Array.isArray(member) ? member : [member]).filter((one): one is string => typeof one === 'string');
    if (texts.length > 0) fields.set(key.toLowerCase(), texts.join(', ').trim());
  }
  return fields.has('headline') || fields.has('body') ? fields : undefined;
}

function readForm(draft: Draft, form: Form, context: ParseContext): void {
  const path = (name: string): string => `form "${name}"`;
  for (const field of ['headline', 'abstract', 'slugline', 'byline', 'dateline'] as const) {
    draft.set(field, plain(form.get(field)), path(field));
  }
  draft.set('categories', distinct([form.get('category')]), path('category'));
  draft.set('edNote', plain(form.get('ednote') ?? form.get("editor's note")), path('ednote'));
  const urgency = Number(form.get('urgency') ?? NaN);
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) draft.set('urgency', urgency, path('urgency'));
  const body = form.get('body');
  if (body !== undefined) draft.set('bodyHtml', readFragment(body, undefined, context).bodyHtml, path('body'));
}
