import { UID } from '../../../contracts/uid';

/** Who may read an article in the Content Manager sees what it looks like; who may edit it says that it does not. */
const may = (action: 'read' | 'update') => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    {
      name: 'admin::hasPermissions',
      config: { actions: [[`plugin::content-manager.explorer.${action}`, UID.article]] },
    },
  ],
});

/** `/newswire/near`, in the admin API. */
export const nearRoutes = {
  type: 'admin' as const,
  routes: [
    { method: 'GET' as const, path: '/near/:documentId', handler: 'near.find', config: may('read') },
    { method: 'POST' as const, path: '/near/:documentId/dismiss', handler: 'near.dismiss', config: may('update') },
  ],
};
