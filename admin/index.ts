import { Cast } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../contracts/uid';
import { SetRightsAction } from './bulk/SetRightsAction';
import { ListImportButton } from './components/ListImportButton';
import { contentManagerApis } from './contentManager';
import { LOCALES, message, prefixed } from './intl';
import { CreditsPanel } from './panels/credits/CreditsPanel';
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
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const contentManager = app.getPlugin('content-manager');
    contentManager.injectComponent('listView', 'actions', { name: `${PLUGIN_ID}-import`, Component: ListImportButton });
    const apis = contentManagerApis(contentManager.apis);
    apis.addEditViewSidePanel([CreditsPanel]);
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
