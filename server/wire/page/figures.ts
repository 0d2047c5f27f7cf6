import { distinct } from '../draft';
import { foldSpace } from '../html';
import { attribute, childElements, elementsOf, isElement, isText, namesOf, textOf, type PageElement } from './dom';
import type { Measures } from './measure';

/** A picture on a page with what is printed under it. */
export interface Figure {
  /** The element that holds the picture and its lines; absent where only its lines were found. */
  element?: PageElement;
  caption?: string;
  credit?: string;
  href?: string;
  altText?: string;
  width?: number;
  height?: number;
}

/** Levels that a caption may stand above its picture. */
const MAX_CLIMB = 5;
/** More text than this below a picture is no caption. */
const MAX_CAPTION = 1_500;
/** Smaller pictures, in pixels, are icons and portraits of authors. */
const MIN_SIZE = 100;

const CAPTION = new Set(
  'caption captions figcaption bildunterschrift bildtext bildbeschreibung legend legende légende leyenda pie didascalia imagecaption photocaption'.split(
    ' ',
  ),
);
const CREDIT = new Set(
  (
    'credit credits copyright copyrights photographer photographers fotograf photograph source src quelle bildautor bildquelle ' +
    'author autor byline agency agentur rights rightsholder creator fotocredit photocredit imagecredit fuente fonte'
  ).split(' '),
);
const NO_PICTURE = new Set(
  'avatar gravatar icon icons logo logos emoji pixel spacer tracking author autor badge smiley'.split(' '),
);

/** The pictures of the story, in the order of the page. */
export function figuresOf(root: PageElement, measures: Measures): Figure[] {
  const figures: Figure[] = [];
  const seen = new Set<PageElement>();
  for (const image of elementsOf(root)) {
    if (image.localName !== 'img' || !isPicture(image)) continue;
    const element = holderOf(image, measures);
    if (seen.has(element)) continue;
    seen.add(element);
    figures.push(readFigure(element, image));
  }
  return figures;
}

/** Whether the element holds a caption or a credit, going by its name. */
export function isCaption(element: PageElement): boolean {
  if (element.localName === 'figcaption') return true;
  if (/\b(?:caption|copyrightHolder|creditText)\b/.test(attribute(element, 'itemprop') ?? '')) return true;
  return namesOf(element).some((name) => CAPTION.has(name));
}

export function isCredit(element: PageElement): boolean {
  if (/\b(?:copyrightHolder|creditText|author)\b/.test(attribute(element, 'itemprop') ?? '')) return true;
  return namesOf(element).some((name) => CREDIT.has(name));
}

function isPicture(image: PageElement): boolean {
  const [width, height] = [size(image, 'width'), size(image, 'height')];
  if ((width !== undefined && width < MIN_SIZE) || (height !== undefined && height < MIN_SIZE)) return false;
  if (/\.(?:svg|gif)(?:[?#]|$)/i.test(hrefOf(image) ?? '')) return false;
  return !namesOf(image).some((name) => NO_PICTURE.has(name));
}

/** The `figure`, else the nearest element around the one picture that holds lines for it, else the picture. */
function holderOf(image: PageElement, measures: Measures): PageElement {
  let found: PageElement | undefined;
  let element = image.parentElement;
  for (let level = 0; element && level < MAX_CLIMB; level += 1, element = element.parentElement) {
    const own = measures.get(element);
    if (!own || own.text > MAX_CAPTION) break;
    if (element.localName === 'figure') return element;
    if (found || own.images > 1) continue;
    if (own.text > 0 && below(element).some((inner) => isCaption(inner) || isCredit(inner))) found = element;
  }
  return found ?? image;
}

function readFigure(element: PageElement, image: PageElement): Figure {
  const figure: Figure = { element };
  const lines = element === image ? { caption: '', credit: '' } : linesOf(element);
  const parts = lines.credit === '' ? splitCredit(lines.caption) : lines;
  const href = hrefOf(image);
  const altText = foldSpace(attribute(image, 'alt') ?? '');
  if (parts.caption !== '') figure.caption = parts.caption;
  if (parts.credit !== '') figure.credit = withoutLabel(parts.credit);
  if (href !== undefined) figure.href = href;
  if (altText !== '') figure.altText = altText;
  const [width, height] = [size(image, 'width'), size(image, 'height')];
  if (width !== undefined && height !== undefined) Object.assign(figure, { width, height });
  return figure;
}

/** The text of the captions in an element, and of the credits in it. A text that stands there twice counts once. */
function linesOf(holder: PageElement): { caption: string; credit: string } {
  const captions: string[] = [];
  const credits: string[] = [];
  const visit = (element: PageElement, inCaption: boolean): string => {
    let text = '';
    for (const child of element.childNodes) {
      if (isText(child)) text += child.textContent ?? '';
      if (!isElement(child)) continue;
      const whole = textOf(child);
      if (whole === '') continue;
      if (isCredit(child) && !below(child).some(isCaption) && !(isCaption(child) && whole.length > MAX_CREDIT)) {
        credits.push(whole);
        continue;
      }
      const isLine = isCaption(child) && !inCaption;
      const inner = visit(child, inCaption || isLine);
      if (isLine) captions.push(foldSpace(inner));
      else text += ` ${inner} `;
    }
    return text;
  };
  const rest = foldSpace(visit(holder, isCaption(holder)));
  const caption = distinct(captions.length > 0 ? captions : [rest]).join(' ');
  return { caption: halved(caption), credit: distinct(credits).join(' / ') };
}

/** "A B A B" to "A B": a caption for wide and one for narrow screens. */
function halved(text: string): string {
  const half = text.slice(0, Math.floor(text.length / 2)).trim();
  return half !== '' && text === `${half} ${half}` ? half : text;
}

/** What stands before a credit, in the languages of the wires. */
const NOUN =
  'Fotos?|Photos?|Photographs?|Pictures?|Images?|Imagen|Imágenes|Bild(?:er|quelle|rechte|nachweis)?|Fotoquelle|Credits?|Crédits?|Créditos?|Credito|Quelle|Source|' +
  'Fuente|Fonte|Ảnh|Фото|Kuva|Billede|Bilde|Zdjęcie|Fot\\.|Illustration|Ilustración|Grafik|Graphics?|Copyright|Symbolbild|Archivbild|Archivfoto';
const LABEL = new RegExp(
  `(?:©|\\(c\\)|(?<![\\p{L}\\p{N}])(?:${NOUN})(?: ?(?:credits?|courtesy|courtesy of))?(?: ?[:©|]| (?:by|von|por|di) (?=\\p{Lu})))`,
  'giu',
);
const START = new RegExp(
  `^(?:[\\s:|/–—-]|©|\\(c\\)|(?:${NOUN}) ?(?:credits?|courtesy)?(?: ?[:©|]| (?:by|von|por|di) ))+`,
  'iu',
);
const MAX_CREDIT = 120;

/** A caption with its credit at the end, taken apart at the last label, or at brackets around one. */
export function splitCredit(line: string): { caption: string; credit: string } {
  const labels = [...line.slice(-MAX_CREDIT * 2).matchAll(LABEL)];
  const offset = Math.max(0, line.length - MAX_CREDIT * 2);
  for (const label of labels.reverse()) {
    const at = offset + label.index;
    const rest = line.slice(at);
    if (rest.length > MAX_CREDIT || /[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(rest)) continue;
    // "Foto: © Name": the first of the labels that follow one another.
    const earlier = labels.find(
      (other) =>
        offset + other.index < at && /^[\s:|–—-]*$/.test(line.slice(offset + other.index + other[0].length, at)),
    );
    return parts(line, earlier ? offset + earlier.index : at);
  }
  if (/^\([^()]{2,80}\)$/.test(line)) return { caption: '', credit: line };
  const bracket = /\(([^()]{2,120})\)\.?$/.exec(line);
  if (bracket && /\/|\bvia\b|^(?:AP|AFP|Reuters|dpa|EPA|EFE|ANSA|PA)\b/.test(bracket[1] ?? ''))
    return parts(line, bracket.index);
  return { caption: line, credit: '' };
}

function parts(line: string, at: number): { caption: string; credit: string } {
  return {
    caption: line
      .slice(0, at)
      .replace(/[\s([|/–—-]+$/u, '')
      .trim(),
    credit: line.slice(at),
  };
}

/** "Foto: © A. Name (dpa)" to "A. Name (dpa)"; "(AP Photo)" to "AP Photo". */
export function withoutLabel(credit: string): string {
  let text = foldSpace(credit);
  if (text.startsWith('(') && /\)\.?$/.test(text)) text = text.slice(1).replace(/\)\.?$/, '');
  const bare = text.replace(START, '').trim();
  if (bare.endsWith(')') && !bare.includes('(')) return bare.slice(0, -1).trim();
  return bare === '' ? text : bare;
}

/** The largest picture that is named: lazy pages put a blank one into `src`. */
function hrefOf(image: PageElement): string | undefined {
  for (const name of ['data-src', 'src']) {
    const value = attribute(image, name);
    if (value !== undefined && /^(?:https?:)?\/?\/?[^\s]+$/i.test(value) && !value.startsWith('data:')) return value;
  }
  const sources = (attribute(image, 'srcset') ?? attribute(image, 'data-srcset'))?.split(/,\s+/) ?? [];
  return sources.at(-1)?.trim().split(' ')[0];
}

function size(image: PageElement, name: string): number | undefined {
  const value = attribute(image, name);
  return value !== undefined && /^\d{1,5}(?:px)?$/.test(value) ? parseInt(value, 10) : undefined;
}

function below(root: PageElement): PageElement[] {
  return childElements(root).flatMap((child) => [...elementsOf(child)]);
}

/** A line under a picture that stands as a paragraph. */
export interface LooseCaption {
  element: PageElement;
  caption: string;
  credit: string;
}

/** Elements that may stand between a picture and its line. */
const MAX_DISTANCE = 12;

/**
 * Gives lines that stand as paragraphs to the nearest picture that has none. A credit alone, at the end of a story, is
 * that of the lead picture. `placeOf` counts the elements before one.
 */
export function withCaptions(
  figures: readonly Figure[],
  captions: readonly LooseCaption[],
  placeOf: (element: PageElement) => number,
): Figure[] {
  const all: Figure[] = figures.map((figure) => ({ ...figure }));
  for (const { element, caption, credit } of captions) {
    const place = placeOf(element);
    const bare = all.filter((figure) => figure.caption === undefined && figure.credit === undefined);
    const distance = (figure: Figure): number =>
      figure.element ? Math.abs(placeOf(figure.element) - place) : Number.MAX_SAFE_INTEGER;
    const near = bare.filter((figure) => distance(figure) <= MAX_DISTANCE).sort((a, b) => distance(a) - distance(b))[0];
    const lead = caption === '' ? all.find((figure) => figure.credit === undefined && figure.element) : undefined;
    const lines = { ...(caption === '' ? {} : { caption }), credit };
    const target = near ?? lead;
    if (target) Object.assign(target, lines);
    else all.push(lines);
  }
  return all;
}
