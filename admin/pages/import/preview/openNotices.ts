import type { Notice } from '../../../../contracts/imports';
import type { Story } from '../../../../contracts/story';

/** The notices that ask for something, and so are settled once the field has a value. */
const ASKS: ReadonlySet<Notice['code']> = new Set([
  'no-headline',
  'no-body',
  'no-copyright',
  'no-photo-credit',
  'no-caption',
]);

/** What an editor should still look at, given the corrections so far. Nothing is asked of a photo that is left out. */
export function openNotices(notices: readonly Notice[], story: Story, photosOut: readonly number[] = []): Notice[] {
  const out = photosOut.map((position) => `photos.${String(position)}.`);
  const open = notices.filter((notice) => notice.code !== 'no-photo-image' && !isSettled(notice, story));
  return [...open, ...photosWithoutImage(story)].filter(({ field }) => !out.some((photo) => field?.startsWith(photo)));
}

function isSettled({ code, field }: Notice, story: Story): boolean {
  if (field === undefined) return false;
  if (code === 'too-long') return String(valueAt(story, field) ?? '').length <= 255;
  return ASKS.has(code) && hasValue(story, field);
}

/** Asked of the story as it stands: an image can be chosen by hand, and taken away again. */
const photosWithoutImage = ({ photos = [] }: Story): Notice[] =>
  photos.flatMap(({ imageFile }, position) =>
    imageFile === undefined ? [{ code: 'no-photo-image', field: `photos.${String(position)}.imageFile` }] : [],
  );

/** Whether there is something at a field path such as "photos.0.creditLine". */
export function hasValue(story: Story, path: string): boolean {
  const value = valueAt(story, path);
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

function valueAt(story: Story, path: string): unknown {
  let value: unknown = story;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}
