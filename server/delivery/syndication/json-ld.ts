import type { ImageObject, NewsArticle, Organization, Person, WithContext } from 'schema-dts';
import type { Site } from './site';
import type { PublishedPhoto, PublishedRights, PublishedStory } from './story';

/**
 * A story for search engines: the copyright holder is the agency that owns it, not the site that shows it. Properties
 * are those that Google asks of news articles (https://developers.google.com/search/docs/appearance/structured-data/article).
 */
export function articleLd(story: PublishedStory, site: Site): WithContext<NewsArticle> {
  const agency = story.agency === undefined ? undefined : organisation(story.agency);
  const holder = story.copyrightHolder === undefined ? undefined : organisation(story.copyrightHolder);
  const images = story.photos.flatMap((photo) => (photo.image ? [imageObject(photo)] : []));
  return defined({
    '@context': 'https://schema.org' as const,
    '@type': 'NewsArticle' as const,
    '@id': story.url,
    mainEntityOfPage: story.url,
    url: story.url,
    headline: story.headline,
    alternativeHeadline: story.subheadline,
    description: story.abstract,
    dateline: story.dateline,
    inLanguage: story.language,
    keywords: story.keywords.length === 0 ? undefined : story.keywords,
    articleSection: story.categories.length === 0 ? undefined : story.categories,
    datePublished: story.published,
    dateModified: story.modified,
    expires: story.expires,
    identifier: story.uri,
    version: story.version,
    author: story.authors.length > 0 ? story.authors.map(person) : (agency ?? holder ?? publisherOf(site)),
    publisher: publisherOf(site),
    sourceOrganization: agency,
    ...rightsOf(story),
    image: images.length === 0 ? undefined : images,
  });
}

/** A photo on its own. */
export const photoLd = (photo: PublishedPhoto): WithContext<ImageObject> => ({
  '@context': 'https://schema.org',
  ...imageObject(photo),
});

/**
 * A picture with what Google asks of licensable images
 * (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
function imageObject(photo: PublishedPhoto): Exclude<ImageObject, string> {
  const { image } = photo;
  const thumbnail = image?.renditions.find(({ name }) => name === 'thumbnail');
  return defined({
    '@type': 'ImageObject' as const,
    contentUrl: image?.url,
    url: image?.url,
    thumbnailUrl: thumbnail?.url,
    encodingFormat: image?.mimeType,
    width: pixels(image?.width),
    height: pixels(image?.height),
    name: photo.headline,
    caption: photo.caption,
    description: photo.altText,
    creator: photo.authors.length > 0 ? photo.authors.map(person) : photo.agency && organisation(photo.agency),
    license: addressIn(photo.webStatementOfRights),
    acquireLicensePage: addressIn(photo.licensorUrl),
    dateCreated: photo.dateCreated,
    contentLocation: photo.place === undefined ? undefined : { '@type': 'Place' as const, name: photo.place },
    identifier: photo.uri,
    ...rightsOf(photo),
  });
}

function rightsOf({ creditLine, copyrightHolder, copyrightYear, copyrightNotice }: PublishedRights) {
  return {
    creditText: creditLine,
    copyrightHolder: copyrightHolder === undefined ? undefined : organisation(copyrightHolder),
    copyrightYear,
    copyrightNotice,
  };
}

/** An address of the web; anything else that stands in its place is none, and would make the whole object invalid. */
function addressIn(text: string | undefined): string | undefined {
  const isAddress = text !== undefined && /^https?:\/\/\S{1,2000}$/i.test(text.trim()) && URL.canParse(text.trim());
  return isAddress ? text.trim() : undefined;
}

const person = (name: string): Person => ({ '@type': 'Person', name });
const organisation = (name: string): Organization => ({ '@type': 'Organization', name });
const publisherOf = ({ name, url }: Site): Organization => ({ '@type': 'Organization', name, url });
const pixels = (count: number | undefined) =>
  count === undefined ? undefined : { '@type': 'QuantitativeValue' as const, value: count, unitCode: 'E37' };

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const defined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== '')) as Defined<T>;
