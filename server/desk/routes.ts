import { PERMISSIONS, type Permission } from '../../contracts/permissions';
import type { RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import { requires } from '../permissions';

/** Who may read the document in the Content Manager may read its rights. */
const reads = (type: RightsType | 'agency') => ({
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
    {
      method: 'GET' as const,
      path: '/rights/article/:documentId/credit',
      handler: 'rights.articleCredit',
      config: reads('article'),
    },
    {
      method: 'GET' as const,
      path: '/rights/photo/:documentId/credit',
      handler: 'rights.photoCredit',
      config: reads('photo'),
    },
  ],
};

const route = (method: 'GET' | 'POST', path: string, handler: string, ...permissions: Permission[]) => ({
  method,
  path: `/desk/${path}`,
  handler: `desk.${handler}`,
  config: requires(...permissions),
});

/** `/newswire/desk`, in the admin API. */
export const deskRoutes = {
  type: 'admin' as const,
  routes: [
    route('GET', 'inbox/counts', 'counts', PERMISSIONS.editRights),
    route('GET', 'inbox', 'inbox', PERMISSIONS.editRights),
    { method: 'GET' as const, path: '/desk/agencies', handler: 'desk.agencies', config: reads('agency') },
    route('GET', 'uses/:type/:documentId', 'uses', PERMISSIONS.takeDown),
    route('POST', 'takedown', 'takedown', PERMISSIONS.takeDown),
    route('GET', 'usage', 'usage', PERMISSIONS.readUsage),
    route('GET', 'usage/export', 'usageExport', PERMISSIONS.readUsage),
    route('GET', 'audit/export', 'auditExport', PERMISSIONS.exportAudit),
  ],
};
