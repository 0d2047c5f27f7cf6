/** `/api/newswire`. Who may do what is set in Users & Permissions, as for every content API route. */
export const discussionRoutes = {
  type: 'content-api' as const,
  routes: [
    { method: 'GET' as const, path: '/articles/:article/comments', handler: 'discussion.thread' },
    { method: 'GET' as const, path: '/articles/:article/comments/rules', handler: 'discussion.rules' },
    { method: 'POST' as const, path: '/articles/:article/comments', handler: 'discussion.post' },
    { method: 'PUT' as const, path: '/comments/:documentId', handler: 'discussion.edit' },
    { method: 'DELETE' as const, path: '/comments/:documentId', handler: 'discussion.withdraw' },
    { method: 'POST' as const, path: '/comments/:documentId/reports', handler: 'discussion.report' },
  ],
};
