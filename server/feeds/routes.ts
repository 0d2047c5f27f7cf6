import { PERMISSIONS } from '../../contracts/permissions';
import { requires } from '../permissions';

const config = requires(PERMISSIONS.manageFeeds);

/** `/newswire/feeds`, in the admin API. */
export const feedRoutes = {
  type: 'admin' as const,
  routes: [
    { method: 'GET' as const, path: '/feeds', handler: 'feeds.find', config },
    { method: 'POST' as const, path: '/feeds', handler: 'feeds.create', config },
    { method: 'PUT' as const, path: '/feeds/:documentId', handler: 'feeds.update', config },
    { method: 'DELETE' as const, path: '/feeds/:documentId', handler: 'feeds.remove', config },
    { method: 'POST' as const, path: '/feeds/:documentId/fetch', handler: 'feeds.fetch', config },
    { method: 'POST' as const, path: '/feeds/:documentId/pause', handler: 'feeds.pause', config },
    { method: 'POST' as const, path: '/feeds/:documentId/resume', handler: 'feeds.resume', config },
    { method: 'POST' as const, path: '/feeds/:documentId/token', handler: 'feeds.token', config },
  ],
};

/** `/api/newswire/push`. Not Strapi's tokens but the feed's own let in here. */
export const pushRoutes = {
  type: 'content-api' as const,
  routes: [{ method: 'POST' as const, path: '/push/:feed', handler: 'push.receive', config: { auth: false as const } }],
};
