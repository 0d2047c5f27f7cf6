import type { Core } from '@strapi/strapi';

/**
 * What a process is for: `web` answers requests, `worker` only works on imports, `command` does one thing and ends
 * (`newswire import`). The command line says so before it boots the host's Strapi.
 */
export type ProcessRole = 'web' | 'worker' | 'command';

/** Where the command line writes it; hosts write nothing here. */
export const ROLE_KEY = 'newswire.role';

export const roleOf = (strapi: Core.Strapi): ProcessRole => {
  const role: unknown = strapi.config.get(ROLE_KEY);
  return role === 'worker' || role === 'command' ? role : 'web';
};
