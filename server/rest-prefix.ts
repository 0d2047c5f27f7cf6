import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../contracts/uid';

/** Where the plugin's own addresses of the public API begin: "/api/newswire/", unless the host has another prefix. */
export const restPrefix = (strapi: Core.Strapi): string =>
  `${String(strapi.config.get('api.rest.prefix') ?? '/api')}/${PLUGIN_ID}/`;
