import { titleOf, updatedAt, type FeedFormat } from './feed';
import { mediaOf } from './media';
import type { PublishedStory } from './story';
import { element, plainElement, textElement, xmlDocument, type Xml } from './xml';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) with the whole story (`content:encoded`), its authors
 * (`dc:creator`), its credit (`dc:source`) and its pictures with their credits (Media RSS, https://www.rssboard.org/media-rss).
 */
export const rss: FeedFormat = {
  contentType: 'application/rss+xml; charset=utf-8',
  write(feed) {
    const { site, stories, url } = feed;
    const channel = element(
      'channel',
      {},
      plainElement('title', titleOf(feed)),
      textElement('link', site.url),
      plainElement('description', titleOf(feed)),
      textElement('language', site.language),
      textElement('lastBuildDate', rfc822(updatedAt(feed))),
      element('atom:link', { rel: 'self', type: 'application/rss+xml', href: url }),
      ...stories.map(itemOf),
    );
    return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel));
  },
};

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

function itemOf(story: PublishedStory): Xml {
  // As in Atom: where nobody is named, the agency has written it.
  const creators = story.authors.length > 0 ? story.authors : story.agency === undefined ? [] : [story.agency];
  return element(
    'item',
    {},
    plainElement('title', story.headline),
    textElement('link', story.url),
    textElement('guid', story.uri ?? story.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(story.published)),
    plainElement('description', story.abstract),
    textElement('content:encoded', story.body),
    ...creators.map((name) => plainElement('dc:creator', name)),
    plainElement('dc:source', story.creditLine),
    ...story.categories.map((category) => plainElement('category', category)),
    textElement('dc:language', story.language),
    plainElement('dc:rights', story.copyrightNotice),
    ...story.photos.flatMap(mediaOf),
  );
}

/** "Thu, 14 May 2026 09:00:00 +0000" (RFC 822 as RSS has it: four digits of the year). */
const rfc822 = (time: string): string => new Date(time).toUTCString().replace('GMT', '+0000');
