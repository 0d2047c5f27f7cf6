import type { Core } from '@strapi/strapi';
import { recordRightsChanges } from './audit/record';
import { contentTypes, dropUserWithoutUsersPermissions, registerComponents } from './content-types';
import * as api from './delivery/api';
import { guardPublicReads } from './delivery/public-reads';
import { firstStart } from './editing/first-start';
import { subscribeToWrites } from './editing/hooks';
import { followPublication } from './editing/publication';
import { getService } from './get-service';
import { importController } from './importer/controller';
import { importRoutes } from './importer/routes';
import { importer } from './importer/service';
import { registerPermissions } from './permissions';
import { rightsController } from './desk/controller';
import { rightsDesk } from './desk/service';
import { rightsRoutes } from './desk/routes';

export default {
  contentTypes,
  controllers: { ...api.controllers, imports: importController, rights: rightsController },
  services: { ...api.services, importer, 'rights-desk': rightsDesk },
  routes: { ...api.routes, imports: importRoutes, rights: rightsRoutes },

  register({ strapi }: { strapi: Core.Strapi }) {
    registerComponents(strapi);
    dropUserWithoutUsersPermissions(strapi);
    api.limitGraphql(strapi);
    recordRightsChanges(strapi);
    followPublication(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    subscribeToWrites(strapi);
    guardPublicReads(strapi);
    await registerPermissions(strapi);
    await firstStart(strapi);
    getService(strapi, 'importer').startRunner();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await getService(strapi, 'importer').stopRunner();
  },
};
