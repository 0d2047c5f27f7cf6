import type { Notice } from '../../../../contracts/imports';
import type { Story } from '../../../../contracts/story';

/** The notices that ask for something, and so are settled once the field has a value. */
const ASKS: ReadonlySet<Notice['code']> = new Set([
  'no-headline',
  'no-body',
  'no-copyright',
  'no-photo-credit',
  'no-photo-image',
  'no-caption',
]);

/** What an editor should still look at, given the corrections so far. */
export const openNotices = (notices: readonly Notice[], story: Story): Notice[] =>
  notices.filter(({ code, field }) => !(ASKS.has(code) && field !== undefined && hasValue(story, field)));

/** Whether there is something at a field path such as "photos.0.creditLine". */
export function hasValue(story: Story, path: string): boolean {
  let value: unknown = story;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return false;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}
