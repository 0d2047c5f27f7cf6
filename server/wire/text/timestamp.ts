import { DATE_WORDS, UPDATED_WORDS } from '../vocabulary/date-words';
import { monthOf } from '../vocabulary/months';
import { endsSentence } from './blocks';
import { dateIn, type TextDate } from './when';
import type { Recogniser, Story } from './story';

const ZONE_WORD = /^(?:gmt|utc|bst|ce?s?t|me?s?z|[ecmp][sd]?t|ist|msk|jst|sgt|myt|hkt|a[ew]s?t|nzs?t)$/;
/** A line with more words beside its date is a sentence. */
const MAX_LINE = 140;

/** "Published: Feb. 26, 2019", "Stand: 28.04.2023 16:11 Uhr", "2 hours ago": lines that are a date and nothing else. */
export const timestamp: Recogniser = {
  name: 'timestamp',
  read(story) {
    let found = 0;
    for (let n = 0; n < story.blocks.length; n += 1) {
      const text = story.label(n);
      if (!story.isFree(n) || text.length > MAX_LINE) continue;
      const date = dateIn(text, story.context);
      if (!isOnlyDate(text, date)) continue;
      story.claim(n, 'date', date ? 0.85 : 0.6, 'timestamp');
      if (date && found < 3) {
        found += 1;
        keep(story, n, text, date);
      }
    }
  },
};

function keep(story: Story, n: number, text: string, date: TextDate): void {
  const slice = { block: n, from: date.from, to: date.to };
  const confidence = (date.hasTime ? 0.85 : 0.8) - n / 100_000;
  const isUpdate = UPDATED_WORDS.test(text.slice(0, date.from));
  const isPublished = /publi|veröff|posted|geschrieben|opublik|опубл/i.test(text.slice(0, date.from));
  story.set(isPublished && !isUpdate ? 'firstCreated' : 'versionCreated', {
    slice,
    value: date.iso,
    confidence,
    by: 'timestamp',
  });
  // "Updated … Published …" on one line.
  const second = dateIn(text.slice(date.to), story.context);
  if (!second) return;
  const later = { block: n, from: date.to + second.from, to: date.to + second.to };
  story.set(isUpdate ? 'firstCreated' : 'versionCreated', {
    slice: later,
    value: second.iso,
    confidence,
    by: 'timestamp',
  });
}

/** Whether a line holds a date, or a span of time, and only words that go with one. */
export function isOnlyDate(text: string, date: TextDate | undefined): boolean {
  const rest = date ? `${text.slice(0, date.from)} ${text.slice(date.to)}` : text;
  if (!date && !/\d/.test(text)) return false;
  const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "Posted on May 5, 2019 in News", "May 5, 2019 • Rome": the line begins as a date does, and is short.
  const lead = (/\p{L}+/u.exec(text) ?? [''])[0].toLowerCase();
  const isLed = (lead.length > 3 && DATE_WORDS.has(lead)) || (date?.from ?? 9) < 3;
  const other = words.filter((word) => !DATE_WORDS.has(word) && monthOf(word) === undefined && !ZONE_WORD.test(word));
  if (date && date.from < 3 && /[|•]/u.test(text.slice(date.to, date.to + 12))) return true;
  if (date && isLed && text.length <= 60 && other.length <= 2 && !endsSentence(text)) return true;
  if (date) return other.length <= (words.length > 4 ? 1 : 0) || (other.length <= 1 && rest.length < 12);
  return words.length > 0 && other.length === 0 && text.length < 60;
}
