import { PERMISSIONS } from '../../contracts/permissions';
import { requires } from '../permissions';

const config = requires(PERMISSIONS.import);

/** `/newswire/imports`, in the admin API. */
export const importRoutes = {
  type: 'admin' as const,
  routes: [
    { method: 'POST' as const, path: '/imports/preview', handler: 'imports.preview', config },
    { method: 'POST' as const, path: '/imports', handler: 'imports.create', config },
    { method: 'GET' as const, path: '/imports', handler: 'imports.find', config },
    { method: 'GET' as const, path: '/imports/:documentId', handler: 'imports.findOne', config },
    { method: 'GET' as const, path: '/imports/:documentId/items', handler: 'imports.items', config },
    { method: 'GET' as const, path: '/imports/:documentId/photos', handler: 'imports.photos', config },
    { method: 'POST' as const, path: '/imports/:documentId/photos/fetch', handler: 'imports.fetchPhotos', config },
    { method: 'POST' as const, path: '/imports/:documentId/cancel', handler: 'imports.cancel', config },
    { method: 'POST' as const, path: '/imports/:documentId/retry', handler: 'imports.retry', config },
    { method: 'POST' as const, path: '/imports/:documentId/undo', handler: 'imports.undo', config },
  ],
};
