import type { CorrectionType } from '../../../contracts/corrections';
import { UID } from '../../../contracts/uid';

/** Who may read or change the document in the Content Manager may read and take what the wire offers for it. */
const may = (action: 'read' | 'update', type: CorrectionType) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    {
      name: 'admin::hasPermissions',
      config: { actions: [[`plugin::content-manager.explorer.${action}`, UID[type]]] },
    },
  ],
});

const find = (type: CorrectionType) => ({
  method: 'GET' as const,
  path: `/corrections/${type}/:documentId`,
  handler: `corrections.${type}`,
  config: may('read', type),
});

const decide = (type: CorrectionType, handler: string) => ({
  method: 'POST' as const,
  path: `/corrections/${type}/:documentId`,
  handler: `corrections.${handler}`,
  config: may('update', type),
});

/** `/newswire/corrections`, in the admin API. */
export const correctionRoutes = {
  type: 'admin' as const,
  routes: [find('article'), find('photo'), decide('article', 'decideArticle'), decide('photo', 'decidePhoto')],
};
