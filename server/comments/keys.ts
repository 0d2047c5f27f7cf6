import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { domainToUnicode } from 'node:url';
import type { Core } from '@strapi/strapi';
import ipaddr from 'ipaddr.js';
import { appSecretOf, keyFrom } from '../app-secret';
import { foldText } from './text';

/** Of a token: given for this comment and in time, given for it once, given for another or by nobody. */
export type TokenState = 'good' | 'over' | 'not-ours';

/**
 * Everything about a person that is kept only to be recognised again is kept as a keyed hash: without the key, which is
 * not in the database, nobody can try all addresses and e-mails until one fits.
 */
export interface Keys {
  /** Of a reader who gave an e-mail address. */
  email(address: string): string;
  /** Of a user of Users & Permissions. */
  user(id: number): string;
  /** Of a network address. Of IPv6 the first 64 bits: a household has all the rest. */
  address(ip: string): string;
  /** Lets whoever holds it edit this comment until that time. */
  token(documentId: string, until: Date): string;
  /** Whether a token was given for this comment, and its time is not over. */
  tokenState(token: string, documentId: string, now: Date): TokenState;
}

export function createKeys(secret: string): Keys {
  const key = keyFrom(secret, 'comments');
  const hash = (kind: string, value: string): string =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('base64url').slice(0, 32);
  const signed = (documentId: string, until: string): string => `${until}.${hash('token', `${documentId}\0${until}`)}`;
  return {
    email: (address) => hash('email', normalEmail(address)),
    user: (id) => hash('user', String(id)),
    address: (ip) => hash('address', networkOf(ip)),
    token: (documentId, until) => signed(documentId, until.getTime().toString(36)),
    tokenState(token, documentId, now) {
      const [until = ''] = token.split('.', 1);
      const expected = Buffer.from(signed(documentId, until));
      const given = Buffer.from(token);
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      if (!isOurs) return 'not-ours';
      return Number.parseInt(until, 36) > now.getTime() ? 'good' : 'over';
    },
  };
}

/** The key of this Strapi: its own secret for us, or one derived from the keys that every Strapi app has. */
export function keysOf(strapi: Core.Strapi, secret: string | undefined): Keys {
  const chosen = secret ?? appSecretOf(strapi);
  if (chosen === undefined) throw new Error('Newswire comments need `server.app.keys` or `newswire.comments.secret`.');
  return createKeys(chosen);
}

/** One spelling of each address: small letters, composed, the domain in its own letters and not in ASCII's (`xn--…`). */
export function normalEmail(address: string): string {
  const small = address.trim().normalize('NFC').toLowerCase();
  const at = small.lastIndexOf('@');
  const domain = domainToUnicode(small.slice(at + 1));
  return at < 0 || domain === '' ? small : small.slice(0, at + 1) + domain;
}

/** Of a text, so that the same one is found again. Not of a person, and so not keyed. */
export function textKey(text: string): string {
  const folded = foldText(text);
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, '');
  // Of a comment of signs alone the signs are the text.
  return createHash('sha256')
    .update(letters === '' ? folded : letters)
    .digest('base64url')
    .slice(0, 32);
}

function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv6' ? address.toByteArray().slice(0, 8).join('.') : address.toString();
}
