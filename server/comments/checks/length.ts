import { charactersIn } from '../text';
import type { Check } from './check';

/** "+1", "first" and the like. Too long a text is refused before the checks, so that its writer can shorten it. */
export const length: Check = ({ text }, { settings }) => {
  const letters = charactersIn(text.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, ''));
  return letters < settings.minLength ? { verdict: 'hold', detail: String(letters) } : undefined;
};
