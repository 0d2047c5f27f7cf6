import { splitCredit } from '../credit-split';
import { present } from '../draft';
import type { WirePhoto } from '../item';
import { webAddress } from '../web-address';
import type { Figure } from './figures';
import type { LinkedImage } from './json-ld';

/** The photos of a story: what is printed under the pictures first, what JSON-LD says of them second. */
export function photosOf(
  figures: readonly Figure[],
  linked: readonly LinkedImage[],
  base: string | undefined,
): WirePhoto[] {
  const photos: { photo: WirePhoto; key: string }[] = [];
  for (const figure of figures) {
    const image = linked.find(
      (one) => one.url !== undefined && figure.href !== undefined && fileOf(one.url) === fileOf(figure.href),
    );
    const key = fileOf(figure.href ?? '') || (figure.caption ?? '');
    const photo = photoOf(figure, image, base);
    const same = photos.find((other) => other.key === key && key !== '');
    // The same picture for another screen: the one with a caption stays.
    if (same) same.photo = { ...photo, ...same.photo };
    else photos.push({ photo, key });
  }
  const [lead] = linked;
  if (photos.length === 0 && lead) photos.push({ photo: photoOf({}, lead, base), key: '' });
  return photos.map(({ photo }) => photo).filter((photo) => Object.keys(photo).length > 0);
}

function photoOf(figure: Partial<Figure>, image: LinkedImage | undefined, base: string | undefined): WirePhoto {
  const href = webAddress(figure.href ?? image?.url, base);
  const printed = figure.credit ?? image?.creditText;
  const credit = printed === undefined ? undefined : splitCredit(printed);
  return present<WirePhoto>({
    caption: figure.caption ?? image?.caption,
    altText: figure.altText === figure.caption ? undefined : figure.altText,
    byline: image?.creator ?? credit?.byline,
    creditLine: printed,
    copyrightHolder: image?.copyrightHolder,
    copyrightNotice: image?.copyrightNotice,
    webStatementOfRights: image?.license,
    licensorUrl: image?.acquireLicensePage,
    renditions:
      href === undefined
        ? undefined
        : [
            {
              name: 'main',
              href,
              ...present<{ width?: number; height?: number }>({
                width: figure.width ?? image?.width,
                height: figure.height ?? image?.height,
              }),
            },
          ],
  });
}

/** The file name of an address without its size: what the same picture has in common. */
function fileOf(href: string): string {
  const path = href.split(/[?#]/, 1)[0] ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file
    .replace(/\.\w{3,4}$/, '')
    .replace(/[-_]\d{2,4}x\d{2,4}$/, '')
    .toLowerCase();
}
