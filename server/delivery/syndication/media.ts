import { wordsOf } from '../search/words';
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
      ...creditsOf(photo),
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

/**
 * The line as it must be printed comes first, which is what a reader shows when it shows one. Whoever stands in it is not
 * credited a second time: readers that show all of them would print the name twice.
 */
function creditsOf({ creditLine, authors }: PublishedPhoto): Xml[] {
  const credit = (role: string, name: string) => plainElement('media:credit', name, { role, scheme: 'urn:ebu' });
  if (creditLine === undefined) return authors.map((author) => credit('photographer', author));
  const line = spelt(creditLine);
  const isAuthor = authors.some((author) => spelt(author) === line);
  return [
    credit(isAuthor ? 'photographer' : 'distribution company', creditLine),
    ...authors.filter((author) => !line.includes(spelt(author))).map((author) => credit('photographer', author)),
  ];
}

/** Words in their order, whatever their case, accents and punctuation. */
const spelt = (name: string): string => ` ${wordsOf(name).join(' ')} `;
