/** An article with its photo and the photo's file, all hidden for one reason. */
export interface Hidden {
  article: string;
  photo: string;
  fileId: number;
  urls: string[];
}

/** A way in: what a reader asks to see, or to find, what may not be shown. */
export interface Way {
  /** One request that would show what is hidden for every reason, or one for each. */
  ask: (one: Hidden, word: string, open: Hidden) => { path: string; query?: string };
  each?: 'article' | 'photo';
  /** What else than the words must not be told: rows that are found by what is hidden. */
  isEmpty?: (body: Answer) => boolean;
}
export interface Answer {
  data?: unknown;
  meta?: { pagination?: { total: number } };
}

const rest = (path: string): Way => ({ ask: () => ({ path: `/api/newswire${path}` }) });
const graphql = (query: string): Way => ({ ask: () => ({ path: '/graphql', query }) });
const dataIsEmpty = ({ data }: Answer) => JSON.stringify(data ?? []) === '[]' || JSON.stringify(data).includes(':[]');
const found = (each: 'article' | 'photo', path: (one: Hidden, word: string) => string): Way => ({
  ask: (one, word) => ({ path: `/api/newswire${path(one, word)}` }),
  each,
  isEmpty: dataIsEmpty,
});
const foundIn = (each: 'article' | 'photo', query: (one: Hidden, word: string) => string): Way => ({
  ask: (one, word) => ({ path: '/graphql', query: query(one, word) }),
  each,
  // Null as a whole where the question is refused.
  isEmpty: ({ data }) =>
    /^(null|\{"\w+":(\[\]|null|\{"pageInfo":\{"total":0\}\})\})$/.test(JSON.stringify(data ?? null)),
});

const ARTICLE = 'headline body photos { caption photo { headline caption image { url formats } } }';
export const WAYS: Readonly<Record<string, Way>> = {
  'REST list of articles': rest('/articles?pagination[pageSize]=100'),
  'REST list of articles, everything in it': rest('/articles?populate[photos][populate][photo][populate]=image&populate[categories]=true&populate[comments]=true'), // prettier-ignore
  'REST list of articles, components without photos': rest('/articles?populate=photos'),
  'REST list of articles, photos counted': rest('/articles?populate[photos][populate][photo][count]=true'),
  'REST list of articles, populate=*': rest('/articles?populate=*'),
  'REST drafts': rest('/articles?status=draft&populate=*'),
  'REST list of photos': rest('/photos?populate=*&pagination[pageSize]=100'),
  'REST categories with articles': rest('/categories?populate[articles][populate][photos][populate]=*'),
  'REST comments with articles': rest('/comments?populate[article][populate][photos][populate]=*'),
  'REST agencies': rest('/agencies?populate=*'),
  'REST upload list': { ask: () => ({ path: '/api/upload/files' }) },
  'REST upload list, with what files belong to': { ask: () => ({ path: '/api/upload/files?populate=*' }) },
  'GraphQL list of articles': graphql(`{ newswireArticles(pagination: { limit: 100 }) { ${ARTICLE} } }`),
  'GraphQL drafts': graphql(`{ newswireArticles(status: DRAFT) { ${ARTICLE} } }`),
  'GraphQL connection of articles': graphql(`{ newswireArticles_connection { nodes { ${ARTICLE} } } }`),
  'GraphQL list of photos': graphql(
    '{ newswirePhotos(pagination: { limit: 100 }) { headline caption image { url } } }',
  ),
  'GraphQL categories with articles': graphql(
    `{ newswireCategories(pagination: { limit: 1 }) { articles(pagination: { limit: 50 }) { ${ARTICLE} } } }`,
  ),
  'GraphQL categories with a connection': graphql(`{ newswireCategories(pagination: { limit: 1 }) { articles_connection(pagination: { limit: 50 }) { nodes { ${ARTICLE} } } } }`), // prettier-ignore
  'GraphQL comments with articles': graphql(`{ newswireComments { text article { ${ARTICLE} } } }`),
  'GraphQL files': graphql('{ uploadFiles(pagination: { limit: 100 }) { name url caption } }'),
  'REST single article': found('article', ({ article }) => `/articles/${article}?populate=*`),
  'REST single article, draft': found('article', ({ article }) => `/articles/${article}?status=draft`),
  'REST single photo': found('photo', ({ photo }) => `/photos/${photo}?populate=*`),
  'REST search of articles': found('article', (_, word) => `/articles?_q=${word}`),
  'REST articles by headline': found('article', (_, word) => `/articles?filters[headline][$contains]=${word}`),
  'REST photos by caption': found('photo', (_, word) => `/photos?filters[caption][$contains]=${word}`),
  'REST articles by the caption of a photo': found('photo', (_, word) => `/articles?filters[photos][photo][caption]=${word}`), // prettier-ignore
  'REST articles by the story’s caption': found('photo', (_, word) => `/articles?filters[photos][caption]=${word}`),
  'REST illustrations by their caption': { ask: (_, word, open) => ({ path: `/api/newswire/articles/${open.article}?fields=slug&populate[photos][filters][caption]=${word}` }), each: 'photo', isEmpty: dataIsEmpty }, // prettier-ignore
  'GraphQL illustrations by their caption': { ask: (_, word, open) => ({ path: '/graphql', query: `{ newswireArticle(documentId: "${open.article}") { photos(filters: { caption: { startsWith: "${word}" } }) { id } } }` }), each: 'photo', isEmpty: dataIsEmpty }, // prettier-ignore
  'REST articles by the file of a photo': found('photo', (_, word) => `/articles?filters[photos][photo][image][caption]=${word}`), // prettier-ignore
  'REST categories by their articles': found('article', (_, word) => `/categories?filters[articles][headline]=${word}`),
  'REST comments by their article': found('article', (_, word) => `/comments?filters[article][headline]=${word}`),
  'GraphQL single article': foundIn('article', ({ article }) => `{ newswireArticle(documentId: "${article}") { ${ARTICLE} } }`), // prettier-ignore
  'GraphQL single photo': foundIn('photo', ({ photo }) => `{ newswirePhoto(documentId: "${photo}") { caption } }`),
  'GraphQL articles by a photo': foundIn('photo', (_, word) => `{ newswireArticles(filters: { photos: { photo: { caption: { eq: "${word}" } } } }) { headline } }`), // prettier-ignore
  'GraphQL count of articles': foundIn('article', (_, word) => `{ newswireArticles_connection(filters: { headline: { eq: "${word}" } }) { pageInfo { total } } }`), // prettier-ignore
  'GraphQL count of photos': foundIn('photo', (_, word) => `{ newswirePhotos_connection(filters: { caption: { eq: "${word}" } }) { pageInfo { total } } }`), // prettier-ignore
  'REST latest': rest('/latest?first=100&populate[photos][populate][photo][populate]=image&populate[categories]=true'),
  'REST latest of a category': rest('/latest?category=harbour&first=100&populate=*'),
  'REST latest of an agency': rest('/latest?agency=Nordpix&first=100&populate=*'),
  'REST changes': rest('/changes?since=2026-01-01T00:00:00Z&first=100&populate=*'),
  'REST related of a story that is shown': { ask: (_one, _word, open) => ({ path: `/api/newswire/articles/${open.article}/related?populate=*` }) }, // prettier-ignore
  'REST related of a hidden story': found('article', ({ article }) => `/articles/${article}/related?populate=*`),
  'REST story by its slug': found('article', (_, word) => `/articles/by-slug/${word}?populate=*`),
  'REST full-text search': found('article', (_, word) => `/search?text=${word}&populate=*`),
  'GraphQL latest': graphql(`{ newswireLatest(first: 50) { nodes { ${ARTICLE} commentsCount } } }`),
  'GraphQL changes': graphql(`{ newswireChanges(since: "2026-01-01T00:00:00Z", first: 50) { nodes { ${ARTICLE} } } }`),
  'GraphQL related of a story that is shown': { ask: (_one, _word, open) => ({ path: '/graphql', query: `{ newswireRelated(documentId: "${open.article}", first: 50) { ${ARTICLE} } }` }) }, // prettier-ignore
  'GraphQL related of a hidden story': foundIn('article', ({ article }) => `{ newswireRelated(documentId: "${article}") { headline } }`), // prettier-ignore
  'GraphQL story by its slug': foundIn('article', (_, word) => `{ newswireArticleBySlug(slug: "${word}") { ${ARTICLE} } }`), // prettier-ignore
  'GraphQL full-text search': {
    ...foundIn('article', (_, word) => `{ newswireSearch(text: "${word}") { nodes { headline } } }`),
    isEmpty: ({ data }) => JSON.stringify(data) === '{"newswireSearch":{"nodes":[]}}',
  },
  ...Object.fromEntries(['rss', 'atom', 'ninjs', 'news-sitemap'].flatMap((feed): [string, Way][] => [[`${feed} feed`, rest(`/feeds/${feed}`)], [`${feed} feed of a category`, rest(`/feeds/${feed}?category=harbour`)]])), // prettier-ignore
  'REST comments of a story': found('article', ({ article }) => `/articles/${article}/comments`),
  'REST rules for comments on a story': {
    ...found('article', ({ article }) => `/articles/${article}/comments/rules`),
    isEmpty: ({ data }) => !JSON.stringify(data).includes('"open":true'),
  },
  'GraphQL comments of a story': {
    ...foundIn('article', ({ article }) => `{ newswireDiscussion(article: "${article}") { comments { text } total } }`),
    isEmpty: ({ data }) => data === null || data === undefined || JSON.stringify(data).includes('"comments":[]'),
  },
  'REST single file': { ask: ({ fileId }) => ({ path: `/api/upload/files/${fileId}` }), each: 'photo' },
};
