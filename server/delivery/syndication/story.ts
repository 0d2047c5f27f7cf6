import type { RightsType } from '../../../contracts/rights';
import { textOf, type Entity } from '../../documents';
import { shownCredit } from '../../rights/house-line';
import { namesIn } from '../../wire/person';
import type { Site } from './site';

/** Who may be named for what, on a story and on a photo alike. Absent: not known. */
export interface PublishedRights {
  /** People, in the order of the byline. */
  authors: string[];
  byline?: string;
  creditLine?: string;
  copyrightHolder?: string;
  copyrightYear?: number;
  copyrightNotice?: string;
  usageTerms?: string;
  agency?: string;
  uri?: string;
}

/** A story as it goes out of the house: what its readers may see, and nothing else. Dates are ISO 8601, UTC. */
export interface PublishedStory extends PublishedRights {
  id: string;
  url: string;
  headline: string;
  subheadline?: string;
  slugline?: string;
  abstract?: string;
  /** Sanitised HTML. */
  body?: string;
  language: string;
  dateline?: string;
  located?: string;
  urgency?: number;
  version?: string;
  keywords: string[];
  genres: string[];
  subjects: { code: string; name?: string }[];
  categories: string[];
  published: string;
  modified: string;
  expires?: string;
  photos: PublishedPhoto[];
}

export interface PublishedPhoto extends PublishedRights {
  id: string;
  headline?: string;
  /** For this story, or the photo's own. */
  caption?: string;
  altText?: string;
  webStatementOfRights?: string;
  licensorUrl?: string;
  dateCreated?: string;
  place?: string;
  /** Absent where the picture itself is not there. */
  image?: PublishedImage;
}

export interface PublishedImage {
  url: string;
  mimeType: string;
  width?: number;
  height?: number;
  renditions: { name: string; url: string; mimeType: string; width?: number; height?: number }[];
}

/** An article as readers may see it, with its agency, categories and photos populated. */
export function publishedStory(article: Entity, site: Site): PublishedStory {
  const id = String(article['documentId']);
  const made = timeOf(article['firstCreated']) ?? timeOf(article['publishedAt']) ?? timeOf(article['createdAt']);
  // Readers have had it since its embargo ended.
  const published = latest(made, timeOf(article['embargoedUntil']));
  const modified = latest(timeOf(article['versionCreated']), editedAt(article));
  return {
    ...rightsOf('article', article),
    ...texts(article, ['subheadline', 'slugline', 'abstract', 'body', 'dateline', 'located', 'version']),
    ...numbers(article, ['urgency']),
    ...optional('expires', timeOf(article['expires'])),
    id,
    url: site.articleUrl({ slug: textOf(article, 'slug') ?? id, documentId: id }),
    headline: textOf(article, 'headline') ?? '',
    language: languageOf(article) ?? site.language,
    keywords: stringsOf(article['keywords']),
    genres: stringsOf(article['genres']),
    subjects: entitiesOf(article['subjects']).flatMap((subject) => {
      const code = textOf(subject, 'code');
      return code === undefined ? [] : [{ code, ...texts(subject, ['name']) }];
    }),
    categories: entitiesOf(article['categories']).flatMap((category) => textOf(category, 'name') ?? []),
    published: published ?? EPOCH,
    modified: latest(modified, published) ?? EPOCH,
    photos: entitiesOf(article['photos']).flatMap((illustration) => {
      const photo = illustration['photo'] as Entity | null | undefined;
      if (!photo) return [];
      return [{ ...publishedPhoto(photo, site), ...texts(illustration, ['caption']) }];
    }),
  };
}

/** The language of a story as feeds must name it (BCP 47); undefined where what an agency sent names none. */
function languageOf(article: Entity): string | undefined {
  try {
    return Intl.getCanonicalLocales(textOf(article, 'language')?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** A photo as readers may see it, with its agency and image populated. */
export function publishedPhoto(photo: Entity, site: Site): PublishedPhoto {
  const place = ['city', 'state', 'country'].flatMap((field) => textOf(photo, field) ?? []).join(', ');
  return {
    ...rightsOf('photo', photo),
    ...texts(photo, ['headline', 'caption', 'altText', 'webStatementOfRights', 'licensorUrl', 'dateCreated']),
    ...optional('place', place === '' ? undefined : place),
    ...optional('image', imageOf(photo['image'] as Entity | null | undefined, site)),
    id: String(photo['documentId']),
  };
}

function imageOf(image: Entity | null | undefined, site: Site): PublishedImage | undefined {
  const url = textOf(image, 'url');
  if (!image || url === undefined) return undefined;
  const formats = image['formats'] as Record<string, Entity> | null | undefined;
  return {
    url: site.fileUrl(url),
    mimeType: textOf(image, 'mime') ?? 'image/jpeg',
    ...numbers(image, ['width', 'height']),
    renditions: Object.entries(formats ?? {}).flatMap(([name, format]) => {
      const address = textOf(format, 'url');
      if (address === undefined) return [];
      const mimeType = textOf(format, 'mime') ?? 'image/jpeg';
      return [{ name, url: site.fileUrl(address), mimeType, ...numbers(format, ['width', 'height']) }];
    }),
  };
}

function rightsOf(type: RightsType, item: Entity): PublishedRights {
  const agency = item['agency'] as Entity | null | undefined;
  const byline = textOf(item, 'byline');
  return {
    authors: byline === undefined ? [] : namesIn(byline),
    ...texts(item, ['byline', 'copyrightHolder', 'copyrightNotice', 'usageTerms', 'uri']),
    ...numbers(item, ['copyrightYear']),
    ...optional('creditLine', shownCredit(item, agency, type)),
    ...optional('agency', textOf(agency, 'name')),
  };
}

const EPOCH = new Date(0).toISOString();

type Optional<Name extends string, Value> = Partial<Record<Name, Value>>;

const optional = <Name extends string, Value>(name: Name, value: Value | undefined): Optional<Name, Value> =>
  (value === undefined ? {} : { [name]: value }) as Optional<Name, Value>;

const texts = <Name extends string>(item: Entity, names: readonly Name[]): Optional<Name, string> =>
  Object.assign({}, ...names.map((name) => optional(name, textOf(item, name)))) as Optional<Name, string>;

const numbers = <Name extends string>(item: Entity, names: readonly Name[]): Optional<Name, number> =>
  Object.assign(
    {},
    ...names.map((name) => optional(name, typeof item[name] === 'number' ? item[name] : undefined)),
  ) as Optional<Name, number>;

const entitiesOf = (value: unknown): Entity[] =>
  (Array.isArray(value) ? value : []).filter((one): one is Entity => typeof one === 'object' && one !== null);

const stringsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).filter((one): one is string => typeof one === 'string' && one !== '');

function timeOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const date = new Date(value instanceof Date ? value : String(value));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

const latest = (...times: (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).sort().at(-1); // prettier-ignore

/** Within this of its making an article was not worked on. */
const MAKING_MS = 60_000;

/** When somebody has worked on it since it came; an archive that is imported today was not made today. */
function editedAt({ createdAt, updatedAt }: Entity): string | undefined {
  const [made, edited] = [timeOf(createdAt), timeOf(updatedAt)];
  if (made === undefined || edited === undefined) return edited;
  return Date.parse(edited) - Date.parse(made) > MAKING_MS ? edited : undefined;
}
