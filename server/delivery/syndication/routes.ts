const route = (path: string, action: string) => ({
  method: 'GET' as const,
  path: `/feeds/${path}`,
  handler: `syndication.${action}`,
});

/** `/api/newswire/feeds/…`, each to be allowed in Users & Permissions. */
export const syndicationRoutes = {
  type: 'content-api' as const,
  routes: [route('rss', 'rss'), route('atom', 'atom'), route('ninjs', 'ninjs'), route('news-sitemap', 'newsSitemap')],
};
