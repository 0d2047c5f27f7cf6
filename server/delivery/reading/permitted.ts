import type { Core } from '@strapi/strapi';
import { UID } from '../../../contracts/uid';
import { refusal } from '../refusal';

/** Strapi's authentication, as far as it is used here. */
interface Auth {
  verify(auth: unknown, config: { scope: string[] }): Promise<void>;
}

/** What a question may be narrowed to, and who may read that may ask by it: as Strapi has it for filters. */
const ASKED_BY = { category: UID.category, agency: UID.agency } as const;

/** Refuses a question by something that the asking role may not read: its answer would tell it all the same. */
export async function mustBeRead(
  strapi: Core.Strapi,
  auth: unknown,
  asked: { category?: string | null | undefined; agency?: string | null | undefined },
): Promise<void> {
  for (const name of ['category', 'agency'] as const) {
    if (asked[name] === null || asked[name] === undefined) continue;
    const isPermitted = await (strapi.get('auth') as unknown as Auth)
      .verify(auth, { scope: [`${ASKED_BY[name]}.find`] })
      .then(
        () => true,
        () => false,
      );
    if (!isPermitted) throw refusal('invalid-request', `Your role may not read what "${name}" names.`);
  }
}
