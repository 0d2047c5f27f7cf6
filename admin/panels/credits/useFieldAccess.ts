import { useDocumentRBAC } from '@strapi/strapi/admin';
import type { RightsField } from '../../../contracts/rights';

export type Access = 'edit' | 'read' | 'hidden';

/** What the role of the editor lets them do with each of the six lines, as the edit view itself decides it. */
export function useFieldAccess(creating: boolean): (field: RightsField) => Access {
  const rbac = useDocumentRBAC('NewswireCredits', (state) => state);
  const readable = creating ? rbac.canCreateFields : rbac.canReadFields;
  const editable = creating ? rbac.canCreateFields : rbac.canUpdateFields;
  return (field) => {
    if (!rbac.canUserAction(field, readable, 'string')) return 'hidden';
    return rbac.canUserAction(field, editable, 'string') ? 'edit' : 'read';
  };
}
