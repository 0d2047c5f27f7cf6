import type { Provenance, Reading, WirePhoto } from '../wire/item';
import { identifyAs } from './identity';

/** An item of an import, with where it stands in it and which uploaded files its photos are. */
export interface Entry extends Reading {
  input: number;
  format: string;
  /** For each photo, the name of the uploaded file that is its image. */
  imageFiles: (string | undefined)[];
}

/** Captions that share this much of their words are the same caption, edited. */
const SAME_CAPTION = 0.6;

/**
 * Joins dropped pictures with the photos of the stories beside them: by file name, by caption, or because there is one
 * of each. With a single story, a picture that matches none of its photos becomes one more of them; with several,
 * it stays on its own, since nobody can tell whose it is.
 */
export function pairPictures(entries: readonly Entry[]): Entry[] {
  const stories = entries.filter((entry) => entry.item.type !== 'picture').map(copy);
  const pictures = entries.filter((entry) => entry.item.type === 'picture');
  if (stories.length === 0) return [...entries];
  const alone = pictures.filter((picture) => !join(picture, stories, pictures.length));
  return [...stories, ...alone].sort((a, b) => a.input - b.input);
}

function join(picture: Entry, stories: readonly Entry[], pictures: number): boolean {
  const file = picture.imageFiles[0];
  const shown = picture.item.photos?.[0] ?? {};
  for (const story of stories) {
    const free = openPhotos(story);
    const named = free.find((n) => namesFile(story.item.photos?.[n], file));
    const alike = free.find((n) => likeness(story.item.photos?.[n]?.caption, shown.caption) >= SAME_CAPTION);
    const only = stories.length === 1 && pictures === 1 && free.length === 1 ? free[0] : undefined;
    const place = named ?? alike ?? only;
    if (place !== undefined) return put(story, place, picture);
  }
  const [single] = stories;
  return stories.length === 1 && single !== undefined && put(single, single.item.photos?.length ?? 0, picture);
}

/**
 * What the copy says of a photo stands; what it does not say, the file's own metadata add. The photo stays the one of
 * its story, whatever file is dropped beside it: the file's own identifier is left out.
 */
function put(story: Entry, place: number, picture: Entry): true {
  const photos = (story.item.photos ??= []);
  const printed = photos[place] ?? {};
  const { uri: _uri, ...embedded } = picture.item.photos?.[0] ?? {};
  photos[place] = { ...embedded, ...printed };
  story.imageFiles[place] = picture.imageFiles[0];
  for (const [path, origin] of Object.entries(picture.provenance)) {
    const field = /^photos\.0\.(.+)$/.exec(path)?.[1];
    const here = `photos.${place}.${field ?? ''}`;
    if (field !== undefined && field !== 'uri' && !(here in story.provenance)) story.provenance[here] = origin;
  }
  return true;
}

function openPhotos(story: Entry): number[] {
  return (story.item.photos ?? []).flatMap((_, n) => (story.imageFiles[n] === undefined ? [n] : []));
}

function namesFile(photo: WirePhoto | undefined, file: string | undefined): boolean {
  if (file === undefined) return false;
  const stem = stemOf(file);
  const names = [photo?.uri, ...(photo?.renditions ?? []).map((rendition) => rendition.href)];
  return names.some((name) => name !== undefined && stemOf(name) === stem);
}

/** "path/AB12.high.jpg?x" → "ab12.high" */
function stemOf(name: string): string {
  const last =
    name
      .split(/[?#]/)[0]
      ?.split(/[/\\:]/)
      .pop() ?? '';
  return last.toLowerCase().replace(/\.[a-z0-9]{2,5}$/, '');
}

/** Jaccard index of the words. */
function likeness(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 5000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

function copy(entry: Entry): Entry {
  const provenance: Provenance = { ...entry.provenance };
  const { photos } = entry.item;
  const item = photos ? { ...entry.item, photos: [...photos] } : { ...entry.item };
  identifyAs(item, entry.item);
  return { ...entry, item, provenance, imageFiles: [...entry.imageFiles] };
}
