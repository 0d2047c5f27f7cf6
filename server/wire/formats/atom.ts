import { bodyHtml } from '../body';
import { instant } from '../dates';
import { distinct, Draft } from '../draft';
import { WireError } from '../errors';
import { FeedNames, plain, type Fields, type Found } from '../feed/fields';
import { personName } from '../feed/people';
import { date, fill, hasStory, readContent, readModules, readRights } from '../feed/story';
import type { Format, ParseContext } from '../format';
import { escapeHtml } from '../html';
import type { Reading } from '../item';
import type { Source } from '../source';
import { webAddress } from '../web-address';
import { firstItems, parseXml, rootOf, type XmlElement } from '../xml';
import { attr, child, children, rawText, textOf } from '../xml-tree';

/**
 * Atom (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287) and its draft 0.3, with Media RSS and Dublin Core, deleted
 * entries (RFC 6721) and drafts (`app:control`, RFC 5023).
 *
 * What real feeds do differently: `content` is called XHTML and is in no namespace or a wrong one; text is called HTML;
 * the author and the rights stand on the feed only; `updated` is the time of the request.
 */
export const atom: Format = { name: 'atom', detect, parse };

function detect(source: Source): boolean {
  const root = rootOf(source);
  if (root?.name !== 'feed' && root?.name !== 'entry') return false;
  return /w3\.org\/2005\/Atom|purl\.org\/atom\/ns/.test(root.startTag);
}

function parse(source: Source, context: ParseContext): Reading[] {
  const root = parseXml(source.text, context);
  const names = new FeedNames(root);
  const feed = names.fieldsOf(root, 'feed/');
  const entries =
    root.name === 'entry' ? [root] : children(root).filter(({ name }) => name === 'entry' || name === 'deleted-entry');
  const readings: Reading[] = [];
  for (const element of firstItems(entries, context)) {
    const entry = names.fieldsOf(element);
    const draft = element.name === 'entry' ? readEntry(entry, feed, context) : readDeleted(entry, context);
    if (hasStory(draft)) readings.push(draft.reading());
  }
  if (readings.length === 0) {
    throw new WireError('no-content', 'There is no story in this feed. Check its address, or fetch it again later.');
  }
  return readings;
}

function readEntry(entry: Fields, feed: Fields, context: ParseContext): Draft {
  const draft = new Draft('text');
  const link = linkOf(entry);
  const base = webAddress(attr(entry.element, 'xml:base') ?? attr(feed.element, 'xml:base'));
  draft.set('uri', entry.text('id')?.value, 'id');
  draft.fill('uri', link, 'link/@href');
  const title = entry.first('title');
  draft.set('headline', title && textConstruct(title), 'title');
  fill(draft, 'headline', entry.plain('media:title'));

  date(draft, 'firstCreated', entry.text('published', 'issued', 'created'), context);
  date(draft, 'versionCreated', entry.text('updated', 'modified'), context);
  // An entry that was taken over from another feed brings that feed's authors and rights in `source`.
  const source = entry.first('source');
  const outer = source ? entry.names.fieldsOf(source, 'source/') : feed;
  draft.set('byline', authorsOf(entry), 'author/name');
  readModules(draft, entry, outer, context);
  draft.fill('byline', authorsOf(outer), 'feed/author/name', 0.8);
  fill(draft, 'provider', outer.plain('title'), source ? 1 : FEED_CONFIDENCE);

  draft.set('categories', categoriesOf(entry), 'category/@label');
  readRights(draft, entry, outer);
  const control = entry.first('app:control');
  if (control && textOf(child(control, 'draft')) === 'yes') draft.set('pubStatus', 'withheld', 'app:control/app:draft');

  const summary = entry.first('summary');
  const content = contentOf(entry.first('content'), 'content');
  if (summary && content) draft.set('abstract', textConstruct(summary), 'summary');
  readContent(
    draft,
    { html: content, summary: contentOf(summary, 'summary'), base: webAddress(link, base) ?? base },
    [outer, entry],
    context,
  );
  return draft;
}

const FEED_CONFIDENCE = 0.6;
const MAX_CATEGORIES = 100;

/** RFC 6721: an entry that is to be taken down. */
function readDeleted(entry: Fields, context: ParseContext): Draft {
  const draft = new Draft('text');
  draft.set('uri', attr(entry.element, 'ref'), 'at:deleted-entry/@ref');
  draft.set('versionCreated', instant(attr(entry.element, 'when'), context), 'at:deleted-entry/@when');
  draft.set('pubStatus', 'canceled', 'at:deleted-entry');
  draft.set('edNote', entry.text('at:comment')?.value, 'at:deleted-entry/at:comment');
  return draft;
}

function linkOf(entry: Fields): string | undefined {
  const link = entry.all('link').find((element) => (attr(element, 'rel') ?? 'alternate') === 'alternate');
  return attr(link, 'href');
}

function authorsOf(fields: Fields): string {
  const people = fields.all('author').flatMap((author) => personName(textOf(child(author, 'name')) ?? '') ?? []);
  return distinct(people).join(', ');
}

function categoriesOf(entry: Fields): string[] {
  const names = entry
    .all('category')
    .map((category) => attr(category, 'label') ?? attr(category, 'term') ?? textOf(category));
  return distinct(names.map(plain)).slice(0, MAX_CATEGORIES);
}

/** RFC 4287 section 3.1: text that says whether it is text, escaped HTML or XHTML. 0.3 says so in `mode` too. */
function textConstruct(element: XmlElement): string | undefined {
  const text = textOf(element);
  return isMarkup(element) ? plain(text) : text;
}

const isMarkup = (element: XmlElement): boolean => /html/i.test(attr(element, 'type') ?? '');

/** The content as HTML. XHTML is written by the body writer, which knows its elements by name, in any namespace. */
function contentOf(element: XmlElement | undefined, path: string): Found | undefined {
  if (!element) return undefined;
  const isTree = children(element).length > 0;
  const type = attr(element, 'type') ?? 'text';
  if (!isTree && !/^(?:text|html|xhtml|text\/.{1,40}|application\/xhtml\+xml)$/i.test(type)) return undefined;
  const text = rawText(element).trim();
  const value = isTree ? bodyHtml(element.children) : isMarkup(element) ? text : escapeHtml(text);
  return value === undefined || value === '' ? undefined : { value, path };
}
