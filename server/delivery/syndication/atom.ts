import { titleOf, updatedAt, type FeedFormat } from './feed';
import { mediaOf } from './media';
import type { PublishedStory } from './story';
import { element, textElement, xmlDocument, type Xml } from './xml';

/** Atom (RFC 4287), with pictures and their credits as Media RSS has them. */
export const atom: FeedFormat = {
  contentType: 'application/atom+xml; charset=utf-8',
  write(feed) {
    const { site, stories, url } = feed;
    const root = element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xml:lang': site.language,
      },
      textElement('title', titleOf(feed)),
      textElement('id', url),
      textElement('updated', updatedAt(feed)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: url }),
      element('link', { rel: 'alternate', type: 'text/html', href: site.url }),
      // A feed whose entries do not all have an author needs one of its own (RFC 4287, 4.1.1).
      element('author', {}, textElement('name', site.name)),
      ...stories.map((story) => entryOf(story)),
    );
    return xmlDocument(root);
  },
};

function entryOf(story: PublishedStory): Xml {
  const authors = story.authors.length > 0 ? story.authors : story.agency === undefined ? [] : [story.agency];
  return element(
    'entry',
    { 'xml:lang': story.language },
    textElement('title', story.headline),
    textElement('id', idOf(story)),
    textElement('published', story.published),
    textElement('updated', story.modified),
    element('link', { rel: 'alternate', type: 'text/html', href: story.url }),
    ...authors.map((name) => element('author', {}, textElement('name', name))),
    ...story.categories.map((term) => element('category', { term })),
    textElement('rights', story.copyrightNotice),
    textElement('summary', story.abstract),
    textElement('content', story.body, { type: 'html' }),
    ...story.photos.flatMap(mediaOf),
  );
}

/** An id is an IRI (RFC 4287, 4.2.6); not every agency's identifier is one. */
const idOf = ({ uri, id }: PublishedStory): string =>
  uri !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri) ? uri : `urn:newswire:article:${id}`;
