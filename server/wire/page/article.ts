import { Readability } from '@mozilla/readability';
import { blocksOf, type Block } from './blocks';
import { chooseBlocks, signature } from './choose';
import { isCommentSection } from './comments';
import { elementsOf, type PageDocument, type PageElement } from './dom';
import { figuresOf, isCaption, type Figure } from './figures';
import { measure, type Measures } from './measure';
import { isNoise } from './noise';

/** The article of a page: its blocks in order, and its pictures. */
export interface Article {
  blocks: Block[];
  /** Blocks shortly before the first paragraphs that are no part of the article: author lines, dates. */
  head: Block[];
  figures: Figure[];
  /** How many elements of the page stand before one. */
  placeOf: (element: PageElement) => number;
}

/** A comment section with more of the prose than this is the story itself, oddly named. */
const MAX_COMMENT_SHARE = 0.5;
/** A page with more work than this is not given to Readability, which goes over it a dozen times. */
const MAX_WORK = 12_000_000;
/** Blocks around the first paragraph among which the author line stands. */
const HEAD = 6;

/** Takes navigation, advertisements, teasers, forms and comment sections off the page. */
export function clean(body: PageElement): void {
  const measures = measure(body);
  const page = measures.get(body);
  for (const element of elementsOf(body)) {
    const own = measures.get(element);
    if (!own || !page || element === body) continue;
    const isComments = own.prose <= page.prose * MAX_COMMENT_SHARE && isCommentSection(element);
    if (isComments || isNoise(element, own, page)) element.remove();
  }
}

/**
 * Finds the article on a clean page. Readability (https://github.com/mozilla/readability) says which paragraphs belong
 * to it; the paragraphs themselves are read before, as it tears the document apart while it looks. `stated` is the
 * publisher's own copy of the text.
 */
export function findArticle(document: PageDocument, stated: string | undefined): Article {
  const { body } = document;
  const measures = measure(body);
  const figures = figuresOf(body, measures);
  const holders = new Set(figures.flatMap((figure) => figure.element ?? []));
  const isOutside = (element: PageElement): boolean =>
    element.localName === 'h1' ||
    isCaption(element) ||
    (holders.has(element) && (measures.get(element)?.prose ?? 0) === 0);
  const blocks = blocksOf(body, measures, isOutside);
  const headings = [...elementsOf(body)].filter((element) => element.localName === 'h1');
  const work = measures.get(body)?.work ?? 0;
  const readable = work > MAX_WORK ? new Set<string>() : readableBlocks(document);
  const kept = chooseBlocks(blocks, readable, stated);
  const start = blocks.findIndex((block) => block === kept[0]);
  const chosen = new Set(kept);
  const head = blocks.slice(Math.max(0, start - HEAD), start + HEAD).filter((block) => !chosen.has(block));
  const placeOf = (element: PageElement): number => measures.get(element)?.first ?? 0;
  return { blocks: kept, head, figures: figuresBeside(kept, headings, figures, measures), placeOf };
}

/** The signatures of the blocks that Readability takes for the article. */
function readableBlocks(document: PageDocument): Set<string> {
  const reader = new Readability<PageElement>(document, {
    disableJSONLD: true,
    charThreshold: 200,
    serializer: (node: PageElement) => node,
  });
  const content = parsed(reader);
  if (!content) return new Set();
  return new Set(blocksOf(content, measure(content), () => false).map((block) => signature(block.text)));
}

/** Readability is written for browsers; where a page makes it fail, the page is read without it. */
function parsed(reader: Readability<PageElement>): PageElement | undefined {
  try {
    return reader.parse()?.content ?? undefined;
  } catch {
    return undefined;
  }
}

/** The pictures between the headline and the last paragraph, and one with a caption shortly before. */
function figuresBeside(
  blocks: readonly Block[],
  headings: readonly PageElement[],
  figures: readonly Figure[],
  measures: Measures,
): Figure[] {
  const placeOf = (element: PageElement): number => measures.get(element)?.first ?? 0;
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [];
  const start = placeOf(first.element);
  const end = measures.get(last.element)?.last ?? start;
  const heading =
    headings
      .map(placeOf)
      .filter((place) => place < start)
      .at(-1) ?? start;
  return figures.filter(({ element, caption, credit }) => {
    const place = element ? placeOf(element) : end;
    const isPrinted = caption !== undefined || credit !== undefined;
    return place <= end && place >= (isPrinted ? heading - LEAD : heading);
  });
}

/** Elements by which the lead picture may stand before the headline. */
const LEAD = 60;
