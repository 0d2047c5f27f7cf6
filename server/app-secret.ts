import type { Core } from '@strapi/strapi';
import { hkdfSync } from 'node:crypto';

/** The first of the keys that every Strapi app has (`server.app.keys`); undefined where the host gave none. */
export function appSecretOf(strapi: Core.Strapi): string | undefined {
  const keys: unknown = strapi.config.get('server.app.keys');
  const [first] = Array.isArray(keys) ? (keys as unknown[]) : [];
  return typeof first === 'string' ? first : undefined;
}

/** A key for one purpose, 32 bytes, from which neither the secret nor the key for another purpose can be told. */
export const keyFrom = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `newswire ${purpose}`, 32));
