import type { Core } from '@strapi/strapi';
import { rightsSettings } from '../gate/settings';
import { isUnguarded } from '../gate/unguarded';
import { isAdminRequest } from '../request';
import { isCountry } from '../wire/terms/territories';

/** Who is being answered, as far as it decides what may be shown. One request has one `now`: its lists and counts agree. */
export interface Reader {
  now: Date;
  /** ISO 3166-1 alpha-2; null where it is not known. Absent: the newsroom does not judge by place. */
  territory?: string | null;
}

type RequestContext = NonNullable<ReturnType<Core.Strapi['requestContext']['get']>>;

const known = new WeakMap<RequestContext, Reader>();

/**
 * The reader of the request that is being answered; undefined where none is: in jobs, boots, requests of the admin, and
 * the plugin's own reads that must see everything. Whoever is not known to be an admin is the public.
 */
export function readerOf(strapi: Core.Strapi): Reader | undefined {
  if (isUnguarded()) return undefined;
  const request = strapi.requestContext.get();
  return request === undefined || isAdminRequest(strapi) ? undefined : readerIn(strapi, request);
}

/** The reader, and where nobody of the public asks (an admin answers a comment, a job runs) anybody of it. */
export const publicReader = (strapi: Core.Strapi, now: Date): Reader => ({ ...readerOf(strapi), now });

/** The reader who has sent this request. Says in the answer that it depends on the place, so that no cache mixes places. */
export function readerIn(strapi: Core.Strapi, request: RequestContext): Reader {
  const found = known.get(request);
  if (found) return found;
  const { territory: source } = rightsSettings(strapi);
  const now = new Date();
  const reader: Reader = source ? { now, territory: territoryIn(request, source) } : { now };
  if (source?.header) request.vary(source.header);
  known.set(request, reader);
  return reader;
}

interface Source {
  header?: string | undefined;
  argument?: string | undefined;
}

/** The header first: a proxy of the operator's sets it, the argument anybody can. */
function territoryIn(request: RequestContext, { header, argument }: Source): string | null {
  const told = header ? request.get(header) : '';
  const asked = argument ? request.query[argument] : undefined;
  const code = (told || (typeof asked === 'string' ? asked : '')).trim().toUpperCase();
  const country = ALSO.get(code) ?? code;
  return isCountry(country) ? country : null;
}

/** As the European Union writes two countries that ISO 3166-1 writes otherwise. What is no country is not known (XX, ZZ, T1). */
const ALSO: ReadonlyMap<string, string> = new Map([['UK', 'GB'], ['EL', 'GR']]); // prettier-ignore

/** Lets REST take the argument that the operator has configured, where the host refuses what it does not know. */
export function allowTerritoryArgument(strapi: Core.Strapi): void {
  const argument = rightsSettings(strapi).territory?.argument;
  if (argument === undefined) return;
  strapi.contentAPI.addQueryParams({ [argument]: { schema: (z) => z.string().max(20) } });
}
