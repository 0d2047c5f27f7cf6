import { agencyNamed } from '../vocabulary/agencies';
import { isSourceLine } from './end-mark';
import type { Recogniser } from './story';

/** How far down a line with the date may name the agency. */
const MAX_TOP = 60;

/** "Source: AFP", "Reuters | August 3, 2018": the agency that a page took its story from. */
export const sourceLine: Recogniser = {
  name: 'source-line',
  read(story) {
    for (let n = 1; n < story.blocks.length; n += 1) {
      const text = story.label(n);
      const isSource = story.isFree(n) && isSourceLine(text);
      if (!isSource && !(story.role(n) === 'date' && n < MAX_TOP)) continue;
      const lead = isSource ? (/^\W?\p{L}+\s?:?\s+/u.exec(text)?.[0].length ?? 0) : 0;
      const name = text.slice(lead).split(/\s?[|•·/]\s?|[)\]]$/u)[0] ?? '';
      const agency = agencyNamed(name);
      if (agency?.kind !== 'news') continue;
      const slice = { block: n, from: lead, to: lead + name.length };
      story.set('provider', { slice, value: agency.name, confidence: 0.7, by: 'source-line' });
      if (isSource) story.claim(n, 'byline', 0.8, 'source-line');
    }
  },
};
