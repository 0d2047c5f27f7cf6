import { body } from './body';
import { byline } from './byline';
import { categoryLine } from './category-line';
import { commentSection } from './comment-section';
import { copyrightLine } from './copyright-line';
import { dateline } from './dateline';
import { embargo } from './embargo';
import { endMark } from './end-mark';
import { envelope } from './envelope';
import { headline } from './headline';
import { notes } from './notes';
import { pageNoise } from './page-noise';
import { photoCredit } from './photo-credit';
import { printedTwice } from './printed-twice';
import { sourceLine } from './source-line';
import type { Recogniser } from './story';
import { timestamp } from './timestamp';
import { termsUnderHeadline, usageTerms } from './usage-terms';

/**
 * All recognisers, in the order in which they read: first what says by itself what it is, then what depends on its
 * neighbours, at last what is left. To recognise something new, add its file and its row.
 */
export const RECOGNISERS: readonly Recogniser[] = [
  envelope,
  embargo,
  notes,
  copyrightLine,
  usageTerms,
  categoryLine,
  endMark,
  dateline,
  commentSection,
  timestamp,
  pageNoise,
  photoCredit,
  termsUnderHeadline,
  printedTwice,
  sourceLine,
  byline,
  headline,
  body,
];
