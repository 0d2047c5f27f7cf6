import type { Core } from '@strapi/strapi';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What an http feed signs in with. */
export const credentials = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('basic'), username: z.string(), password: z.string() }),
  z.object({ kind: z.literal('header'), name: z.string(), value: z.string() }),
]);
export type Credentials = z.infer<typeof credentials>;

interface Encryption {
  encrypt(value: string): string | null;
  decrypt(value: string): string | null;
}

/**
 * Credentials as the database keeps them: encrypted with Strapi's own key (`admin.secrets.encryptionKey`), as Strapi
 * keeps its API tokens; in the clear where the host has no key.
 */
export function seal(strapi: Core.Strapi, secret: Credentials): string {
  const text = JSON.stringify(secret);
  const sealed = hasKey(strapi) ? encryption(strapi).encrypt(text) : null;
  return sealed === null ? text : `sealed:${sealed}`;
}

/** The credentials again; undefined where the key they were sealed with is gone. */
export function unseal(strapi: Core.Strapi, kept: string): Credentials | undefined {
  const text = kept.startsWith('sealed:') ? encryption(strapi).decrypt(kept.slice('sealed:'.length)) : kept;
  return text === null ? undefined : credentials.parse(JSON.parse(text));
}

const hasKey = (strapi: Core.Strapi): boolean => Boolean(strapi.config.get('admin.secrets.encryptionKey'));
const encryption = (strapi: Core.Strapi): Encryption => strapi.service('admin::encryption') as Encryption;

/** The header that the credentials are sent in. */
export function headersOf(secret: Credentials): Record<string, string> {
  if (secret.kind === 'header') return { [secret.name.toLowerCase()]: secret.value };
  const pair = Buffer.from(`${secret.username}:${secret.password}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}

/** A token for a push feed. It is shown once; the database keeps its hash. */
export function newToken(): { token: string; tokenHash: string } {
  const token = `nwp_${randomBytes(32).toString('base64url')}`;
  return { token, tokenHash: hash(token).toString('hex') };
}

/** Compares in constant time, also where there is nothing to compare with. */
export function isToken(given: string, tokenHash: string | undefined): boolean {
  const kept = Buffer.from(tokenHash ?? '', 'hex');
  const isThere = kept.length === 32;
  return timingSafeEqual(hash(given), isThere ? kept : Buffer.alloc(32)) && isThere;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
