/** The admin actions of the plugin, as Strapi's role editor lists them. Every admin route checks one. */
export const PERMISSIONS = {
  import: 'plugin::newswire.import',
  publishOnImport: 'plugin::newswire.publish-on-import',
  editRights: 'plugin::newswire.rights.edit',
  takeDown: 'plugin::newswire.rights.take-down',
  readUsage: 'plugin::newswire.usage.read',
  exportAudit: 'plugin::newswire.audit.export',
  overrideRights: 'plugin::newswire.rights.override',
  moderateComments: 'plugin::newswire.comments.moderate',
  eraseReaders: 'plugin::newswire.comments.erase',
  manageAgencies: 'plugin::newswire.agencies.manage',
  manageFeeds: 'plugin::newswire.feeds.manage',
} as const;

export type Permission = (typeof PERMISSIONS)[keyof typeof PERMISSIONS];
