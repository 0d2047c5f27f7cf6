import { COMMENT_FORM, COMMENT_HEADINGS } from '../vocabulary/section-labels';
import { labelKey } from './label';
import { emailOnly } from './comment-author';
import { dateLine, readComments } from './comments';
import type { Recogniser, Story } from './story';

/** A page names its comments a few times; each heading is tried until comments are found. */
const MAX_HEADINGS = 8;
/** The first comment stands right under its heading, but for a line or two about the feed and the order. */
const MAX_LEAD = 10;

/** The comments of readers under a story, and the form for a new one. */
export const commentSection: Recogniser = {
  name: 'comment-section',
  read(story) {
    const form = formStart(story);
    const end = form ?? story.blocks.length;
    const heading = headingBefore(story, end) ?? addressed(story, end);
    if (heading !== undefined) {
      for (let n = heading; n < end; n += 1) story.claim(n, 'comment', 0.9, 'comment-section');
    }
    if (form !== undefined) {
      for (let n = form; n < story.blocks.length; n += 1) story.claim(n, 'noise', 0.9, 'comment-section');
    }
  },
};

/** The first line of the form: below most of the prose, or the invitation of a page before its story. */
function formStart(story: Story): number | undefined {
  const prose = proseBefore(story);
  const all = prose[story.blocks.length] ?? 0;
  for (let n = 1; n < story.blocks.length; n += 1) {
    if (!isForm(story.key(n))) continue;
    const before = prose[n] ?? 0;
    if (before > 0 && before * 2 >= all) return n;
  }
  return undefined;
}

function isForm(key: string): boolean {
  return key !== '' && FORM.has(key);
}

const FORM = new Set([...COMMENT_FORM].map(labelKey));
function headingBefore(story: Story, end: number): number | undefined {
  const prose = proseBefore(story);
  let tried = 0;
  for (let n = 1; n < end && tried < MAX_HEADINGS; n += 1) {
    const text = story.label(n);
    if (text === '' || text.length > 200 || (prose[n] ?? 0) === 0 || !COMMENT_HEADINGS.test(story.key(n))) continue;
    tried += 1;
    const found = readComments(story, n + 1, end, /[:：]$/u.test(text));
    if ((found[0]?.slice.block ?? Infinity) - n > MAX_LEAD) continue;
    story.comments.push(...found);
    return n;
  }
  return undefined;
}

/** Comments without a heading: a name, an address of mail and a date under each other, below the story, not above it. */
function addressed(story: Story, end: number): number | undefined {
  const prose = proseBefore(story);
  const all = prose[story.blocks.length] ?? 0;
  let tried = 0;
  for (let n = 1; n + 3 < end && tried < MAX_HEADINGS; n += 1) {
    const before = prose[n] ?? 0;
    if (before < 2 || before * 2 < all || story.isProse(n) || emailOnly(story.label(n + 1)) === undefined) continue;
    if (!dateLine(story, n + 2)) continue;
    tried += 1;
    const found = readComments(story, n, end, false);
    if (found.length === 0 || (found[0]?.slice.block ?? Infinity) - n > 3) continue;
    story.comments.push(...found);
    return n;
  }
  return undefined;
}

/** How many paragraphs stand above each block. */
function proseBefore(story: Story): number[] {
  const counts = [0];
  for (let n = 0; n < story.blocks.length; n += 1) {
    const role = story.role(n);
    counts.push((counts[n] ?? 0) + (story.isProse(n) && (role === undefined || role === 'body') ? 1 : 0));
  }
  return counts;
}
