import { linksIn } from '../text';
import type { Check } from './check';

/** More links than a reader usually has need of. */
export const links: Check = ({ text, authorName }, { settings }) => {
  const count = linksIn(text).length;
  const named = linksIn(authorName).length > 0;
  return count > settings.maxLinks || named ? { verdict: 'hold', detail: String(count) } : undefined;
};
