import { instant } from '../dates';
import { distinct, type Draft } from '../draft';
import type { ParseContext } from '../format';
import { foldSpace, plainText } from '../html';
import { peopleOf } from './byline';
import type { LinkedArticle } from './json-ld';
import type { Meta } from './meta';

/** `meta` names by field, the surest first. */
const NAMES = {
  author: [
    'author',
    'article:author',
    'article:author_name',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
  ],
  published: [
    'article:published_time',
    'datepublished',
    'og:article:published_time',
    'publishdate',
    'pubdate',
    'parsely-pub-date',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'date',
  ],
  modified: ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'],
  expires: ['article:expiration_time', 'dcterms.valid'],
  description: ['og:description', 'description', 'dc.description', 'twitter:description'],
  section: ['article:section', 'og:article:section', 'parsely-section', 'sailthru.section'],
  keywords: ['news_keywords', 'article:tag', 'keywords', 'parsely-tags'],
  rights: ['copyright', 'dc.rights', 'dcterms.rights', 'rights'],
  holder: ['dcterms.rightsholder'],
  language: ['og:locale', 'dc.language', 'content-language', 'language'],
} as const;

const MAX_KEYWORDS = 50;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** Writes what the head of the page and its JSON-LD state into the draft. JSON-LD goes before `meta`. */
export function readStated(draft: Draft, article: LinkedArticle | undefined, meta: Meta, context: ParseContext): void {
  const sites = siteNames(article, meta);
  const stated = (names: readonly string[]): { name: string; value: string } | undefined => meta.first(...names);
  const link = [meta.canonical, meta.first('og:url')?.value, article?.url].find((url) =>
    /^https?:\/\//.test(url ?? ''),
  );
  draft.set('uri', link, link === meta.canonical ? 'head/link[@rel=canonical]' : 'meta:og:url');
  draft.set('byline', peopleOf(article?.authors ?? [], sites).join(', '), 'json-ld:author');
  draft.fill('byline', peopleOf(meta.all(...NAMES.author), sites).join(', '), 'meta:author', 0.9);

  for (const { field, linked, names } of [
    { field: 'firstCreated', linked: article?.datePublished, names: NAMES.published },
    { field: 'versionCreated', linked: article?.dateModified, names: NAMES.modified },
    { field: 'expires', linked: article?.expires, names: NAMES.expires },
  ] as const) {
    const found = stated(names);
    draft.set(field, instant(linked, context), `json-ld:${field}`);
    draft.fill(field, instant(found?.value, context), `meta:${found?.name ?? ''}`);
  }

  const description = stated(NAMES.description);
  draft.set('abstract', text(article?.description), 'json-ld:description', 0.8);
  draft.fill('abstract', text(description?.value), `meta:${description?.name ?? ''}`, 0.7);
  draft.set('language', languageOf(meta.language), 'html/@lang');
  draft.fill('language', languageOf(article?.language), 'json-ld:inLanguage');
  draft.fill('language', languageOf(stated(NAMES.language)?.value), 'meta:og:locale', 0.8);

  draft.set('categories', article?.sections, 'json-ld:articleSection');
  draft.fill('categories', distinct(meta.all(...NAMES.section).map(foldSpace)), 'meta:article:section');
  const words = meta
    .all(...NAMES.keywords)
    .flatMap((value) => value.split(/[,;]/))
    .map(foldSpace);
  draft.set('keywords', article?.keywords.slice(0, MAX_KEYWORDS), 'json-ld:keywords');
  draft.fill('keywords', distinct(words).slice(0, MAX_KEYWORDS), 'meta:keywords', 0.8);

  draft.set('creditLine', article?.creditText, 'json-ld:creditText');
  draft.set('copyrightHolder', article?.copyrightHolder ?? stated(NAMES.holder)?.value, 'json-ld:copyrightHolder');
  const rights = stated(NAMES.rights);
  draft.set('copyrightNotice', article?.copyrightNotice, 'json-ld:copyrightNotice');
  draft.fill('copyrightNotice', text(rights?.value), `meta:${rights?.name ?? ''}`);
  draft.set('usageTerms', article?.usageInfo, 'json-ld:usageInfo');
  draft.set('provider', article?.provider, 'json-ld:provider');
}

/** The names that the page gives its publisher. */
export function siteNames(article: LinkedArticle | undefined, meta: Meta): string[] {
  return distinct([
    meta.first('og:site_name')?.value,
    article?.publisher,
    meta.first('application-name', 'apple-mobile-web-app-title')?.value,
    meta.first('dc.publisher', 'article:publisher_name')?.value,
  ]);
}

/** "de_DE" and "de" to BCP 47. */
function languageOf(value: string | undefined): string | undefined {
  const language = value?.trim().replace('_', '-');
  return language !== undefined && LANGUAGE.test(language) ? language : undefined;
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : /[<&]/.test(value) ? plainText(value) : foldSpace(value);
}
