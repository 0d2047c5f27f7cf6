import type { Core } from '@strapi/strapi';
import { PERMISSIONS, type Permission } from '../contracts/permissions';
import { PLUGIN_ID } from '../contracts/uid';

const ACTIONS: readonly { action: Permission; displayName: string; subCategory: string }[] = [
  { action: PERMISSIONS.import, displayName: 'Import wire copy', subCategory: 'import' },
  { action: PERMISSIONS.publishOnImport, displayName: 'Publish on import', subCategory: 'import' },
  { action: PERMISSIONS.editRights, displayName: 'Edit credits and rights', subCategory: 'rights' },
  { action: PERMISSIONS.takeDown, displayName: 'Take down photos and stories', subCategory: 'rights' },
  { action: PERMISSIONS.readUsage, displayName: 'Read the usage report', subCategory: 'rights' },
  { action: PERMISSIONS.exportAudit, displayName: 'Export the history of rights', subCategory: 'rights' },
  {
    action: PERMISSIONS.overrideRights,
    displayName: 'Allow or forbid against the agency’s terms',
    subCategory: 'rights',
  },
  { action: PERMISSIONS.moderateComments, displayName: 'Moderate comments', subCategory: 'comments' },
  { action: PERMISSIONS.eraseReaders, displayName: 'Export and erase a reader’s data', subCategory: 'comments' },
  { action: PERMISSIONS.manageAgencies, displayName: 'Manage agencies', subCategory: 'desk' },
  { action: PERMISSIONS.manageFeeds, displayName: 'Manage feeds', subCategory: 'desk' },
];

/** Tells Strapi's role editor what an editor can be allowed to do. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as {
    actionProvider: { registerMany(actions: object[]): Promise<unknown> };
  };
  await actionProvider.registerMany(
    ACTIONS.map(({ action, ...shown }) => ({
      section: 'plugins',
      uid: action.replace(`plugin::${PLUGIN_ID}.`, ''),
      pluginName: PLUGIN_ID,
      ...shown,
    })),
  );
}

/** The route config that lets only admins with this permission in. */
export const requires = (...actions: Permission[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
