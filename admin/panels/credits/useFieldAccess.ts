import { useDocumentRBAC } from '@strapi/strapi/admin';
import type { RightsField } from '../../../contracts/rights';

export type Access = 'edit' | 'read' | 'hidden';

/** What the role of the editor lets them do with each of the six lines, as the edit view itself decides it. */
export function useFieldAccess(creating: boolean): (field: RightsField | 'restrictions') => Access {
  const rbac = useDocumentRBAC('NewswireCredits', (state) => state);
  const readable = creating ? rbac.canCreateFields : rbac.canReadFields;
  const editable = creating ? rbac.canCreateFields : rbac.canUpdateFields;
  return (field) => {
    const kind = field === 'restrictions' ? 'json' : 'string';
    if (!rbac.canUserAction(field, readable, kind)) return 'hidden';
    return rbac.canUserAction(field, editable, kind) ? 'edit' : 'read';
  };
}
