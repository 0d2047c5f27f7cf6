import type { FeedFormat } from './feed';
import type { PublishedPhoto, PublishedRights, PublishedStory } from './story';

/** ninjs 3.0 (https://iptc.org/std/ninjs/), one object a story, in a list. */
export const ninjs: FeedFormat = {
  contentType: 'application/json; charset=utf-8',
  write: ({ stories }) => JSON.stringify(stories.map(ninjsOf)),
};

const STANDARD = {
  name: 'ninjs',
  version: '3.0',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
};
/** Where codes without a scheme of their own come from (https://iptc.org/standards/newscodes/). */
const MEDIA_TOPIC = /^medtop:(\d{8})$/;

type Ninjs = Record<string, unknown>;

export function ninjsOf(story: PublishedStory): Ninjs {
  return present({
    ...rightsOf(story),
    uri: uriOf('article', story),
    type: 'text',
    representationType: 'full',
    standard: STANDARD,
    version: story.version,
    pubStatus: 'usable',
    firstCreated: story.published,
    versionCreated: story.modified,
    expires: story.expires,
    urgency: story.urgency,
    language: story.language,
    slugline: story.slugline,
    located: story.located,
    headlines: listed([
      { role: 'main', contentType: 'text/plain', value: story.headline },
      { role: 'subheadline', contentType: 'text/plain', value: story.subheadline },
    ]),
    descriptions: listed([{ role: 'summary', contentType: 'text/plain', value: story.abstract }]),
    bodies: listed([{ role: 'main', contentType: 'text/html', value: story.body }]),
    subjects: filled([
      ...story.subjects.map(({ code, name }) => present({ name, uri: topicUri(code), literal: code })),
      ...story.categories.map((name) => ({ name, rel: 'category' })),
    ]),
    genres: filled(story.genres.map((name) => ({ name }))),
    altIds: [{ role: 'web', value: story.url }],
    associations: filled(story.photos.flatMap((photo, n) => (photo.image ? [pictureOf(photo, n)] : []))),
  });
}

function pictureOf(photo: PublishedPhoto, n: number): Ninjs {
  const { image } = photo;
  const renditions = image
    ? [
        { name: 'original', url: image.url, mimeType: image.mimeType, width: image.width, height: image.height },
        ...image.renditions,
      ]
    : [];
  return present({
    ...rightsOf(photo),
    uri: uriOf('photo', photo),
    name: `picture-${n + 1}`,
    type: 'picture',
    contentCreated: dateTimeOf(photo.dateCreated),
    located: photo.place,
    headlines: listed([{ role: 'main', contentType: 'text/plain', value: photo.headline }]),
    descriptions: listed([
      { role: 'caption', contentType: 'text/plain', value: photo.caption },
      { role: 'alt', contentType: 'text/plain', value: photo.altText },
    ]),
    renditions: renditions.map(({ name, url, mimeType, width, height }) =>
      present({ name, href: url, contentType: mimeType, width, height }),
    ),
  });
}

/** ninjs has no credit line of its own: it is the source with the role of a credit, beside the agency as the provider. */
function rightsOf(rights: PublishedRights): Ninjs {
  return {
    by: rights.byline,
    copyrightHolder: rights.copyrightHolder,
    copyrightNotice: rights.copyrightNotice,
    usageTerms: rights.usageTerms,
    people: filled(rights.authors.map((name) => ({ name, rel: 'creator' }))),
    infoSources: filled([
      ...(rights.agency === undefined ? [] : [{ name: rights.agency, role: 'provider' }]),
      ...(rights.creditLine === undefined ? [] : [{ name: rights.creditLine, role: 'credit' }]),
    ]),
  };
}

/** A uri (ninjs asks for one); the agency's own where it is one. */
const uriOf = (type: string, { uri, id }: { uri?: string; id: string }): string =>
  uri !== undefined && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(uri) ? uri : `urn:newswire:${type}:${id}`;

const topicUri = (code: string): string | undefined => {
  const topic = MEDIA_TOPIC.exec(code)?.[1];
  return topic === undefined ? undefined : `http://cv.iptc.org/newscodes/mediatopic/${topic}`;
};

/** A date-time of RFC 3339; a date alone, as photos often have it, is none. */
const dateTimeOf = (date: string | undefined): string | undefined =>
  date !== undefined && /T\d\d:\d\d/.test(date) && !Number.isNaN(Date.parse(date))
    ? new Date(date).toISOString()
    : undefined;

interface Variant {
  role: string;
  contentType: string;
  value: string | undefined;
}

const listed = (variants: readonly Variant[]): readonly Variant[] | undefined =>
  filled(variants.filter(({ value }) => value !== undefined && value !== ''));

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const present = (object: Ninjs): Ninjs =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
