import type { Core } from '@strapi/strapi';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { normalEmail, type Keys } from './keys';

const USER = 'plugin::users-permissions.user';

/** What a comment tells of who wrote it. */
export interface Known {
  /** As it stands in the comment. */
  authorKey: string | undefined;
  email: string | undefined;
  userId: number | undefined;
}

/** What to populate of a comment to know its user by; a host may have no Users & Permissions. */
export const withUser = (strapi: Core.Strapi): object =>
  'user' in strapi.db.metadata.get(UID.comment).attributes ? { user: { select: ['id'] } } : {};

/** The same of a comment's row, read `withUser`. */
export function knownBy(row: Entity): Known {
  const user = row['user'] as Entity | null | undefined;
  return {
    authorKey: textOf(row, 'authorKey'),
    email: textOf(row, 'authorEmail'),
    userId: user ? Number(user['id']) : undefined,
  };
}

/**
 * Everything by which the same person is known here: the address and the account that has it are one. In the order of
 * what is asked; without those who left nothing to be known by.
 */
export async function identitiesOf(
  strapi: Core.Strapi,
  keys: Keys,
  people: readonly Known[],
): Promise<ReadonlySet<string>[]> {
  const emails = new Set(people.flatMap(({ email }) => (email === undefined ? [] : [normalEmail(email)])));
  const ids = new Set(people.flatMap(({ userId }) => (userId === undefined ? [] : [userId])));
  const users = await usersBy(strapi, [...emails], [...ids]);
  return people.map(({ authorKey, email, userId }) => {
    const own = users.filter(
      (user) => user.id === userId || (email !== undefined && user.email === normalEmail(email)),
    );
    const addresses = [...(email === undefined ? [] : [email]), ...own.map((user) => user.email)];
    return new Set([
      ...(authorKey === undefined ? [] : [authorKey]),
      ...(userId === undefined ? [] : [keys.user(userId)]),
      ...own.map(({ id }) => keys.user(id)),
      ...addresses.map((address) => keys.email(address)),
    ]);
  });
}

async function usersBy(
  strapi: Core.Strapi,
  emails: readonly string[],
  ids: readonly number[],
): Promise<{ id: number; email: string }[]> {
  const conditions = [
    ...emails.map((email) => ({ email: { $eqi: email } })),
    ...(ids.length === 0 ? [] : [{ id: { $in: ids } }]),
  ];
  if (!strapi.contentTypes[USER] || conditions.length === 0) return [];
  const rows = (await strapi.db
    .query(USER)
    .findMany({ select: ['id', 'email'], where: { $or: conditions } })) as Entity[];
  return rows.map((row) => ({ id: Number(row['id']), email: normalEmail(String(row['email'] ?? '')) }));
}
