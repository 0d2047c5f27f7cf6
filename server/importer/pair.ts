import type { Provenance, Reading, WireItem, WirePhoto } from '../wire/item';
import { identifyAs } from './identity';

/** An item of an import, with where it stands in it and which uploaded files its photos are. */
export interface Entry extends Reading {
  input: number;
  format: string;
  /** For each photo, the name of the uploaded file that is its image. */
  imageFiles: (string | undefined)[];
}

export interface Pairing {
  /** Somebody has put these inputs together: a picture beside one story is that story's. True where not given. */
  guess?: boolean;
}

/** Captions that share this much of their words are the same caption, edited. */
const SAME_CAPTION = 0.6;

/**
 * Joins dropped pictures with the photos of the stories beside them: by file name, by caption, or because there is one
 * of each. With a single story, a picture that matches none of its photos becomes one more of them; with several,
 * it stays on its own, since nobody can tell whose it is. What came by itself (`guess: false`) is joined only where it
 * says so: that two files lay in a folder at the same time says nothing.
 */
export function pairPictures(entries: readonly Entry[], { guess = true }: Pairing = {}): Entry[] {
  const stories = entries.filter((entry) => entry.item.type !== 'picture').map(copy);
  const pictures = entries.filter((entry) => entry.item.type === 'picture');
  if (stories.length === 0) return [...entries];
  const alone = pictures.filter((picture) => !join(picture, stories, guess ? pictures.length : undefined));
  return [...stories, ...alone].sort((a, b) => a.input - b.input);
}

/** `pictures` is how many there are; undefined where nothing is to be guessed from it. */
function join(picture: Entry, stories: readonly Entry[], pictures: number | undefined): boolean {
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
  if (pictures === undefined) return false;
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
  return file !== undefined && photo !== undefined && stemsOf(photo).includes(stemOf(file));
}

/** The names, without folder and ending, of the files that the photos of an item may be. */
export const picturesNamed = ({ photos }: WireItem): string[] => (photos ?? []).flatMap(stemsOf);

function stemsOf({ uri, renditions }: WirePhoto): string[] {
  const names = [uri, ...(renditions ?? []).map((rendition) => rendition.href)];
  return names.flatMap((name) => (name === undefined ? [] : [stemOf(name)]));
}

/** "path/AB12.high.jpg?x" → "ab12.high" */
export function stemOf(name: string): string {
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
