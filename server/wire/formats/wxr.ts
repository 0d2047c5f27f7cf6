import { instant } from '../dates';
import { distinct, Draft } from '../draft';
import { WireError } from '../errors';
import { FeedNames, plain, type Fields } from '../feed/fields';
import { readFragment } from '../feed/fragment';
import { hasStory, readRights } from '../feed/story';
import { attachmentOf, commentsOf, editorHtml, gmt, metaOf } from '../feed/wordpress';
import type { Format, ParseContext } from '../format';
import type { PubStatus, Reading, WirePhoto } from '../item';
import type { Source } from '../source';
import { webAddress } from '../web-address';
import { firstItems, parseXml, rootOf } from '../xml';
import { attr, child, children, rawText, textOf } from '../xml-tree';

/**
 * WordPress eXtended RSS, what WordPress exports (https://wordpress.org/documentation/article/tools-export-screen/;
 * there is no specification but its source, `wp-admin/includes/export.php`): posts with their categories, tags and
 * comments, and attachments as items of their own.
 *
 * What real exports do differently: the text has no paragraphs, as WordPress makes them when it shows a post; captions
 * are shortcodes; the author is a login name; tags and sections are both `category`; menu items, revisions and blocks
 * of the editor come along; plugins keep credits in `wp:postmeta`.
 */
export const wxr: Format = { name: 'wxr', detect, parse };

/** Items that are no stories. */
const SKIPPED = new Set(
  'attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face'.split(
    ' ',
  ),
);
const STATUS: Readonly<Record<string, PubStatus>> = {
  draft: 'withheld', pending: 'withheld', private: 'withheld', 'auto-draft': 'withheld', trash: 'canceled',
}; // prettier-ignore
const MAX_CATEGORIES = 200;

function detect(source: Source): boolean {
  const root = rootOf(source);
  return root?.name === 'rss' && root.startTag.includes('wordpress.org/export/');
}

function parse(source: Source, context: ParseContext): Reading[] {
  const root = parseXml(source.text, context);
  const names = new FeedNames(root);
  const channelElement = child(root, 'channel') ?? root;
  const channel = names.fieldsOf(channelElement, 'channel/');
  const items = firstItems(children(channelElement, 'item'), context).map((element) => names.fieldsOf(element));
  const site: Site = { channel, authors: authorsOf(channel), ...picturesOf(items, channel), used: new Set() };
  const readings: Reading[] = [];
  for (const item of items) {
    if (SKIPPED.has(typeOf(item))) continue;
    const draft = readPost(item, site, context);
    if (hasStory(draft)) readings.push(draft.reading());
  }
  for (const [id, photo] of site.pictures) {
    if (!site.used.has(id)) readings.push(readPicture(photo).reading());
  }
  if (readings.length === 0)
    throw new WireError('no-content', 'There is no post in this export. Export posts as well.');
  return readings;
}

interface Site {
  channel: Fields;
  /** Names for readers by login. */
  authors: ReadonlyMap<string, string>;
  /** Attachments by `wp:post_id`. */
  pictures: ReadonlyMap<string, WirePhoto>;
  /** Keys of attachments by the post that they were uploaded for. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Attachments that a post has. */
  used: Set<string>;
}

function readPost(item: Fields, site: Site, context: ParseContext): Draft {
  const { channel } = site;
  const draft = new Draft('text');
  const uri = item.text('guid', 'link');
  draft.set('uri', uri?.value, uri?.path ?? '');
  draft.set('headline', item.plain('title')?.value, 'title');
  const login = item.text('dc:creator')?.value;
  draft.set('byline', login === undefined ? undefined : (site.authors.get(login) ?? login), 'dc:creator');
  draft.set('firstCreated', instant(item.text('pubDate')?.value, context), 'pubDate');
  draft.fill('firstCreated', gmt(item, 'wp:post_date_gmt', context), 'wp:post_date_gmt');
  draft.fill('firstCreated', instant(item.text('wp:post_date')?.value, context), 'wp:post_date');
  draft.set('versionCreated', gmt(item, 'wp:post_modified_gmt', context), 'wp:post_modified_gmt');
  draft.set('language', channel.text('language')?.value, 'channel/language');
  draft.set('provider', channel.plain('title')?.value, 'channel/title', 0.6);
  readStatus(draft, item);

  draft.set(
    'categories',
    categoriesOf(item, (domain) => domain === 'category' || domain === undefined),
    'category[@domain=category]',
  );
  draft.set(
    'keywords',
    categoriesOf(item, (domain) => domain === 'post_tag'),
    'category[@domain=post_tag]',
  );
  const meta = metaOf(item);
  draft.set('subheadline', plain(meta.get('subtitle') ?? meta.get('_subtitle')), 'wp:postmeta[subtitle]', 0.8);
  draft.set('abstract', item.plain('excerpt:encoded')?.value, 'excerpt:encoded');
  readRights(draft, item, channel);

  const base = webAddress(item.text('link')?.value) ?? webAddress(channel.text('wp:base_blog_url', 'link')?.value);
  const { bodyHtml, photos } = readFragment(editorHtml(rawText(item.first('content:encoded') ?? '')), base, context);
  draft.set('bodyHtml', bodyHtml, 'content:encoded');
  for (const { photo, path } of photosOf(item, meta, photos, site)) draft.addPhoto(photo, path);
  draft.set('comments', commentsOf(item, context), 'wp:comment');
  return draft;
}

function readStatus(draft: Draft, item: Fields): void {
  const status = item.text('wp:status')?.value ?? 'publish';
  const pubStatus = STATUS[status];
  if (pubStatus !== undefined) draft.set('pubStatus', pubStatus, 'wp:status');
  if (status === 'future') draft.embargo(draft.item.firstCreated, 'wp:post_date_gmt');
  if ((item.text('wp:post_password')?.value ?? '') !== '') draft.set('pubStatus', 'withheld', 'wp:post_password');
}

/** The featured picture, the pictures in the text, the attachments of the post; each once, with what is known of it. */
function photosOf(
  item: Fields,
  meta: ReadonlyMap<string, string>,
  inText: readonly WirePhoto[],
  site: Site,
): { photo: WirePhoto; path: string }[] {
  const id = item.text('wp:post_id')?.value ?? '';
  const featured = meta.get('_thumbnail_id');
  const keys = distinct([featured, ...(site.children.get(id) ?? [])]);
  const left = [...inText];
  const found = keys.flatMap((key) => {
    const photo = site.pictures.get(key);
    if (!photo) return [];
    site.used.add(key);
    const at = left.findIndex((other) => fileOf(other) === fileOf(photo));
    const [printed] = at < 0 ? [] : left.splice(at, 1);
    return { photo: { ...photo, ...withoutRenditions(printed) }, path: 'item[wp:post_type=attachment]' };
  });
  return [...found, ...left.map((photo) => ({ photo, path: 'content:encoded//img' }))];
}

/** What the post prints under a picture goes before what the library says of it. */
function withoutRenditions(photo: WirePhoto | undefined): WirePhoto {
  const printed = { ...photo };
  delete printed.renditions;
  return printed;
}

/** The file of a picture without the size that WordPress adds: "wall-1024x768.jpg". */
function fileOf({ renditions }: WirePhoto): string {
  const path = renditions?.[0]?.href.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.\w{3,4}$)/, '');
}

function readPicture(photo: WirePhoto): Draft {
  const draft = new Draft('picture');
  const path = 'item[wp:post_type=attachment]';
  draft.set('uri', photo.uri, `${path}/guid`);
  draft.set('headline', photo.headline ?? photo.caption, path, 0.8);
  draft.set('byline', photo.byline, path);
  draft.set('creditLine', photo.creditLine, path);
  draft.set('copyrightNotice', photo.copyrightNotice, path);
  draft.addPhoto(photo, path);
  return draft;
}

function picturesOf(items: readonly Fields[], channel: Fields): Pick<Site, 'pictures' | 'children'> {
  const base = webAddress(channel.text('wp:base_site_url', 'link')?.value);
  const pictures = new Map<string, WirePhoto>();
  const parents = new Map<string, string[]>();
  for (const item of items) {
    const photo = typeOf(item) === 'attachment' ? attachmentOf(item, base) : undefined;
    if (!photo) continue;
    const key = item.text('wp:post_id')?.value ?? `#${pictures.size}`;
    const parent = item.text('wp:post_parent')?.value ?? '0';
    pictures.set(key, photo);
    if (parent !== '0') parents.set(parent, [...(parents.get(parent) ?? []), key]);
  }
  return { pictures, children: parents };
}

function authorsOf(channel: Fields): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  for (const element of channel.all('wp:author')) {
    const fields = channel.names.fieldsOf(element);
    const login = fields.text('wp:author_login')?.value;
    const name = fields.plain('wp:author_display_name')?.value;
    if (login !== undefined && name !== undefined) authors.set(login, name);
  }
  return authors;
}

const typeOf = (item: Fields): string => item.text('wp:post_type')?.value ?? 'post';

function categoriesOf(item: Fields, isWanted: (domain: string | undefined) => boolean): string[] {
  const wanted = item.all('category').filter((element) => isWanted(attr(element, 'domain')));
  return distinct(wanted.map((element) => plain(textOf(element)))).slice(0, MAX_CATEGORIES);
}
