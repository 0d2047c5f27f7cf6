import { PERMISSIONS, type Permission } from '../contracts/permissions';

/** As `Page.Protect`, `useRBAC` and the menu want it. Constant arrays: `useRBAC` asks again when it is given a new one. */
const permission = (action: Permission) => [{ action, subject: null }];

/** Strapi's own, for its webhooks. */
const webhooks = (...actions: readonly string[]) =>
  actions.map((action) => ({ action: `admin::webhooks.${action}`, subject: null }));

export const MAY = {
  import: permission(PERMISSIONS.import),
  manageFeeds: permission(PERMISSIONS.manageFeeds),
  editRights: permission(PERMISSIONS.editRights),
  takeDown: permission(PERMISSIONS.takeDown),
  readUsage: permission(PERMISSIONS.readUsage),
  exportAudit: permission(PERMISSIONS.exportAudit),
  /** Any of them opens the rights desk. */
  rightsDesk: [PERMISSIONS.editRights, PERMISSIONS.takeDown, PERMISSIONS.readUsage].flatMap(permission),
  overrideRights: permission(PERMISSIONS.overrideRights),
  moderateComments: permission(PERMISSIONS.moderateComments),
  eraseReaders: permission(PERMISSIONS.eraseReaders),
  readWebhooks: webhooks('read'),
  writeWebhooks: webhooks('create', 'update'),
} as const;
