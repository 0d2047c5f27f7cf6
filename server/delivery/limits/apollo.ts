import type { Core } from '@strapi/strapi';
import { hasGraphql } from '../graphql/plugin';
import { deliverySettings, type DeliverySettings } from '../settings';
import { costOf, type Selection, type Type } from './cost';

/** As much of what Apollo Server gives its plugins as is used here. */
interface Request {
  operation: { operation: string; selectionSet: { selections: readonly Selection[] } };
  document: { definitions: readonly Selection[] };
  request: { variables?: Record<string, unknown> | undefined };
  schema: { getQueryType(): Type | null | undefined; getType(name: string): Type | undefined };
  contextValue: { koaContext?: { state: Record<string, unknown> } };
}

interface Response {
  response: { body: { kind: string; singleResult?: { errors?: readonly Failure[] } } };
}

interface Failure {
  extensions?: Record<string, unknown>;
}

const PLUGIN = 'plugin::graphql';
const USUAL_PAGE = 25;

/**
 * Limits that hold without any configuration: depth and page size are Strapi's own, set where the host has said nothing;
 * the cost of queries for news is counted before they run. Must run in `register()`, before Apollo starts.
 */
export function limitQueries(strapi: Core.Strapi): void {
  if (!hasGraphql(strapi)) return;
  const settings = deliverySettings(strapi);
  const { config } = strapi;
  if (!isLimit(config.get(`${PLUGIN}.depthLimit`))) config.set(`${PLUGIN}.depthLimit`, settings.maxDepth);
  if (!isLimit(config.get(`${PLUGIN}.maxLimit`))) config.set(`${PLUGIN}.maxLimit`, settings.maxPageSize);
  const maxPage = Number(config.get(`${PLUGIN}.maxLimit`));
  if (!isLimit(config.get(`${PLUGIN}.defaultLimit`))) {
    config.set(`${PLUGIN}.defaultLimit`, Math.min(USUAL_PAGE, maxPage));
  }
  const plugins: unknown = config.get(`${PLUGIN}.apolloServer.plugins`);
  const ours = countCost(settings, Number(config.get(`${PLUGIN}.defaultLimit`)), maxPage);
  config.set(`${PLUGIN}.apolloServer.plugins`, [...(Array.isArray(plugins) ? (plugins as unknown[]) : []), ours]);
}

const isLimit = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value > 0;

function countCost({ maxCost }: DeliverySettings, usualPage: number, maxPage: number) {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, document, request, schema, contextValue }: Request): Promise<void> => {
          const { selections } = operation.selectionSet;
          const query = schema.getQueryType();
          if (operation.operation !== 'query' || !query || !selections.some(isNews)) return Promise.resolve();
          // Answers of nothing but news may be kept by caches (`caching/http.ts`).
          if (contextValue.koaContext) contextValue.koaContext.state['newswire'] = selections.every(isNews);
          const fragments = new Map(
            document.definitions.flatMap((one) =>
              one.kind === 'FragmentDefinition' ? [[one.name?.value ?? '', one] as const] : [],
            ),
          );
          const cost = costOf(selections, query, {
            fragments,
            variables: request.variables ?? {},
            typeNamed: (name) => schema.getType(name),
            usualPage,
            maxPage,
            maxCost,
          });
          if (cost > maxCost) throw new TooCostly(maxCost);
          return Promise.resolve();
        },
        willSendResponse: ({ response }: Response): Promise<void> => {
          for (const { extensions } of response.body.singleResult?.errors ?? []) {
            // Strapi puts the message of an unforeseen error beside it, which may be a statement with its values.
            if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') delete extensions['error'];
          }
          return Promise.resolve();
        },
      }),
  };
}

/** A query through a fragment at its root is counted as well: it may be one for news. */
const isNews = ({ kind, name }: Selection): boolean => kind !== 'Field' || name?.value.startsWith('newswire') === true;

/** Apollo answers with the extensions of an error, whatever its class. */
class TooCostly extends Error {
  readonly extensions = { code: 'NEWSWIRE_TOO_COSTLY', http: { status: 400 } };

  constructor(maxCost: number) {
    super(
      `This query could answer with more than ${maxCost} objects. Ask for smaller pages, or for fewer lists in lists.`,
    );
  }
}
