import type { Core } from '@strapi/strapi';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story, StoryPhoto } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, type Entity } from '../documents';
import { photoRestrictions } from '../rights/stated';
import { withoutLabel } from '../wire/credit-label';
import { creditParts } from '../wire/credit-split';
import { imageTypeOf } from './image-type';
import { agencyOf, type Creator, type Filed } from './filing';
import { photoUri, sha256, uriKeyOf } from './identity';
import { forgotten, storedOnce } from './stored-images';
import { snapshotOf, type Snapshot } from './touch';

/** An image that is in the Media Library. */
export interface StoredImage {
  fileId: number;
  contentHash: string;
  /** False where the same bytes were there before. */
  isNew: boolean;
}

export interface SavedPhoto {
  documentId: string;
  title: string;
  /** The photo's own caption, which may be another than the story's. */
  caption: string | undefined;
  /** What it held before; null where it was not there, undefined where nothing was written. */
  before: Snapshot | null | undefined;
}

/**
 * Puts image bytes into the Media Library, once for the same bytes. The name and texts are the photo's; the bytes go in
 * as they came, and Strapi checks that they are an image.
 */
export async function storeImage(
  strapi: Core.Strapi,
  file: { name: string; bytes: Uint8Array },
  photo: StoryPhoto,
  user: unknown,
): Promise<StoredImage> {
  const contentHash = sha256(file.bytes);
  const stored = await storedOnce(strapi, contentHash, () => upload(strapi, file, photo, user));
  return { ...stored, contentHash };
}

async function upload(
  strapi: Core.Strapi,
  file: { name: string; bytes: Uint8Array },
  photo: StoryPhoto,
  user: unknown,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'newswire-'));
  try {
    const filepath = join(folder, 'image');
    await writeFile(filepath, file.bytes);
    const [stored] = await uploads(strapi).upload(
      {
        data: {
          fileInfo: { name: file.name, alternativeText: photo.altText ?? photo.caption, caption: photo.caption },
        },
        files: {
          filepath,
          originalFilename: safeName(file.name),
          mimetype: imageTypeOf(file.bytes),
          size: file.bytes.length,
        },
      },
      { user },
    );
    if (!stored) throw new Error('The Media Library took the image and gave nothing back.');
    return stored.id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes an image out again, when what it was stored for was not written. */
export async function discardImage(strapi: Core.Strapi, image: StoredImage): Promise<void> {
  if (!image.isNew || !(await forgotten(strapi, image.contentHash, image.fileId))) return;
  const file: unknown = await strapi.db.query('plugin::upload.file').findOne({ where: { id: image.fileId } });
  if (file) await uploads(strapi).remove(file);
}

/**
 * Writes the photos of a story. A photo is known by its uri: one that is there already is used again, and takes what
 * the wire says newly where no editor has changed it (`keep`).
 */
export async function savePhoto(
  strapi: Core.Strapi,
  story: Story,
  storyUri: string,
  n: number,
  parts: { delivered: StoryPhoto | undefined; image: StoredImage | undefined; creator: Creator },
): Promise<SavedPhoto> {
  const photo = story.photos?.[n] ?? {};
  // A picture that came by itself is the photo that stories name by its uri.
  const uri = story.type === 'picture' ? (photo.uri ?? storyUri) : photoUri(storyUri, photo, n);
  const uriKey = uriKeyOf(uri);
  const known = (await strapi.db
    .query(UID.photo)
    .findOne({ where: { uriKey }, populate: { image: true } })) as Entity | null;
  const fields = await photoFields(strapi, photo, story);
  const { image } = parts;
  const picture = image === undefined ? {} : { image: image.fileId, contentHash: image.contentHash };
  const delivered = deliveredRights(parts.delivered ?? photo);
  if (!known) {
    const data = parts.creator({ ...fields, ...picture, uri, uriKey });
    const { documentId } = await auditAs({ surface: 'import', delivered }, () =>
      documentsOf(strapi, UID.photo).create({ data }),
    );
    return { documentId, title: photoTitle(photo), caption: photo.caption, before: null };
  }
  const documentId = String(known['documentId']);
  const empty = Object.entries(fields).filter(([field, value]) => isEmpty(known[field]) && !isEmpty(value));
  // What its story's own words close is closed, whoever has opened it.
  const closed = photo.pubStatus !== undefined && known['pubStatus'] === 'usable' ? { pubStatus: photo.pubStatus } : {};
  const data = { ...Object.fromEntries(empty), ...(known['image'] ? {} : picture), ...closed };
  const isWritten = Object.keys(data).length > 0;
  const before = isWritten ? await snapshotOf(strapi, 'photo', documentId) : undefined;
  if (isWritten) {
    await auditAs({ surface: 'import', delivered }, () => documentsOf(strapi, UID.photo).update({ documentId, data }));
  }
  const caption = known['caption'];
  return { documentId, title: photoTitle(photo), caption: typeof caption === 'string' ? caption : undefined, before };
}

/** The rights fields of a story or photo, as they came: what the panel shows beside what stands now. */
export function deliveredRights(rights: Partial<StoryPhoto>): Record<string, unknown> {
  const { byline, creditLine, copyrightHolder, copyrightYear, copyrightNotice, usageTerms } = rights;
  return { byline, creditLine, copyrightHolder, copyrightYear, copyrightNotice, usageTerms };
}

export async function photoFields(strapi: Core.Strapi, photo: StoryPhoto, story: Story): Promise<Entity> {
  return photoData(photo, story, await agencyOf(strapi, suppliersOf(photo)));
}

/** Whom a photo may come from, as it says itself, the surest first: an agency that only the newsroom knows is found by its name. */
export function suppliersOf({ agency, source, creditLine }: StoryPhoto): (string | undefined)[] {
  const parts = creditLine === undefined ? [] : creditParts(withoutLabel(creditLine).text).toReversed();
  const named = parts.flatMap((part) => part.agency?.name ?? []);
  // Who is named comes before who only answers for it: "picture alliance" has terms of its own, and is dpa's.
  const first = agency !== undefined && named.includes(agency) ? [] : named;
  return [...first, agency, source, ...parts.map(({ text }) => text)];
}

export function photoData(photo: StoryPhoto, story: Story, agency: Filed | undefined): Entity {
  const { imageFile: _imageFile, uri: _uri, agency: _agency, ...fields } = photo;
  return {
    ...fields,
    restrictions: photoRestrictions(photo, story),
    // The address is all that came: `photo-fetch.ts` takes it from here.
    ...(photo.rendition !== undefined && photo.imageFile === undefined ? { fetchState: 'pending' } : {}),
    // A picture must not tell what its story may not tell yet: it is released when its story is published.
    ...(story.type === 'text' ? { released: false } : {}),
    ...laterEmbargo(photo, story),
    ...(story.type === 'picture' ? { pubStatus: story.pubStatus, version: story.version, expires: story.expires } : {}),
    ...(agency ? { agency: agency.documentId } : {}),
  };
}

/** A photo that comes with a story is held as long as either of them. */
function laterEmbargo(photo: StoryPhoto, story: Story): { embargoedUntil?: string } {
  const embargoedUntil = [photo.embargoedUntil, story.embargoedUntil].filter((until) => until !== undefined).sort().at(-1); // prettier-ignore
  return embargoedUntil === undefined ? {} : { embargoedUntil };
}

export const photoTitle = (photo: StoryPhoto): string =>
  (photo.headline ?? photo.caption ?? photo.creditLine ?? '').slice(0, 120);
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** The Media Library refuses names that a file system would. */
function safeName(name: string): string {
  const safe = name.replace(/[\u0000-\u001f\u0080-\u009f<>:"/\\|?*]/g, '_').slice(-200);
  return safe.replace(/[._]/g, '') === '' ? 'image' : safe;
}

interface Uploads {
  upload(what: { data: object; files: object }, options: { user: unknown }): Promise<{ id: number }[]>;
  remove(file: unknown): Promise<unknown>;
}

const uploads = (strapi: Core.Strapi): Uploads => strapi.plugin('upload').service('upload') as Uploads;
