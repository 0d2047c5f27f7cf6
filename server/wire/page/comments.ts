import { distinct } from '../draft';
import { blocksOf } from './blocks';
import { attribute, childElements, elementsOf, namesOf, textOf, type PageElement } from './dom';
import type { LinkedComment } from './json-ld';
import { measure } from './measure';

/**
 * Readers' comments on a page. Comment systems agree on little: schema.org's Comment, WordPress's `li.comment` with
 * `.comment-author .fn` and `.comment-content` (https://developer.wordpress.org/reference/functions/wp_list_comments/)
 * and those that took over its names. An answer stands inside of the comment that it answers.
 */
const MAX_COMMENTS = 2_000;
const MAX_AUTHOR = 100;
/** "March 7, 2018 at 9:14", printed before the text of a comment. */
const MAX_STAMP = 40;

const ITEM_CLASS =
  /^(?:[a-z]{1,14}[-_])?(?:comment|comments(?=[-_]{1,2}(?:item|entry|single)))(?:[-_]{1,2}(?:item|entry|block|box|node|single|root))?(?:__\w{1,12})?$/i;
const ITEM_ID = /^(?:li-|div-)?comment[-_]?\d+$/;
const ITEM_TYPE = /schema\.org\/(?:Comment|UserComments)$/;
/** A part of the page that holds comments, or asks for them. */
const SECTION = new Set(
  (
    'comments commentlist commentslist respond disqus kommentare kommentarer commentaires comentarios commenti comentários ' +
    'reacties komentarze commentform commentsection'
  ).split(' '),
);
const AUTHOR = [
  ['fn'],
  ['author', 'name'],
  ['author'],
  ['username', 'commenter', 'nickname', 'autor', 'verfasser'],
  ['user', 'name'],
  ['user'],
];
/** Inside of a comment, and not what the reader wrote. */
const ASIDE = new Set(
  (
    'meta metadata commentmetadata author vcard avatar gravatar reply permalink edit date time timestamp likes like vote votes ' +
    'report share actions tools footer header awaiting moderation username commenter'
  ).split(' '),
);
const ASIDE_PROPERTY = /^(?:author|creator|dateCreated|datePublished)$/;
const ASIDE_ELEMENTS = new Set('header footer time form button cite nav'.split(' '));
/** "Anna Berg says:" in the languages of WordPress. */
const SAYS =
  / (?:says?|said|sagt|sagte|schreibt|meint|dit|a dit|dice|dijo|ha detto|zegt|säger|siger|sier|disse|diz|pisze|sanoo)(?: am .{1,40}| on .{1,40})?\s*:?$/iu;

/** Takes the comments and all that surrounds them off the page. */
export function takeComments(body: PageElement): LinkedComment[] {
  const items = [...elementsOf(body)].filter(isItem);
  const inside = new Set(items);
  const comments: LinkedComment[] = [];
  const places = new Map<PageElement, number>();
  for (const item of items) {
    if (comments.length >= MAX_COMMENTS) break;
    const comment = readComment(item, inside);
    if (!comment) continue;
    const parent = ancestorIn(item, places);
    const replyTo = parent === undefined ? undefined : places.get(parent);
    places.set(item, comments.length);
    comments.push(replyTo === undefined ? comment : { ...comment, replyTo });
  }
  for (const item of places.keys()) item.remove();
  return comments;
}

/** Whether an element is a comment section, a comment form or a count of comments. */
export function isCommentSection(element: PageElement): boolean {
  return namesOf(element).some(
    (name, index, all) => SECTION.has(name) || (name === 'comment' && all[index + 1] !== 'is'),
  );
}

function isItem(element: PageElement): boolean {
  if (ITEM_TYPE.test(attribute(element, 'itemtype') ?? '')) return true;
  if (ITEM_ID.test(attribute(element, 'id') ?? '')) return true;
  return (attribute(element, 'class') ?? '')
    .slice(0, 1_000)
    .split(/\s+/)
    .some((name) => ITEM_CLASS.test(name));
}

function readComment(item: PageElement, items: ReadonlySet<PageElement>): LinkedComment | undefined {
  const own = ownElements(item, items);
  const author = authorOf(own);
  if (author === undefined) return undefined;
  const blocks = blocksOf(item, measure(item), (element) => items.has(element) || isAside(element));
  const stamped = blocks.findIndex(({ text }) => text.length > MAX_STAMP || !/\d/.test(text));
  const text = blocks
    .slice(Math.max(stamped, 0))
    .map((block) => block.text)
    .join('\n')
    .trim();
  if (text === '') return undefined;
  const date = own.map((element) => attribute(element, 'datetime')).find((value) => value !== undefined);
  return { author, text, ...(date === undefined ? {} : { date }) };
}

function authorOf(own: readonly PageElement[]): string | undefined {
  const isNamed = (element: PageElement): boolean => /^(?:author|creator)$/.test(attribute(element, 'itemprop') ?? '');
  const tests = [isNamed, ...AUTHOR.map((words) => (element: PageElement) => hasAll(element, words))];
  const candidates = tests.flatMap((test) => own.filter(test)).slice(0, 20);
  const texts = candidates.map((element) => textOf(element).replace(SAYS, '').replace(/:$/, ''));
  return distinct(texts).find((text) => text.length <= MAX_AUTHOR);
}

function hasAll(element: PageElement, words: readonly string[]): boolean {
  const names = namesOf(element);
  return words.every((word) => names.includes(word)) && !/^(?:img|time)$/.test(element.localName);
}

function isAside(element: PageElement): boolean {
  if (ASIDE_ELEMENTS.has(element.localName) || ASIDE_PROPERTY.test(attribute(element, 'itemprop') ?? '')) return true;
  return namesOf(element).some((name) => ASIDE.has(name));
}

/** The elements of a comment without those of the answers in it. */
function ownElements(item: PageElement, items: ReadonlySet<PageElement>): PageElement[] {
  const own: PageElement[] = [];
  const visit = (element: PageElement): void => {
    for (const inner of childElements(element)) {
      if (items.has(inner) || inner.localName === 'form') continue;
      own.push(inner);
      visit(inner);
    }
  };
  visit(item);
  return own;
}

function ancestorIn(element: PageElement, places: ReadonlyMap<PageElement, number>): PageElement | undefined {
  let parent = element.parentElement;
  while (parent && !places.has(parent)) parent = parent.parentElement;
  return parent ?? undefined;
}
