import { paragraphs } from '../body';
import { WireError } from '../errors';
import type { ParseContext } from '../format';
import { sanitiseWireBody } from '../html';
import { htmlBody } from '../html-body';
import type { WirePhoto } from '../item';
import { blocksOf, bodyOf } from '../page/blocks';
import { documentOf } from '../page/dom';
import { figuresOf, isCaption } from '../page/figures';
import { tidy } from '../page/markup';
import { measure } from '../page/measure';
import { photosOf } from '../page/photos';
import { withCharacters } from '../page/references';

/** The body of a story that came as a piece of HTML, and the pictures in it. */
export interface Fragment {
  bodyHtml?: string;
  photos: WirePhoto[];
}

const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/i;
const PICTURE = /<(?:img|figure)\b/i;

/** Reads HTML, or text, as feeds, exports and mails carry it. `base` makes the addresses of pictures whole. */
export function readFragment(html: string, base: string | undefined, context: ParseContext): Fragment {
  if (!TAG.test(html)) return withBody(paragraphs(unescaped(html)), []);
  if (!PICTURE.test(html)) return withBody(htmlBody(html), []);
  try {
    return readPictures(html, base, context);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    context.warn('markup-too-large', 'The HTML of a story is too large or too deep for its pictures to be read.');
    return withBody(htmlBody(html), []);
  }
}

function readPictures(html: string, base: string | undefined, context: ParseContext): Fragment {
  const { body } = documentOf(tidy(html, context.limits).html);
  const measures = measure(body);
  const figures = figuresOf(body, measures);
  const holders = new Set(figures.flatMap((figure) => figure.element ?? []));
  const blocks = blocksOf(body, measures, (element) => holders.has(element) || isCaption(element));
  return withBody(sanitiseWireBody(bodyOf(blocks)), photosOf(figures, [], base));
}

function withBody(bodyHtml: string | undefined, photos: WirePhoto[]): Fragment {
  return bodyHtml === undefined || bodyHtml === '' ? { photos } : { bodyHtml, photos };
}

function unescaped(text: string): string {
  return text.includes('&') ? withCharacters(text).replaceAll('&lt;', '<').replaceAll('&amp;', '&') : text;
}
