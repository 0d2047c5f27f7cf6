import { PERMISSIONS } from '../../contracts/permissions';
import { requires } from '../permissions';

const known = { policies: ['admin::isAuthenticatedAdmin'] };
const route = (method: 'GET' | 'POST', path: string, action: string, config: object) => ({
  method,
  path: `/rights/:type/:documentId/${path}`,
  handler: `validity.${action}`,
  config,
});

/** `/newswire/rights/…`, in the admin API. What an editor may do with the document itself is asked in the controller. */
export const validityRoutes = {
  type: 'admin' as const,
  routes: [
    route('GET', 'validity', 'show', known),
    route('POST', 'confirm', 'confirm', known),
    route('POST', 'form', 'form', known),
    route('POST', 'decisions', 'decide', requires(PERMISSIONS.overrideRights)),
    route('POST', 'decisions/:id/withdraw', 'withdraw', requires(PERMISSIONS.overrideRights)),
  ],
};
