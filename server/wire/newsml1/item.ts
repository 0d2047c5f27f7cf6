import { placeOf } from '../dateline';
import { instant } from '../dates';
import { distinct, Draft } from '../draft';
import type { ParseContext } from '../format';
import type { ItemType, PubStatus, Reading, Signal, WireItem, WireSubject } from '../item';
import { withoutBy } from '../byline';
import { readNitfMetadata } from '../nitf/story';
import type { XmlElement } from '../xml';
import { all, attr, child, children, first, textOf } from '../xml-tree';
import { chainOf, componentsOf, party, properties, typedLines, type Component } from './component';
import { mainText, plainContent, type MainText } from './content';
import { photosOf, type PhotoOf } from './photos';
import { copyrightHolderOf, endDateOf, usageTermsOf } from './rights';
import { closedBy } from '../vocabulary/pub-status';

/** One NewsItem. Undefined for a delta (`Update`): what it changes is not in the file. */
export function readNewsItem(
  newsItem: XmlElement,
  envelope: XmlElement | undefined,
  context: ParseContext,
): Reading | undefined {
  const draft = new Draft('text');
  if (child(newsItem, 'Update')) {
    context.warn(
      'newsml-update',
      `${textOf(first(newsItem, 'Identification/NewsIdentifier/PublicIdentifier')) ?? 'A NewsItem'} only says what changed since an earlier revision. Ask the agency for complete items.`,
    );
    if (!child(newsItem, 'NewsComponent')) return undefined;
  }
  const components = componentsOf(newsItem);
  const text = mainText(components);
  const photos = photosOf(components, text?.component);
  const [outermost] = components;
  const main = text?.component ?? photos[0]?.owner ?? outermost;
  draft.set('type', typeOf(components, text, photos), 'NewsItem/NewsComponent');
  readIdentification(newsItem, draft);
  readManagement(child(newsItem, 'NewsManagement'), draft, context);
  if (main) {
    const chain = chainOf(main);
    readMetadata(chain, draft, context);
    readLines(chain, draft);
  }
  readParts(components, draft);
  draft.fill('provider', party(envelope, 'SentFrom'), 'NewsML/NewsEnvelope/SentFrom/Party');
  const providerId = textOf(first(newsItem, 'Identification/NewsIdentifier/ProviderId'));
  draft.fill('provider', providerId, 'NewsItem/Identification/NewsIdentifier/ProviderId');
  draft.fill('language', languageOf(newsItem, main), 'NewsItem/@xml:lang');
  const isPicture = draft.item.type === 'picture' || draft.item.type === 'graphic';
  if (text && !isPicture) draft.set('bodyHtml', text.html, `${text.component.path}/ContentItem/DataContent`);
  addPhotos(photos, draft);
  if (text?.nitf) readNitfMetadata(text.nitf, draft, context);
  return draft.reading();
}

function readIdentification(newsItem: XmlElement, draft: Draft): void {
  const path = 'NewsItem/Identification/NewsIdentifier';
  const identifier = first(newsItem, 'Identification/NewsIdentifier');
  const revision = textOf(child(identifier, 'RevisionId'));
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => textOf(child(identifier, name)));
  const built = parts.every(Boolean) ? `urn:newsml:${parts.join(':')}` : parts[2];
  const publicId = textOf(child(identifier, 'PublicIdentifier')) ?? built;
  // The URN ends with the revision and, in an update, a letter; without them it is the same for all versions.
  const tail = ['', 'N', 'U', 'A'].map((letter) => `:${revision}${letter}`).find((end) => publicId?.endsWith(end));
  const uri = revision === undefined || tail === undefined ? publicId : publicId?.slice(0, -tail.length);
  draft.set('uri', uri, `${path}/PublicIdentifier`);
  draft.set('version', revision, `${path}/RevisionId`);
  draft.set('slugline', textOf(first(newsItem, 'Identification/NameLabel')), 'NewsItem/Identification/NameLabel', 0.7);
}

function readManagement(management: XmlElement | undefined, draft: Draft, context: ParseContext): void {
  const path = 'NewsItem/NewsManagement';
  const date = (name: string): string | undefined => instant(textOf(child(management, name)), context);
  draft.set('firstCreated', date('FirstCreated'), `${path}/FirstCreated`);
  draft.set('versionCreated', date('ThisRevisionCreated'), `${path}/ThisRevisionCreated`);
  const urgency = child(management, 'Urgency');
  const level = attr(urgency, 'FormalName') ?? textOf(urgency) ?? '';
  if (/^[1-9]$/.test(level)) draft.set('urgency', Number(level), `${path}/Urgency`);

  const status = attr(child(management, 'Status'), 'FormalName')?.toLowerCase() ?? '';
  draft.set('pubStatus', closedBy(status, context) ?? 'usable', `${path}/Status`);
  const change = child(management, 'StatusWillChange');
  const future = attr(child(change, 'FutureStatus'), 'FormalName')?.toLowerCase() ?? '';
  const changes = instant(textOf(child(change, 'DateAndTime')), context);
  if (status === 'embargoed') draft.embargo(future === 'usable' ? changes : undefined, `${path}/StatusWillChange`);
  else if (future === 'canceled' || future === 'cancelled') draft.set('expires', changes, `${path}/StatusWillChange`);

  const instructions = children(management, 'Instruction');
  const notes = instructions.map((instruction) => textOf(instruction));
  draft.set('edNote', distinct(notes).join(' '), `${path}/Instruction`);
  draft.set('signals', signalsOf(management, instructions, draft.item.pubStatus), path);
}

/** What Instruction and NewsItemType of agencies mean. */
const SIGNALS: readonly [RegExp, Signal][] = [
  [/correct|rectif/i, 'correction'],
  [/^update|^replace|^lead$/i, 'update'],
  [/kill|retract|cancel/i, 'kill'],
  [/advis/i, 'advisory'],
  [/^(?:alert|flash|bulletin|snap)$/i, 'alert'],
];

function signalsOf(management: XmlElement | undefined, instructions: XmlElement[], status: PubStatus): Signal[] {
  const names = [...instructions, ...children(management, 'NewsItemType'), ...children(management, 'RevisionStatus')];
  const found = names.flatMap((element) => {
    const name = attr(element, 'FormalName') ?? '';
    return SIGNALS.flatMap(([pattern, signal]) => (pattern.test(name) ? signal : []));
  });
  return [...new Set<Signal>(status === 'canceled' ? [...found, 'kill'] : found)];
}

/** Lines of NewsLines and the fields that they are. The innermost component that has a line counts. */
const LINES: readonly [LineField, string][] = [
  ['headline', 'headline'],
  ['subheadline', 'subheadline'],
  ['slugline', 'slugline'],
  ['creditLine', 'creditline'],
  ['copyrightNotice', 'copyrightline'],
];
type LineField = 'headline' | 'subheadline' | 'slugline' | 'creditLine' | 'copyrightNotice';

function readLines(chain: readonly Component[], draft: Draft): void {
  const isStory = draft.item.type === 'text';
  const set = <K extends keyof WireItem>(
    field: K,
    read: (component: Component) => WireItem[K] | undefined,
    name: string,
  ) => {
    for (const component of chain) {
      const value = read(component);
      if (value === undefined || value === '') continue;
      draft.set(field, value, `${component.path}/${name}`);
      return;
    }
  };
  for (const [field, name] of LINES) set(field, (component) => component.lines.get(name), `NewsLines/${name}`);
  set('byline', (component) => bylineOf(component, draft.item.language), 'NewsLines/ByLine');
  set('dateline', (component) => placeOf(component.lines.get('dateline')), 'NewsLines/DateLine');
  set('copyrightHolder', ({ element }) => copyrightHolderOf(element), 'RightsMetadata/Copyright/CopyrightHolder');
  const advice = chain.flatMap((component) => typedLines(component, ['advisoryline', 'advisory']));
  // Advice with a photo limits its use; advice with a story is for the desk. Limits add up, whoever states them.
  const terms = [...chain.map(usageTermsOf), ...(isStory ? [] : advice)];
  draft.set('usageTerms', distinct(terms).join('; '), `${chain[0]?.path ?? ''}//RightsMetadata/UsageRights`);
  if (isStory && advice.length > 0) {
    const notes = distinct([draft.item.edNote, ...advice]).join(' ');
    draft.set('edNote', notes, `${chain[0]?.path ?? ''}/NewsLines/NewsLine[AdvisoryLine]`);
  }
}

function bylineOf(component: Component, language: string | undefined): string | undefined {
  const byline = component.lines.get('byline');
  return byline === undefined ? undefined : withoutBy(byline, language);
}

function readMetadata(chain: readonly Component[], draft: Draft, context: ParseContext): void {
  for (const { element, path } of chain) {
    const admin = child(element, 'AdministrativeMetadata');
    const descriptive = child(element, 'DescriptiveMetadata');
    const at = `${path}/DescriptiveMetadata`;
    draft.fill('provider', party(admin, 'Provider'), `${path}/AdministrativeMetadata/Provider/Party`);
    draft.fill('creditLine', properties(admin, 'credit')[0], `${path}/AdministrativeMetadata/Property[Credit]`);
    draft.fill('language', attr(child(descriptive, 'Language'), 'FormalName'), `${at}/Language`);
    draft.fill('genres', names(descriptive, 'Genre'), `${at}/Genre`);
    draft.fill('subjects', subjectsOf(descriptive), `${at}/SubjectCode`);
    draft.fill(
      'categories',
      distinct(
        all(descriptive, 'SubjectCode')
          .flatMap((code) => children(code))
          .map((code) => attr(code, 'cat')),
      ),
      `${at}/SubjectCode/*/@cat`,
    );
    draft.fill('keywords', keywordsOf(element, descriptive), `${at}/Property[Keyword]`);
    draft.fill('expires', instant(endDateOf(element), context), `${path}/RightsMetadata/UsageRights/EndDate`);
    const origin = children(descriptive, 'Location').find((one) => attr(one, 'HowPresent')?.toLowerCase() === 'origin');
    draft.fill('located', properties(origin ?? descriptive, 'city')[0], `${at}/Location/Property[City]`);
  }
}

const names = (element: XmlElement | undefined, name: string): string[] =>
  distinct(children(element, name).map((one) => attr(one, 'FormalName')));

function keywordsOf(element: XmlElement, descriptive: XmlElement | undefined): string[] {
  const stated = properties(descriptive, 'keyword');
  if (stated.length > 0) return distinct(stated);
  const keywordLine = textOf(first(element, 'NewsLines/KeywordLine'));
  return distinct((keywordLine ?? '').split(/[;,]/).map((keyword) => keyword.trim()));
}

/** IPTC codes have eight digits; other vocabularies are named by Scheme or Vocabulary. */
function subjectsOf(descriptive: XmlElement | undefined): WireSubject[] {
  const found = new Map<string, WireSubject>();
  for (const element of all(descriptive, 'SubjectCode').flatMap((code) => children(code))) {
    const name = attr(element, 'FormalName');
    if (name === undefined || !/^Subject(?:Matter|Detail)?$/.test(element.name)) continue;
    const scheme = /^\d{8}$/.test(name) ? 'subj' : (attr(element, 'Scheme') ?? attr(element, 'Vocabulary'));
    const code = scheme === undefined ? name : `${scheme}:${name}`;
    found.set(code, { code, ...(scheme === undefined ? {} : { scheme }) });
  }
  return [...found.values()];
}

/** Components that are a part of the story by their role. */
const PARTS: readonly [string, 'headline' | 'subheadline' | 'abstract'][] = [
  ['headline', 'headline'],
  ['title', 'headline'],
  ['subheadline', 'subheadline'],
  ['lead', 'abstract'],
  ['summary', 'abstract'],
  ['abstract', 'abstract'],
];

function readParts(components: readonly Component[], draft: Draft): void {
  for (const [role, field] of PARTS) {
    const component = components.find((one) => one.role === role);
    if (component) draft.fill(field, plainContent(component), `${component.path}/ContentItem/DataContent`);
  }
}

function languageOf(newsItem: XmlElement, main: Component | undefined): string | undefined {
  const chain = main ? chainOf(main).map(({ element }) => element) : [];
  return [...chain, newsItem]
    .map((element) => attr(element, 'xml:lang'))
    .find((lang) => lang !== undefined && !lang.startsWith('x-'));
}

/** A text this short beside a photo in the same component is its caption. */
const CAPTION_LENGTH = 1500;

function typeOf(components: readonly Component[], text: MainText | undefined, photos: readonly PhotoOf[]): ItemType {
  const kinds = new Set(components.flatMap(({ contents }) => contents.map(({ kind }) => kind)));
  const [photo] = photos;
  const isStory = text !== undefined && !(photo?.owner === text.component && isCaption(text.html));
  const around = text ? chainOf(text.component).map(({ role }) => role) : [];
  if (around.includes('video') || around.includes('audio')) return around.includes('video') ? 'video' : 'audio';
  if (isStory) return 'text';
  if (kinds.has('video')) return 'video';
  if (photos.length > 1) return 'composite';
  if (photo) return kinds.has('photo') ? 'picture' : 'graphic';
  if (kinds.has('audio')) return 'audio';
  return components.some(({ element }) => child(element, 'NewsItemRef')) ? 'composite' : 'text';
}

const isCaption = (html: string): boolean =>
  html.length <= CAPTION_LENGTH && html.indexOf('<p>') === html.lastIndexOf('<p>');

function addPhotos(photos: readonly PhotoOf[], draft: Draft): void {
  for (const { owner, photo } of photos) {
    const { item } = draft;
    const isItem = item.type === 'picture' || item.type === 'graphic';
    const own = isItem && item.uri !== undefined ? { uri: item.uri, pubStatus: item.pubStatus } : {};
    draft.addPhoto({ ...own, ...photo }, owner.path);
    if (isItem) draft.fill('abstract', photo.caption, owner.path);
  }
}
