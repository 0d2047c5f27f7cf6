import type { Origin } from '../../contracts/imports';
import type { Story, StoryComment, StoryPhoto } from '../../contracts/story';
import { asRead } from '../rights/as-read';
import type { Provenance, WireComment, WireItem, WirePhoto } from '../wire/item';
import { bestRendition } from './rendition';

/** The four digits after "©" or "Copyright", or anywhere in the notice. */
const YEAR = /\b(1[89]\d\d|20\d\d)\b/;

/** Strapi refuses to store what is no e-mail address; a comment is not lost for it. */
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** A wire item as it would be stored, its rights read. Pure: nothing is looked up. */
export const toStory = (item: WireItem, imageFiles: readonly (string | undefined)[] = []): Story =>
  asRead(asDelivered(item, imageFiles));

/** A wire item in the fields of a story, each as the wire brought it. */
export function asDelivered(item: WireItem, imageFiles: readonly (string | undefined)[] = []): Story {
  const { type, bodyHtml, photos, comments, signals: _signals, places: _places, subjects, ...same } = item;
  return defined({
    ...same,
    type: type === 'picture' || type === 'graphic' ? 'picture' : 'text',
    urgency:
      item.urgency !== undefined && item.urgency >= 1 && item.urgency <= 9 ? Math.trunc(item.urgency) : undefined,
    body: bodyHtml,
    copyrightYear: yearOf(item),
    subjects,
    photos: photos?.map((photo, n) => toStoryPhoto(photo, imageFiles[n])),
    comments: comments?.map(toStoryComment),
  });
}

function toStoryPhoto(photo: WirePhoto, imageFile: string | undefined): StoryPhoto {
  const { pubStatus, renditions, ...same } = photo;
  const closed = pubStatus === 'usable' ? undefined : pubStatus;
  return defined({
    ...same,
    pubStatus: closed,
    copyrightYear: yearOf(photo),
    rendition: bestRendition(renditions),
    imageFile,
  });
}

function toStoryComment(comment: WireComment): StoryComment {
  return defined({
    authorName: comment.author,
    authorEmail: comment.email !== undefined && EMAIL.test(comment.email) ? comment.email : undefined,
    text: comment.text,
    postedAt: comment.publishedAt,
    replyTo: comment.replyTo,
  });
}

function yearOf(rights: { copyrightNotice?: string; dateCreated?: string }): number | undefined {
  const year = YEAR.exec(rights.copyrightNotice?.slice(0, 1000) ?? '')?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The origins of a wire item's fields, under the names of the story's fields. */
export function toStoryOrigins(provenance: Provenance): Record<string, Origin> {
  return Object.fromEntries(
    Object.entries(provenance).map(([path, origin]) => [path.replace(/^bodyHtml(?=\.|$)/, 'body'), origin]),
  );
}

/** Without the keys whose value is undefined: an absent value is an absent key. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
