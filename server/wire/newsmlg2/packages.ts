import type { Reading, WirePhoto } from '../item';
import type { XmlElement } from '../xml';
import { attr, child, descendants } from '../xml-tree';

/**
 * Gives the stories of a package its pictures. A message may carry the package, the story and the pictures as items of
 * their own; only the package says that they belong together. `items` and `readings` go by pairs.
 */
export function linkPackages(items: readonly XmlElement[], readings: readonly Reading[]): void {
  const pictures = new Map<string, WirePhoto>();
  const stories = new Map<string, Reading>();
  for (const reading of readings) {
    const { type, uri = '', photos: [photo] = [] } = reading.item;
    if (type === 'text') stories.set(uri, reading);
    else if ((type === 'picture' || type === 'graphic') && photo) pictures.set(uri, photo);
  }
  if (pictures.size === 0) return;
  items.forEach((element, n) => {
    if (element.name !== 'packageItem') return;
    const references = new Set(
      descendants(child(element, 'groupSet'), 'itemRef').map((one) => attr(one, 'residref') ?? ''),
    );
    const photos = [...references].flatMap((uri) => pictures.get(uri) ?? []);
    for (const reading of [readings[n], ...[...references].map((uri) => stories.get(uri))]) {
      if (reading) addPhotos(reading, photos);
    }
  });
}

/** A photo that the story knows already, by its identifier, keeps what only the story says of it. */
function addPhotos({ item, provenance }: Reading, photos: readonly WirePhoto[]): void {
  if (photos.length === 0) return;
  const own = (item.photos ??= []);
  const known = new Map(own.map((photo, n) => [photo.uri, n]));
  for (const photo of photos) {
    const n = known.get(photo.uri) ?? own.length;
    own[n] = { ...own[n], ...photo };
    for (const field of Object.keys(photo)) {
      provenance[`photos.${n}.${field}`] = { path: 'packageItem/groupSet//itemRef', confidence: 1 };
    }
  }
}
