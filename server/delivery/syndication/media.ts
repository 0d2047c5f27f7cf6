import type { PublishedPhoto } from './story';
import { element, plainElement, type Xml } from './xml';

/** A picture as Media RSS has it, with its caption, credit, copyright and licence; nothing where the picture is not there. */
export function mediaOf(photo: PublishedPhoto): Xml[] {
  const { image } = photo;
  if (!image) return [];
  const { url, mimeType, width, height } = image;
  return [
    element(
      'media:content',
      { url, type: mimeType, medium: 'image', width, height },
      plainElement('media:title', photo.headline, { type: 'plain' }),
      plainElement('media:description', photo.caption, { type: 'plain' }),
      ...photo.authors.map((author) =>
        plainElement('media:credit', author, { role: 'photographer', scheme: 'urn:ebu' }),
      ),
      // The line as it must be printed: what a reader shows when it shows one.
      plainElement('media:credit', photo.creditLine, { role: 'distribution company', scheme: 'urn:ebu' }),
      plainElement('media:copyright', photo.copyrightNotice, { url: photo.webStatementOfRights }),
      photo.licensorUrl === undefined
        ? ''
        : element('media:license', { type: 'text/html', href: photo.licensorUrl }, 'License'),
      ...image.renditions
        .filter(({ name }) => name === 'thumbnail')
        .map((one) => element('media:thumbnail', { url: one.url, width: one.width, height: one.height })),
    ),
  ];
}
