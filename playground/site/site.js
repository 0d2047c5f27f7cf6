/**
 * Shows the latest stories, or the story of `?story=<slug>` with its photos, credits, copyright and comments.
 * Every text is set as text; what is HTML is set by `safeHtml` alone.
 */
import { showComments } from './comments.js';
import { element, line, safeHtml, textIn, when } from './dom.js';
import { ask, LATEST, STORY } from './graphql.js';

const PAGE = document.getElementById('page');

async function showLatest() {
  const { nodes: stories } = (await ask(LATEST)).newswireLatest;
  PAGE.replaceChildren(
    element('h1', { class: 'hidden' }, 'The latest stories'),
    ...(stories.length === 0 ? [element('p', {}, 'Nothing has been published yet.')] : []),
    ...stories.map(teaserOf),
  );
}

function teaserOf(story) {
  const { slug, headline, abstract, language, firstCreated, publishedAt, commentsCount, agency, categories, photos } =
    story;
  const photo = photos.map((one) => one.photo).find((one) => one?.image);
  const comments = commentsCount === 1 ? '1 comment' : `${commentsCount} comments`;
  return element(
    'article',
    { class: 'teaser', lang: language },
    photo ? pictureOf(photo, '12rem') : null,
    element(
      'div',
      {},
      line('byline', ...categories.map(({ name }) => name)),
      element('h2', {}, element('a', { href: `?story=${encodeURIComponent(slug)}` }, headline)),
      textIn('p', 'abstract', abstract),
      line('byline', agency?.name, when(firstCreated ?? publishedAt), commentsCount > 0 && comments),
      textIn('p', 'rights', photo?.creditLine && `Photo: ${photo.creditLine}`),
    ),
  );
}

async function showStory(slug) {
  const { newswireArticleBySlug: story } = await ask(STORY, { slug });
  if (!story) {
    PAGE.replaceChildren(element('p', {}, 'There is no such story, or it may not be shown.'));
    return;
  }
  document.title = `${story.headline} – The Vestvik Post`;
  const { creditLine, copyrightNotice, usageTerms } = story;
  const comments = element('section', { 'aria-label': 'Comments' });
  PAGE.replaceChildren(
    element(
      'article',
      { lang: story.language },
      line('byline', ...story.categories.map(({ name }) => name)),
      element('h1', {}, story.headline),
      textIn('p', 'subheadline', story.subheadline),
      line('byline', story.byline && `By ${story.byline}`, story.agency?.name, story.dateline, when(story.firstCreated ?? story.publishedAt)), // prettier-ignore
      ...story.photos.flatMap(({ photo, caption }) => (photo?.image ? [figureOf(photo, caption)] : [])),
      safeHtml('body', story.body),
      textIn('p', 'rights', creditLine && `Source: ${creditLine}`),
      textIn('p', 'rights', copyrightNotice),
      textIn('p', 'rights', copyrightNotice?.includes(usageTerms) ? '' : usageTerms),
    ),
    comments,
  );
  tellMachines(story.jsonLd);
  await showComments(comments, story.documentId);
}

/** The caption for this story stands before the photo's own; the credit is always the photo's. */
function figureOf(photo, caption) {
  return element(
    'figure',
    {},
    pictureOf(photo, '42rem'),
    element(
      'figcaption',
      {},
      textIn('span', 'caption', caption ?? photo.caption),
      textIn('cite', 'credit', photo.creditLine),
      textIn('small', 'copyright', photo.copyrightNotice),
    ),
  );
}

function pictureOf({ image, altText }, width) {
  const sizes = Object.values(image.formats ?? {}).filter((size) => size.width && size.url);
  return element('img', {
    src: image.url,
    srcset: [...sizes, image].map((size) => `${size.url} ${size.width}w`).join(', '),
    sizes: `(max-width: ${width}) 100vw, ${width}`,
    width: image.width,
    height: image.height,
    alt: altText ?? image.alternativeText ?? '',
  });
}

/** Structured data is text in a script element, where "<" could end it. */
function tellMachines(jsonLd) {
  if (!jsonLd) return;
  const script = element('script', { type: 'application/ld+json' });
  script.textContent = JSON.stringify(jsonLd).replaceAll('<', '\\u003c');
  document.head.append(script);
}

const slug = new URLSearchParams(location.search).get('story');
(slug ? showStory(slug) : showLatest()).catch((error) => {
  PAGE.replaceChildren(element('p', { role: 'alert' }, `This page could not be read: ${error.message}`));
});
