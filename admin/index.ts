import { Cast, Discuss, Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../contracts/uid';
import { SetRightsAction } from './bulk/SetRightsAction';
import { ListImportButton } from './components/ListImportButton';
import { contentManagerApis } from './contentManager';
import { LOCALES, message, prefixed } from './intl';
import { CreditsPanel } from './panels/credits/CreditsPanel';
import { WirePanel } from './panels/wire/WirePanel';
import { PATHS } from './paths';
import { checkedPublish } from './panels/validity/checkedPublish';
import { savedAsOpened } from './panels/validity/savedAsOpened';
import { ValidityPanel } from './panels/validity/ValidityPanel';
import { NearPanel } from './panels/near/NearPanel';
import { MAY } from './permissions';
import { fieldTexts } from './translations/fields';

/** What Strapi's admin is given. Registration only: everything else is a component. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Cast,
      intlLabel: message('plugin.name'),
      permissions: MAY.import,
      Component: () => import('./pages/App'),
      position: 3,
    });
    app.addMenuLink({
      to: PATHS.rights.slice(1),
      icon: Shield,
      intlLabel: message('rights.title'),
      permissions: MAY.rightsDesk,
      Component: () => import('./pages/rights/RightsDesk'),
      position: 4,
    });
    app.widgets.register({
      icon: Shield,
      title: message('inbox.title'),
      component: async () => (await import('./widgets/RightsWidget')).RightsWidget,
      pluginId: PLUGIN_ID,
      id: 'rights',
      link: { label: message('inbox.title'), href: PATHS.inbox },
      permissions: MAY.editRights,
    });
    app.addMenuLink({
      to: PATHS.comments.slice(1),
      icon: Discuss,
      intlLabel: message('comments.title'),
      permissions: MAY.moderateComments,
      Component: () => import('./pages/moderation/ModerationPage'),
      position: 5,
    });
    app.widgets.register({
      icon: Discuss,
      title: message('comments.widget'),
      component: async () => (await import('./widgets/CommentsWidget')).CommentsWidget,
      pluginId: PLUGIN_ID,
      id: 'comments',
      link: { label: message('comments.title'), href: PATHS.comments },
      permissions: MAY.moderateComments,
    });
    app.addSettingsLink(
      { id: PLUGIN_ID, intlLabel: message('plugin.name') },
      {
        id: `${PLUGIN_ID}-webhooks`,
        to: PATHS.webhooks.slice('/settings/'.length),
        intlLabel: message('webhooks.link'),
        permissions: MAY.readWebhooks,
        Component: () => import('./pages/webhooks/WebhooksSettings'),
      },
    );
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const contentManager = app.getPlugin('content-manager');
    contentManager.injectComponent('listView', 'actions', { name: `${PLUGIN_ID}-import`, Component: ListImportButton });
    const apis = contentManagerApis(contentManager.apis);
    apis.addEditViewSidePanel([ValidityPanel, WirePanel, CreditsPanel, NearPanel]);
    apis.addDocumentAction((actions) =>
      actions.map((one) => {
        if (one.type === 'publish') return checkedPublish(savedAsOpened(one));
        return one.type === 'update' ? savedAsOpened(one) : one;
      }),
    );
    apis.addBulkAction([SetRightsAction]);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    const ours = LOCALES.filter((locale) => locales.includes(locale));
    return Promise.all(
      ours.map(async (locale) => {
        const { default: texts } = await import(`./translations/${locale}.json`);
        return { locale, data: { ...prefixed(texts), ...fieldTexts(locale) } };
      }),
    );
  },
};
