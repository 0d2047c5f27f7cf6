import { useDocumentRBAC } from '@strapi/strapi/admin';
import type { RightsField } from '../../../contracts/rights';

export type Access = 'edit' | 'read' | 'hidden';

/** What the role of the editor lets them do with each of the six lines, as the edit view itself decides it. */
export function useFieldAccess(creating: boolean): (field: RightsField) => Access {
  const may = useDocumentRBAC('NewswireCredits', (rbac) => ({
    read: creating ? rbac.canCreateFields : rbac.canReadFields,
    edit: creating ? rbac.canCreateFields : rbac.canUpdateFields,
    allows: rbac.canUserAction,
  }));
  return (field) => {
    if (!may.allows(field, may.read, 'string')) return 'hidden';
    return may.allows(field, may.edit, 'string') ? 'edit' : 'read';
  };
}
