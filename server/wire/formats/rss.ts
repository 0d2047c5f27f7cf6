import { distinct, Draft } from '../draft';
import { WireError } from '../errors';
import { FeedNames, type Fields, type Found } from '../feed/fields';
import { personName } from '../feed/people';
import { date, fill, hasStory, readContent, readModules, readRights } from '../feed/story';
import type { Format, ParseContext } from '../format';
import type { Reading } from '../item';
import type { Source } from '../source';
import { webAddress } from '../web-address';
import { firstItems, parseXml, rootOf } from '../xml';
import { attr, child, children, rawText } from '../xml-tree';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), its forerunners 0.9x, and RSS 1.0
 * (https://web.resource.org/rss/1.0/spec), with the modules that newsrooms use: Media RSS
 * (https://www.rssboard.org/media-rss), content (`content:encoded`), Dublin Core, PRISM, Creative Commons.
 *
 * What real feeds do differently: the body is in `description`; the copyright stands on the channel only, as
 * `copyright`, `dc:rights` or both; `author` has a name, an address, or both in either order; one picture comes in six
 * sizes as six `media:content`, or with its credit on the item; `guid` is missing and the link has to do; prefixes are
 * not declared.
 */
export const rss: Format = { name: 'rss', detect, parse };

const RSS_1 = /purl\.org\/rss\/1\.0|netscape\.com\/rdf\/simple\/0\.9|purl\.org\/net\/rss1\.1/;

function detect(source: Source): boolean {
  const root = rootOf(source);
  return (
    root?.name === 'rss' ||
    (root?.name === 'RDF' && RSS_1.test(root.startTag)) ||
    (root?.name === 'Channel' && RSS_1.test(root.startTag))
  );
}

function parse(source: Source, context: ParseContext): Reading[] {
  const root = parseXml(source.text, context);
  const names = new FeedNames(root);
  const channelElement = child(root, 'channel') ?? root;
  const channel = names.fieldsOf(channelElement, 'channel/');
  const own = children(channelElement, 'item');
  const items = own.length > 0 ? own : [...children(root, 'item'), ...children(child(channelElement, 'items'), 'item')];
  const readings: Reading[] = [];
  for (const element of firstItems(items, context)) {
    const draft = readItem(names.fieldsOf(element), channel, context);
    if (hasStory(draft)) readings.push(draft.reading());
  }
  if (readings.length === 0) {
    throw new WireError('no-content', 'There is no story in this feed. Check its address, or fetch it again later.');
  }
  return readings;
}

function readItem(item: Fields, channel: Fields, context: ParseContext): Draft {
  const draft = new Draft('text');
  const link = linkOf(item);
  const uri = item.text('guid') ?? link ?? item.text('dc:identifier');
  draft.set('uri', uri?.value, uri?.path ?? '');
  draft.fill('uri', attr(item.element, 'rdf:about'), '@rdf:about');
  fill(draft, 'headline', item.plain('title', 'dc:title', 'media:title'));

  date(draft, 'firstCreated', item.text('pubDate', 'atom:published'), context);
  date(draft, 'versionCreated', item.text('atom:updated'), context);
  const source = item.plain('source');
  if (source) draft.set('provider', source.value, 'source');
  readModules(draft, item, channel, context);
  fill(draft, 'provider', channel.plain('title'), CHANNEL_CONFIDENCE);

  const authors = item.texts('author').flatMap((text) => personName(text) ?? []);
  draft.fill('byline', distinct(authors).join(', '), 'author');
  readCategories(draft, item);
  readRights(draft, item, channel);

  const encoded = markup(item, 'content:encoded') ?? markup(item, 'xhtml:body');
  const description = markup(item, 'description');
  if (encoded) draft.set('abstract', item.plain('description', 'itunes:summary')?.value, 'description');
  const base = webAddress(link?.value) ?? webAddress(channel.text('link')?.value);
  readContent(draft, { html: encoded, summary: description, base }, [channel, item], context);
  return draft;
}

/** The name of a feed says who provides it, not in a field for that. */
const CHANNEL_CONFIDENCE = 0.6;
const MAX_CATEGORIES = 100;

function linkOf(item: Fields): Found | undefined {
  const stated = item.text('link', 'feedburner:origLink');
  if (stated) return stated;
  const href = item
    .all('atom:link')
    .map((link) => ((attr(link, 'rel') ?? 'alternate') === 'alternate' ? attr(link, 'href') : undefined));
  const value = href.find((address) => address !== undefined);
  return value === undefined ? undefined : { value, path: 'atom:link/@href' };
}

/** Sections, and keywords where the domain says that they are tags. */
function readCategories(draft: Draft, item: Fields): void {
  const isTag = (element: { attributes: Readonly<Record<string, string | undefined>> }): boolean =>
    /(?:^|[/_-])tags?$|keyword/i.test(element.attributes['domain'] ?? '');
  const { names } = item;
  const textsOf = (elements: readonly Parameters<typeof rawText>[0][]): string[] =>
    distinct(elements.map((element) => rawText(element).replace(/\s+/gu, ' ').trim())).slice(0, MAX_CATEGORIES);
  const all = item.all('category');
  const media = [item, ...item.all('media:group').map((group) => names.fieldsOf(group))].flatMap((fields) =>
    fields.all('media:category'),
  );
  draft.set('categories', textsOf(all.filter((element) => !isTag(element))), 'category');
  draft.fill(
    'categories',
    distinct(media.map((element) => attr(element, 'label') ?? rawText(element).trim())).slice(0, MAX_CATEGORIES),
    'media:category',
  );
  draft.fill('keywords', textsOf(all.filter(isTag)), 'category[@domain]');
}

/** The content of an element as HTML, its white space kept. */
function markup(item: Fields, name: string): Found | undefined {
  const element = item.first(name);
  const value = element ? rawText(element).trim() : '';
  return value === '' ? undefined : { value, path: name };
}
