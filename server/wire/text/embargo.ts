import { EMBARGO_WITHOUT_END } from '../item';
import { dateIn } from './when';
import type { Recogniser } from './story';

const START =
  /^\W{0,4}(?:strictly |under )?(?:embargo(?:ed)?\b|not for (?:publication|release|use|broadcast)\b(?! (?:\S{1,20} ){0,3}after\b)|hold for release\b|for release (?:at|on|after)\b|do not (?:use|publish|release) (?:before|until)\b|sperrfrist\b|gesperrt bis\b|frei (?:für|ab|zur)\b|sous embargo\b|embargo\b|à ne pas (?:diffuser|publier) avant\b|bajo embargo\b|embargado\b|no publicar antes\b|non pubblicare prima\b|sob embargo\b|onder embargo\b|эмбарго\b)/iu;
// "Not for use after …" is the end of a right, not its beginning.
/** Above the story, or, where an agency forgot, right under it. */
const MAX_TOP = 8;

/** "EMBARGOED UNTIL 0001 GMT, …", "Sperrfrist: 8. Juni 2020, 12.00 Uhr". */
export const embargo: Recogniser = {
  name: 'embargo',
  read(story) {
    for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length); n += 1) {
      const text = story.label(n);
      if (!story.isFree(n) || text.length > 200 || !START.test(text)) continue;
      const date = dateIn(text, story.context);
      // "Embargo on oil is lifted" is a headline: a line of ours has a time, or little else than the word.
      if (
        !date &&
        !/[:!]|embargo(?:ed)?\s(?:to|until|till|for|bis|jusqu|hasta|fino)\b|^\W{0,4}(?:strictly )?embargo(?:ed)?\W{0,4}$/iu.test(
          text,
        )
      )
        continue;
      story.claim(n, 'embargo', 0.95, 'embargo');
      const slice = date ? { block: n, from: date.from, to: date.to } : story.whole(n);
      story.set('embargoedUntil', {
        slice,
        value: date?.iso ?? EMBARGO_WITHOUT_END,
        confidence: date?.hasTime ? 0.95 : 0.7,
        by: 'embargo',
      });
      return;
    }
  },
};
