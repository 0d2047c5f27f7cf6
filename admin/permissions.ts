import { PERMISSIONS, type Permission } from '../contracts/permissions';

/** As `Page.Protect`, `useRBAC` and the menu want it. Constant arrays: `useRBAC` asks again when it is given a new one. */
const permission = (action: Permission) => [{ action, subject: null }];

export const MAY = {
  import: permission(PERMISSIONS.import),
  editRights: permission(PERMISSIONS.editRights),
} as const;
