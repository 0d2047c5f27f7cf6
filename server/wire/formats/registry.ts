import type { Format } from '../format';
import { atom } from './atom';
import { email } from './email';
import { rss } from './rss';
import { webPage } from './web-page';
import { wxr } from './wxr';
import { image } from './image';
import { newsml1 } from './newsml-1';
import { newsmlG2 } from './newsml-g2';
import { nitf } from './nitf';
import { ninjs } from './ninjs';
import { plainText } from './plain-text';
import { apMedia } from './ap-media';
import { dpaDigitalwires } from './dpa-digitalwires';
import { anpa1312 } from './anpa-1312';
import { iptc7901 } from './iptc-7901';

/**
 * Every format that Newswire reads, the most specific first: the first that detects the bytes reads them.
 * To add a format, add its file and its row.
 */
export const FORMATS: readonly Format[] = [
  apMedia,
  dpaDigitalwires,
  ninjs,
  anpa1312,
  iptc7901,
  image,
  newsmlG2,
  newsml1,
  nitf,
  wxr,
  rss,
  atom,
  email,
  webPage,
  plainText,
];
