import type { Core } from '@strapi/strapi';
import { nameGraphqlError } from '../errors';
import { hasGraphql } from '../graphql/plugin';
import { REFUSALS, type RefusalCode } from '../refusal';
import { deliverySettings, type DeliverySettings } from '../settings';
import { asksForNul } from './characters';
import { spreadSize } from './fragments';
import { asksForTooMany, MOST_VALUES } from './values';
import { costOf, ROOT_QUESTION, variablesOf, type Selection, type Type, type VariableDefinition } from './cost';

/** As much of what Apollo Server gives its plugins as is used here. */
interface Request {
  source?: string | undefined;
  operation?:
    | {
        operation: string;
        selectionSet: { selections: readonly Selection[] };
        variableDefinitions?: readonly VariableDefinition[] | undefined;
      }
    | undefined;
  document: { kind: string; definitions: readonly Selection[] };
  request: { variables?: Record<string, unknown> | undefined };
  schema: {
    getQueryType(): Type | null | undefined;
    getMutationType(): Type | null | undefined;
    getType(name: string): Type | undefined;
  };
  contextValue: { koaContext?: { state: Record<string, unknown> } };
}

interface Response {
  /** The query as it was sent; also where it could not be parsed. */
  source?: string | undefined;
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
        // Before the rules of validation, which follow each fragment wherever it is spread: a small query could keep them
        // busy for minutes.
        validationDidStart: (asked: { document: object }): Promise<void> => {
          const { definitions } = asked.document as Request['document'];
          // What is thrown here would be an error of the server; the empty one is refused when it is to be run.
          if (spreadSize(definitions) > MAX_SPREAD) asked.document = OVERGROWN;
          return Promise.resolve();
        },
        didResolveOperation: ({
          source,
          operation,
          document,
          request,
          schema,
          contextValue,
        }: Request): Promise<void> => {
          if (document === OVERGROWN) throw new Refused('too-costly', 'NEWSWIRE_TOO_COSTLY', SPREAD);
          // None, or one of several that was not named: Apollo says so.
          if (!operation) return Promise.resolve();
          const { selections } = operation.selectionSet;
          const isQuery = operation.operation === 'query';
          const root = isQuery ? schema.getQueryType() : schema.getMutationType();
          if (!root || !selections.some(isNews)) return Promise.resolve();
          // Answers of nothing but news may be kept by caches (`caching/http.ts`).
          if (contextValue.koaContext) contextValue.koaContext.state['newswire'] = isQuery && selections.every(isNews);
          // What is written may hold it, and is cleaned.
          if (isQuery && asksForNul(source ?? '', request.variables)) throw new Refused('invalid-request');
          // What is written is as long as it is: a comment has its own limits.
          if (isQuery && asksForTooMany(document.definitions, request.variables ?? {})) throw new Refused('invalid-request', 'BAD_USER_INPUT', TOO_MANY); // prettier-ignore
          const fragments = new Map(
            document.definitions.flatMap((one) =>
              one.kind === 'FragmentDefinition' ? [[one.name?.value ?? '', one] as const] : [],
            ),
          );
          const cost = costOf(selections, root, {
            fragments,
            variables: variablesOf(operation.variableDefinitions ?? [], request.variables ?? {}),
            typeNamed: (name) => schema.getType(name),
            usualPage,
            maxPage,
            maxCost,
          });
          if (cost > maxCost) throw tooCostly(maxCost);
          return Promise.resolve();
        },
        willSendResponse: ({ source, response }: Response): Promise<void> => {
          const isOfNews = source?.includes('newswire') === true;
          for (const { extensions } of response.body.singleResult?.errors ?? []) {
            // Strapi puts the message of an unforeseen error beside it, which may be a statement with its values.
            if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') delete extensions['error'];
            if (extensions && isOfNews) nameGraphqlError(extensions);
          }
          return Promise.resolve();
        },
      }),
  };
}

/** A query through a fragment at its root is counted as well: it may be one for news. */
const isNews = ({ kind, name }: Selection): boolean => kind !== 'Field' || name?.value.startsWith('newswire') === true;

/** Stands for a query that must not be followed any further; Apollo may keep it under that query's hash. */
const EMPTY = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      selectionSet: {
        kind: 'SelectionSet',
        selections: [{ kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
      },
    },
  ],
};
const OVERGROWN: Request['document'] = EMPTY;

const TOO_MANY = `An argument holds more than ${MOST_VALUES} values.`;

/** No front-end asks for so many fields at once. */
const MAX_SPREAD = 10_000;
const SPREAD = `This query asks for more than ${MAX_SPREAD} fields once its fragments are spread, or a fragment holds itself.`;

/** Apollo answers with the extensions of an error, whatever its class. */
class Refused extends Error {
  readonly extensions;

  constructor(refused: RefusalCode, code = 'BAD_USER_INPUT', detail = '') {
    const message = [detail, REFUSALS[refused][1]].filter((part) => part !== '').join(' ');
    super(message);
    const error = { name: 'ValidationError', message, details: { code: refused } };
    this.extensions = { code, http: { status: 400 }, error };
  }
}

const tooCostly = (maxCost: number): Refused => {
  const counted = `each object of the answer counts 1, each field of the query at its root ${ROOT_QUESTION}`;
  return new Refused('too-costly', 'NEWSWIRE_TOO_COSTLY', `This query could cost more than ${maxCost}: ${counted}.`);
};
