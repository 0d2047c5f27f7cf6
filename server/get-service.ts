import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../contracts/uid';
import type { importer } from './importer/service';
import type { rightsDesk } from './desk/service';

/** The plugin's own services, by name; each is a function of `{ strapi }` that returns a small object. */
interface Services {
  importer: typeof importer;
  'rights-desk': typeof rightsDesk;
}

/** A service of the plugin, with the type that its own file infers. */
export function getService<Name extends keyof Services>(strapi: Core.Strapi, name: Name): ReturnType<Services[Name]> {
  return strapi.plugin(PLUGIN_ID).service(name) as ReturnType<Services[Name]>;
}
