import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Strapi from '@strapi/strapi';
import { ROLE_KEY, type ProcessRole } from '../server/process-role';

type StrapiModule = Pick<typeof Strapi, 'createStrapi'>;
interface TypescriptModule {
  resolveOutDir(folder: string): Promise<string>;
}

/** What is told to people instead of a stack: the command cannot be done in this folder. */
export class HostError extends Error {}

/**
 * Boots the Strapi of a folder without HTTP: its database, its plugins, their services. As `strapi start` does, it reads
 * a project in TypeScript from where it was built. The host's own cron tasks stay with the instances that answer requests.
 */
export async function bootHost(folder: string, role: Exclude<ProcessRole, 'web'>): Promise<Strapi.Core.Strapi> {
  const { createStrapi, distDir } = await strapiOf(folder);
  // Strapi reads `.env` and more from the folder that the process is in.
  process.chdir(folder);
  const strapi = createStrapi({ appDir: folder, distDir, autoReload: false, serveAdminPanel: false });
  strapi.config.set(ROLE_KEY, role);
  strapi.config.set('server.cron.enabled', false);
  if (role === 'command') strapi.log.level = 'error';
  await strapi.load();
  if (!strapi.plugins['newswire']) throw new HostError(`The Strapi in ${folder} does not use the plugin newswire.`);
  return strapi;
}

async function strapiOf(folder: string): Promise<StrapiModule & { distDir: string }> {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) throw new HostError(`${folder} is no Strapi project. Name its folder with --app.`);
  const load = createRequire(manifest);
  let strapi: StrapiModule;
  try {
    strapi = load('@strapi/strapi') as StrapiModule;
  } catch {
    throw new HostError(`There is no @strapi/strapi in ${folder}. Run npm install there, or name another with --app.`);
  }
  if (!existsSync(join(folder, 'tsconfig.json'))) return { ...strapi, distDir: folder };
  // The helper belongs to Strapi, not to the project.
  const typescript = createRequire(load.resolve('@strapi/strapi/package.json'))(
    '@strapi/typescript-utils',
  ) as TypescriptModule;
  const distDir = await typescript.resolveOutDir(folder);
  if (!existsSync(distDir)) throw new HostError(`${distDir} is not there. Run npm run build in ${folder} first.`);
  return { ...strapi, distDir };
}
