import { PERMISSIONS } from '../../contracts/permissions';
import type { RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { requires } from '../permissions';

/** Who may read the document in the Content Manager may read its rights. */
const reads = (type: RightsType) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [['plugin::content-manager.explorer.read', UID[type]]] } },
  ],
});

/** `/newswire/rights`, in the admin API. */
export const rightsRoutes = {
  type: 'admin' as const,
  routes: [
    { method: 'POST' as const, path: '/rights/bulk', handler: 'rights.bulk', config: requires(PERMISSIONS.editRights) },
    {
      method: 'GET' as const,
      path: '/rights/article/:documentId',
      handler: 'rights.article',
      config: reads('article'),
    },
    { method: 'GET' as const, path: '/rights/photo/:documentId', handler: 'rights.photo', config: reads('photo') },
  ],
};
