import type { Core } from '@strapi/strapi';
import { contentTypes, dropUserWithoutUsersPermissions, registerComponents } from './content-types';
import * as api from './delivery/api';
import { guardPublicReads } from './delivery/public-reads';
import { subscribeToWrites } from './editing/hooks';

export default {
  contentTypes,
  controllers: { ...api.controllers },
  services: { ...api.services },
  routes: { ...api.routes },
  register({ strapi }: { strapi: Core.Strapi }) {
    registerComponents(strapi);
    dropUserWithoutUsersPermissions(strapi);
    api.limitGraphql(strapi);
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    subscribeToWrites(strapi);
    guardPublicReads(strapi);
  },
};
