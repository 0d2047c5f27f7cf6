import { PERMISSIONS, type Permission } from '../../contracts/permissions';
import { requires } from '../permissions';

const route = (method: 'GET' | 'POST' | 'DELETE', path: string, action: string, permission: Permission) => ({
  method,
  path: `/comments${path}`,
  handler: `comment-desk.${action}`,
  config: requires(permission),
});

/** `/newswire/comments`, in the admin API. */
export const commentDeskRoutes = {
  type: 'admin' as const,
  routes: [
    route('GET', '', 'queue', PERMISSIONS.moderateComments),
    route('GET', '/summary', 'summary', PERMISSIONS.moderateComments),
    route('POST', '/moderate', 'moderate', PERMISSIONS.moderateComments),
    route('POST', '/readers/export', 'exportReader', PERMISSIONS.eraseReaders),
    route('POST', '/readers/erase', 'eraseReader', PERMISSIONS.eraseReaders),
    route('GET', '/:documentId/log', 'log', PERMISSIONS.moderateComments),
    route('POST', '/:documentId/reply', 'reply', PERMISSIONS.moderateComments),
    route('POST', '/:documentId/ban', 'ban', PERMISSIONS.moderateComments),
    route('DELETE', '/:documentId/ban', 'unban', PERMISSIONS.moderateComments),
  ],
};
