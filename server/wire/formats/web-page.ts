import { instant } from '../dates';
import { Draft } from '../draft';
import { WireError } from '../errors';
import { readFragment } from '../feed/fragment';
import type { Format, ParseContext } from '../format';
import { sanitiseWireBody } from '../html';
import type { Reading, WireComment } from '../item';
import { clean, findArticle } from '../page/article';
import { bodyOf } from '../page/blocks';
import { peopleOf, printedAuthors } from '../page/byline';
import { takeComments } from '../page/comments';
import { dateInAddress, printedDate } from '../page/printed-date';
import { takeDateline } from '../page/dateline';
import { documentOf, elementsOf, textOf, type PageElement } from '../page/dom';
import { withCaptions } from '../page/figures';
import { headlineOf } from '../page/headline';
import { linkedArticles, type LinkedArticle, type LinkedComment } from '../page/json-ld';
import { tidy } from '../page/markup';
import { Meta } from '../page/meta';
import { photosOf } from '../page/photos';
import { readStated, siteNames } from '../page/stated';
import { trim, type Trimmed } from '../page/trim';
import type { Source } from '../source';

/**
 * A saved web page: HTML (https://html.spec.whatwg.org/) with what its publisher says of it in JSON-LD
 * (https://schema.org/NewsArticle), Open Graph (https://ogp.me/) and Dublin Core.
 *
 * What real pages do differently: JSON-LD is broken, describes another page or names the site as the author; `h1` is
 * the logo; a third of the page is teasers of other stories; captions are `div`s; the credit is a part of the caption
 * or stands apart from it; agency copy keeps its dateline. So what is stated is checked against what is printed, and
 * the body is always taken from the printed page.
 */
export const webPage: Format = { name: 'web-page', detect, parse };

const START =
  /^(?:[\s\u00ef\u00bb\u00bf\ufeff]|<!--[^>]{0,1000}-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype html|html|head|body|main|article)\b/i;
const MARKUP = /<(?:p|div|h[1-6]|br|table|meta|span)\b[^>]{0,500}>/gi;
const MIN_TAGS = 3;

/** A document that says so, or a piece of one: three tags of HTML near its start, the first before any text. */
function detect({ head, mediaType }: Source): boolean {
  if (START.test(head)) return true;
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType ?? '')) return true;
  return /^\s*</.test(head) && !/^\s*<\?xml/.test(head) && (head.match(MARKUP)?.length ?? 0) >= MIN_TAGS;
}

function parse(source: Source, context: ParseContext): Reading[] {
  const { html, linkedData } = tidy(source.text, context.limits);
  const document = documentOf(html);
  const { body } = document;
  const meta = new Meta(document);
  const headings = headingsOf(body);
  const titles = { linked: undefined, shared: meta.first('og:title')?.value, title: meta.title };
  const article = chosen(linkedArticles(linkedData), [...headings.h1, titles.shared ?? '', titles.title ?? '']);
  const sites = siteNames(article, meta);
  const draft = new Draft('text');

  const headline = headlineOf({
    ...titles,
    printed: headings.h1,
    subheads: headings.h2,
    linked: article?.headline,
    sites,
  });
  if (headline) draft.set('headline', headline.text, headline.path, headline.confidence);
  readStated(draft, article, meta, context);

  const printed = takeComments(body);
  const comments = printed.length > 0 ? printed : (article?.comments ?? []);
  draft.set(
    'comments',
    comments.map((comment) => commentOf(comment, context)),
    printed.length > 0 ? 'body/comments' : 'json-ld:comment',
  );
  const authors = draft.item.byline === undefined ? printedAuthors(body) : undefined;
  if (authors) draft.fill('byline', peopleOf(authors.names, sites).join(', '), authors.path, 0.8);
  const anyDate = printedDate(body);
  clean(body);
  const date = printedDate(body) ?? anyDate;

  const { blocks, head, figures, placeOf } = findArticle(document, article?.body);
  const story = trim(blocks, head, { headline: headline?.text, description: draft.item.abstract }, context);
  readPrinted(draft, story, sites, date, context);
  readStatedBody(draft, article?.body, context);
  const captioned = withCaptions(figures, story.captions, placeOf);
  for (const photo of photosOf(captioned, article?.images ?? [], draft.item.uri)) draft.addPhoto(photo, 'body/figure');
  return [draft.reading()];
}

/** What the lines around the paragraphs say, where nothing surer was said. */
function readPrinted(
  draft: Draft,
  story: Trimmed,
  sites: readonly string[],
  date: string | undefined,
  context: ParseContext,
): void {
  const dateline = takeDateline(story.body);
  draft.set('dateline', dateline?.place, 'recogniser:dateline', 0.9);
  draft.set('bodyHtml', sanitiseWireBody(bodyOf(dateline?.body ?? story.body)), 'body/article', 0.9);
  draft.fill(
    'byline',
    peopleOf(story.byline === undefined ? [] : [story.byline], sites).join(', '),
    'recogniser:byline',
    0.8,
  );
  if (story.abstract !== undefined) draft.set('abstract', story.abstract, 'recogniser:standfirst', 0.8);
  draft.fill('copyrightNotice', story.copyright, 'recogniser:copyright', 0.8);
  draft.fill('provider', dateline?.agency, 'recogniser:dateline', 0.9);
  draft.fill('provider', story.source, 'recogniser:source', 0.7);
  draft.fill('provider', sites[0], 'meta:og:site_name', 0.6);
  if (draft.item.firstCreated === undefined && draft.item.versionCreated === undefined) {
    draft.set('firstCreated', instant(date, context) ?? story.date, 'body/time', 0.7);
    draft.fill('firstCreated', instant(dateInAddress(draft.item.uri), { ...context, zone: 'utc' }), 'uri', 0.5);
  }
}

/** Fewer characters than this are no story. */
const MIN_STORY = 40;
/** A publisher's own copy that is so many times as long as what is printed: the page shows a teaser only. */
const TEASER = 2.5;

/** The publisher's own copy of the text, where the page prints no more than its beginning, as pages do that scripts fill. */
function readStatedBody(draft: Draft, stated: string | undefined, context: ParseContext): void {
  const printed = textLength(draft.item.bodyHtml ?? '');
  if (stated !== undefined && textLength(stated) > Math.max(printed * TEASER, MIN_STORY)) {
    draft.set('bodyHtml', readFragment(stated, undefined, context).bodyHtml, 'json-ld:articleBody', 0.8);
  } else if (printed < MIN_STORY) {
    throw new WireError('no-content', 'There is no story on this page. Copy the text of the story and paste that.');
  }
}

const textLength = (html: string): number => html.replace(/<[^<>]{0,2000}>/g, '').length;

function headingsOf(body: PageElement): { h1: string[]; h2: string[] } {
  const headings = { h1: new Array<string>(), h2: new Array<string>() };
  for (const element of elementsOf(body)) {
    if (element.localName === 'h1' || element.localName === 'h2') headings[element.localName].push(textOf(element));
  }
  return headings;
}

/** The article that the page is about: of several, the one whose headline the page prints. */
function chosen(articles: readonly LinkedArticle[], titles: readonly string[]): LinkedArticle | undefined {
  const isPrinted = ({ headline }: LinkedArticle): boolean =>
    headline !== undefined && titles.some((title) => title.includes(headline));
  return articles.find(isPrinted) ?? articles[0];
}

function commentOf({ author, text, date, replyTo }: LinkedComment, context: ParseContext): WireComment {
  const publishedAt = instant(date, context);
  return {
    author,
    text,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}
