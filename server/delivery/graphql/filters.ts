import type { Core } from '@strapi/strapi';
import { isNewsType } from '../../../contracts/uid';
import { graphqlService } from './plugin';

/**
 * Filters of our types go to Strapi in the form that they have over REST. Strapi's sanitiser (`@strapi/utils`,
 * `traverse/query-filters`) takes what is an object without keys for nothing that was asked, and a `Date` is one, which
 * GraphQL makes of each time: of `between` and `in` an empty list was left, then nothing, and the answer was everything.
 *
 * Strapi looks up the translation anew for each question: it can be replaced when the plugin of GraphQL is there.
 */
export function translateFilters(strapi: Core.Strapi): void {
  const { mappers } = graphqlService(strapi, 'utils');
  const translated = mappers.graphQLFiltersToStrapiQuery.bind(mappers);
  mappers.graphQLFiltersToStrapiQuery = (filters, contentType) => {
    const query = translated(filters, contentType);
    return isNewsType(contentType.uid) ? asOverRest(query) : query;
  };
}

function asOverRest(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asOverRest);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [key, asOverRest(one)] as const);
  return Object.fromEntries(entries.map(([key, one]) => [key, key === '$in' && isEmpty(one) ? NOTHING : one]));
}

/** "One of none" is nothing; an empty list is passed over. Nothing is null in SQL. */
const NOTHING = [null];

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
