import { PERMISSIONS } from '../../../contracts/permissions';
import { requires } from '../../permissions';

const config = requires(PERMISSIONS.import);

/** `/newswire/quarantine` and the copies of items, in the admin API. */
export const quarantineRoutes = {
  type: 'admin' as const,
  routes: [
    { method: 'GET' as const, path: '/quarantine', handler: 'quarantine.find', config },
    { method: 'POST' as const, path: '/quarantine/replay', handler: 'quarantine.replay', config },
    { method: 'POST' as const, path: '/quarantine/dismiss', handler: 'quarantine.dismiss', config },
    { method: 'GET' as const, path: '/wire-items/:key/raw', handler: 'quarantine.raw', config },
    { method: 'GET' as const, path: '/wire-items/:key/raw/file', handler: 'quarantine.file', config },
  ],
};
