import type { Story } from '../../contracts/story';
import type { Entity } from '../documents';
import type { SavedPhoto } from './photos';

/** A photo that the version before had, with the caption that it had there. */
export interface PreviousPhoto {
  documentId: string;
  caption: string | undefined;
}

/** A photo that is in other stories too keeps its own caption; this story's is the illustration's. */
export function illustrations(story: Story, photos: readonly SavedPhoto[]): Entity[] {
  return photos.map((photo, n) => {
    const caption = story.photos?.[n]?.caption;
    return { photo: photo.documentId, caption: caption === photo.caption ? null : (caption ?? null) };
  });
}

/**
 * The photos of a newer version. Where an editor has not touched the list it is the wire's, in the wire's order;
 * otherwise what was added stays, what was taken out stays out, and what the wire adds or takes out follows.
 */
export function mergedIllustrations(
  current: readonly Entity[],
  story: Story,
  photos: readonly SavedPhoto[],
  previous: readonly PreviousPhoto[],
): Entity[] {
  const incoming = illustrations(story, photos);
  const known = new Map(previous.map((one) => [one.documentId, one]));
  const kept = current.flatMap((one) => {
    const photo = one['photo'] as Entity | null | undefined;
    return photo ? [{ id: one['id'], photo: String(photo['documentId']), caption: one['caption'] ?? null }] : [];
  });
  const shown = new Map(
    kept.map((one): [string, Entity] => {
      const now = incoming.find(({ photo }) => photo === one.photo);
      // A caption that the wire gave for this story is the wire's to change; any other is an editor's.
      const isOfWire = one.caption !== null && one.caption === known.get(one.photo)?.caption;
      return [one.photo, now && isOfWire ? { ...one, caption: now['caption'] } : one];
    }),
  );
  const isUntouched =
    kept.length === previous.length && kept.every(({ photo }, n) => photo === previous[n]?.documentId);
  if (isUntouched) return incoming.map((one) => shown.get(String(one['photo'])) ?? one);
  const isGone = (photo: string) => known.has(photo) && !incoming.some((one) => one['photo'] === photo);
  const isNew = (photo: string) => !shown.has(photo) && !known.has(photo);
  return [
    ...[...shown].flatMap(([photo, one]) => (isGone(photo) ? [] : [one])),
    ...incoming.filter((one) => isNew(String(one['photo']))),
  ];
}
