import { instant } from '../dates';
import { distinct, type Draft } from '../draft';
import type { ParseContext } from '../format';
import type { WirePhoto } from '../item';
import { holderOf } from '../text/copyright-line';
import { attr } from '../xml-tree';
import type { Fields, Found } from './fields';
import { readFragment } from './fragment';
import { itemRights, mediaPhotos } from './media';
import { personName } from './people';

/** What an item of RSS and an entry of Atom have in common: the modules that both may use. */

/** Sets dates, language, authors, keywords and provider from Dublin Core, PRISM and iTunes elements, where unset. */
export function readModules(draft: Draft, item: Fields, channel: Fields, context: ParseContext): void {
  date(draft, 'versionCreated', item.text('dcterms:modified', 'prism:modificationDate'), context);
  date(
    draft,
    'firstCreated',
    item.text('dc:date', 'dcterms:created', 'dcterms:issued', 'prism:publicationDate'),
    context,
  );
  date(draft, 'expires', item.text('prism:expirationDate'), context);
  const valid = item.text('dcterms:valid')?.value;
  const end = valid === undefined ? undefined : /\bend=([^;]{4,40})/.exec(valid)?.[1];
  draft.fill('expires', instant(end, context), 'dcterms:valid');
  const embargo = item.text('prism:embargoDate');
  if (embargo) draft.embargo(instant(embargo.value, context), embargo.path);

  fill(draft, 'language', item.text('dc:language') ?? channel.text('language', 'dc:language'));
  draft.fill('language', attr(item.element, 'xml:lang') ?? attr(channel.element, 'xml:lang'), '@xml:lang');
  const people = item.texts('dc:creator', 'prism:byline', 'itunes:author').flatMap((text) => personName(text) ?? []);
  draft.fill('byline', distinct(people).slice(0, MAX_PEOPLE).join(', '), 'dc:creator');
  draft.fill('keywords', distinct(item.texts('dc:subject', 'prism:keyword')).slice(0, MAX_WORDS), 'dc:subject');
  draft.fill('subheadline', item.plain('prism:subtitle', 'itunes:subtitle')?.value, 'prism:subtitle');
  fill(draft, 'provider', item.plain('dc:publisher', 'prism:publicationName') ?? channel.plain('dc:publisher'));
  if (item.first('media:status') && /^(?:blocked|deleted)$/.test(attr(item.first('media:status'), 'state') ?? '')) {
    const isDeleted = attr(item.first('media:status'), 'state') === 'deleted';
    draft.set('pubStatus', isDeleted ? 'canceled' : 'withheld', 'media:status/@state');
  }
}

const MAX_PEOPLE = 20;
const MAX_WORDS = 100;
const NOTICE = ['dc:rights', 'rights', 'copyright', 'atom:rights', 'dcterms:rights', 'prism:copyright'] as const;
const LICENSE = ['creativeCommons:license', 'cc:license', 'dcterms:license', 'prism:rightsAgent'] as const;

/** The rights of a story: its own, else those of the whole feed. */
export function readRights(draft: Draft, item: Fields, channel: Fields): void {
  const notice = item.plain(...NOTICE) ?? channel.plain(...NOTICE);
  const path = notice?.path ?? '';
  draft.set('copyrightNotice', notice?.value, path);
  const holder = item.plain('dcterms:rightsHolder') ?? channel.plain('dcterms:rightsHolder');
  draft.set('copyrightHolder', holder?.value, holder?.path ?? '');
  const name = notice && holderOf(notice.value);
  if (notice && name) draft.fill('copyrightHolder', notice.value.slice(name.from, name.to), path, HOLDER_CONFIDENCE);
  const license = item.text(...LICENSE) ?? channel.text(...LICENSE);
  draft.set('usageTerms', license?.value, license?.path ?? '');
  const link = [...item.all('link'), ...item.all('atom:link')].find((element) => attr(element, 'rel') === 'license');
  draft.fill('usageTerms', attr(link, 'href'), 'link[@rel=license]/@href');
}

/** A holder that is read from the notice, not stated. */
const HOLDER_CONFIDENCE = 0.8;

/** The body and the pictures. `html` is what holds the story, `summary` what holds its teaser. */
export function readContent(
  draft: Draft,
  { html, summary, base }: { html: Found | undefined; summary: Found | undefined; base: string | undefined },
  levels: readonly [Fields, Fields],
  context: ParseContext,
): void {
  const media = mediaPhotos(levels, base);
  const [, item] = levels;
  let pictures: WirePhoto[] = [];
  const source = html ?? summary;
  if (source) {
    const { bodyHtml, photos } = readFragment(source.value, base, context);
    draft.set('bodyHtml', bodyHtml, source.path);
    pictures = photos;
  }
  for (const photo of media) draft.addPhoto(photo, 'media:content');
  if (media.length === 0) for (const photo of pictures) draft.addPhoto(photo, `${source?.path ?? ''}//img`);
  if (draft.item.photos === undefined) {
    const rights = itemRights(item);
    draft.fill('creditLine', rights.creditLine, 'media:credit');
    draft.fill('usageTerms', rights.usageTerms, 'media:license');
  }
  if (draft.item.bodyHtml === undefined) {
    const description = item.text('media:description') ?? groupText(item);
    if (description) draft.set('bodyHtml', readFragment(description.value, base, context).bodyHtml, description.path);
  }
}

function groupText(item: Fields): Found | undefined {
  const [group] = item.all('media:group');
  return group && item.names.fieldsOf(group).text('media:description');
}

/** Whether there is anything to publish. */
export function hasStory({ item }: Draft): boolean {
  return (
    item.headline !== undefined ||
    item.bodyHtml !== undefined ||
    item.photos !== undefined ||
    item.pubStatus === 'canceled'
  );
}

export function fill(
  draft: Draft,
  field: 'language' | 'provider' | 'headline',
  found: Found | undefined,
  confidence = 1,
): void {
  if (found) draft.fill(field, found.value, found.path, confidence);
}

export function date(
  draft: Draft,
  field: 'firstCreated' | 'versionCreated' | 'expires',
  found: Found | undefined,
  context: ParseContext,
): void {
  if (found) draft.fill(field, instant(found.value, context), found.path);
}
