import type { ImportRequest, PreviewItem } from '../../../../contracts/imports';
import type { Story, StoryPhoto } from '../../../../contracts/story';

/** One item of the preview as the editor has corrected it. */
export interface Draft {
  include: boolean;
  /** The import would change nothing: there is nothing to correct. */
  locked: boolean;
  /** As read, to tell what was corrected. */
  delivered: Story;
  story: Story;
  /** Positions in `story.photos` and `story.comments` that shall not be imported. */
  photosOut: readonly number[];
  commentsOut: readonly number[];
}

/** Keyed by the item's position in the whole import. */
export type Drafts = Readonly<Record<number, Draft>>;

export type Correction =
  | { type: 'include'; index: number; include: boolean }
  | { type: 'story'; index: number; change: Partial<Story> }
  | { type: 'photo'; index: number; photo: number; change: Partial<StoryPhoto> }
  | { type: 'image'; index: number; photo: number; file: string | undefined }
  | { type: 'leave-out'; index: number; what: 'photosOut' | 'commentsOut'; position: number; out: boolean };

export const startDrafts = (items: readonly PreviewItem[]): Drafts =>
  Object.fromEntries(
    items.map(({ index, action, story }) => [
      index,
      {
        include: true,
        locked: action === 'skip',
        delivered: story,
        story,
        photosOut: [],
        commentsOut: [],
      } satisfies Draft,
    ]),
  );

export function correct(drafts: Drafts, correction: Correction): Drafts {
  const draft = drafts[correction.index];
  if (!draft || (draft.locked && correction.type !== 'include')) return drafts;
  const changed = { ...drafts, [correction.index]: correctOne(draft, correction) };
  if (correction.type !== 'image') return changed;
  const before = draft.story.photos?.[correction.photo]?.imageFile;
  return includeOwnItem(
    includeOwnItem(changed, before, true, correction.index),
    correction.file,
    false,
    correction.index,
  );
}

function correctOne(draft: Draft, correction: Correction): Draft {
  switch (correction.type) {
    case 'include':
      return { ...draft, include: correction.include };
    case 'story':
      return { ...draft, story: { ...draft.story, ...correction.change } };
    case 'photo':
      return withPhoto(draft, correction.photo, correction.change);
    case 'image':
      return withPhoto(draft, correction.photo, { imageFile: correction.file });
    case 'leave-out': {
      const others = draft[correction.what].filter((position) => position !== correction.position);
      return { ...draft, [correction.what]: correction.out ? [...others, correction.position] : others };
    }
  }
}

const withPhoto = (draft: Draft, position: number, change: Partial<StoryPhoto>): Draft => ({
  ...draft,
  story: {
    ...draft.story,
    photos: draft.story.photos?.map((photo, at) => (at === position ? { ...photo, ...change } : photo)),
  },
});

/** A dropped image that becomes the image of a story's photo is not imported a second time as a picture of its own. */
function includeOwnItem(drafts: Drafts, file: string | undefined, include: boolean, except: number): Drafts {
  if (file === undefined) return drafts;
  const own = Object.entries(drafts).find(
    ([index, { delivered }]) =>
      Number(index) !== except && delivered.type === 'picture' && delivered.photos?.[0]?.imageFile === file,
  );
  return own ? { ...drafts, [own[0]]: { ...own[1], include } } : drafts;
}

/** The story as it shall be imported. */
export function finalStory({ story, photosOut, commentsOut }: Draft): Story {
  const kept = (story.comments ?? []).map((_, at) => at).filter((at) => !commentsOut.includes(at));
  const moved = new Map(kept.map((at, now) => [at, now]));
  return {
    ...story,
    ...(story.photos && { photos: story.photos.filter((_, at) => !photosOut.includes(at)) }),
    ...(story.comments && {
      comments: story.comments
        .filter((_, at) => moved.has(at))
        .map((comment) => ({
          ...comment,
          // An answer to a comment that was left out stands on its own.
          replyTo: comment.replyTo === undefined ? undefined : moved.get(comment.replyTo),
        })),
    }),
  };
}

/** Whether two values are stored alike. */
export const sameValue = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** JSON leaves undefined out, so a field that was emptied equals one that never was. */
const same = (a: Story, b: Story): boolean => {
  const [mine, others] = [a, b].map((story) => new Map<string, unknown>(Object.entries(story)));
  if (!mine || !others) return false;
  // Field by field, so that a long body that nobody touched is not written out at each key that is pressed.
  return [...new Set([...mine.keys(), ...others.keys()])].every((name) => sameValue(mine.get(name), others.get(name)));
};

export const isCorrected = (draft: Draft): boolean => !isUntouched(draft) && !same(finalStory(draft), draft.delivered);

/** Spares the comparison of the many items that nobody has opened. */
const isUntouched = ({ story, delivered, photosOut, commentsOut }: Draft): boolean =>
  story === delivered && photosOut.length === 0 && commentsOut.length === 0;

/** What the server must be told: the items that were corrected or left out. */
export const toStories = (drafts: Drafts): NonNullable<ImportRequest['stories']> =>
  Object.entries(drafts).flatMap(([index, draft]) => {
    const corrected = draft.include && isCorrected(draft);
    if (draft.include && !corrected) return [];
    return [{ index: Number(index), include: draft.include, ...(corrected && { story: finalStory(draft) }) }];
  });

export const hasCorrections = (drafts: Drafts): boolean => toStories(drafts).length > 0;
