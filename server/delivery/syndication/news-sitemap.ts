import type { FeedFormat } from './feed';
import { element, textElement, xmlDocument } from './xml';

/**
 * A sitemap for Google News (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap): stories
 * of the last two days, at most 1,000.
 */
export const newsSitemap: FeedFormat = {
  contentType: 'application/xml; charset=utf-8',
  limit: 1000,
  maxAgeHours: 48,
  write({ site, stories }) {
    const urls = stories.map((story) =>
      element(
        'url',
        {},
        textElement('loc', story.url),
        textElement('lastmod', story.modified),
        element(
          'news:news',
          {},
          element(
            'news:publication',
            {},
            textElement('news:name', site.name),
            // ISO 639, two or three letters; Chinese by its script's country.
            textElement('news:language', /^zh-(?:cn|tw)$/i.test(story.language) ? story.language.toLowerCase() : story.language.split('-', 1)[0]), // prettier-ignore
          ),
          textElement('news:publication_date', story.published),
          textElement('news:title', story.headline),
        ),
        ...story.photos.flatMap(({ image }) => (image ? [element('image:image', {}, textElement('image:loc', image.url))] : [])), // prettier-ignore
      ),
    );
    const namespaces = {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    };
    return xmlDocument(element('urlset', namespaces, ...urls));
  },
};
