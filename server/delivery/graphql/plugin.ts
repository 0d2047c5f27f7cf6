import type { Core } from '@strapi/strapi';
import type { Row } from './related-rows';

/** What Strapi's GraphQL plugin gives to resolvers; it ships no types. */
export interface GraphqlContext {
  state: { auth?: unknown };
  /** The arguments of each field of `Query`, by its key in the answer. */
  rootQueryArgsByPath?: Map<string | number, Record<string, unknown>>;
}

export type Args = Record<string, unknown>;
/** The step of an answer that a field fills; `prev` is the one around it. */
export interface Path {
  key: string | number;
  prev?: Path | undefined;
}
export interface Info {
  path: Path;
}
export type Resolver<Answer = unknown> = (parent: Row, args: Args, context: GraphqlContext, info: Info) => Answer;

interface ContentType {
  uid: string;
  modelType: string;
  attributes: Record<string, Attribute>;
}

export interface Attribute {
  type: string;
  target?: string;
  component?: string;
  relation?: string;
  multiple?: boolean;
  private?: boolean;
}

export interface Extension {
  types?: unknown[];
  typeDefs?: string;
  plugins?: unknown[];
  resolvers?: Record<string, Record<string, { resolve: Resolver }>>;
  resolversConfig?: Record<string, { auth: false | { scope: string[] } }>;
}

/** Strapi's book of types; only handed on. */
export interface Registry {
  definitions: unknown;
}

/** As much of the library that Strapi makes its schema with as is used here. */
interface Nexus {
  plugin(of: { name: string; onAfterBuild(schema: unknown): void }): unknown;
}

interface ShadowCrud {
  disable(): ShadowCrud;
  disableMutations(): ShadowCrud;
  isEnabled(): boolean;
  field(name: string): { hasOutputEnabled(): boolean };
}

interface Services {
  extension: {
    shadowCRUD(uid: string): ShadowCrud;
    use(extension: (given: { nexus: Nexus; typeRegistry: Registry }) => Extension): void;
    /** What all extensions together give. Strapi calls it twice itself while it builds its schema. */
    generate(given: { typeRegistry: Registry }): Extension;
  };
  utils: {
    naming: { getTypeName(type: unknown): string; getComponentName(type: unknown): string };
    mappers: { graphQLFiltersToStrapiQuery(filters: unknown, contentType: { uid: string }): unknown };
  };
  builders: {
    utils: { transformArgs(args: Args, options: { contentType: unknown; usePagination: boolean }): Args };
    get(name: 'content-api'): {
      buildAssociationResolver(of: { contentTypeUID: string; attributeName: string }): Resolver<Promise<Related>>;
      buildComponentResolver(of: { contentTypeUID: string; attributeName: string }): Resolver<Promise<unknown>>;
    };
  };
  'content-api': { isBuiltInQueryField(name: string): boolean };
}

/** The answer of a relation: `value` at the far end of a to-one, `nodes` of a to-many. */
export interface Related {
  value?: unknown;
  nodes?: unknown;
  info?: unknown;
}

/** A service of Strapi's GraphQL plugin; the plugin must be there. */
export function graphqlService<Name extends keyof Services>(strapi: Core.Strapi, name: Name): Services[Name] {
  return strapi.plugin('graphql').service(name) as Services[Name];
}

export const hasGraphql = (strapi: Core.Strapi): boolean =>
  (strapi.plugin('graphql') as Core.Plugin | undefined) !== undefined;

export function modelOf(strapi: Core.Strapi, uid: string): ContentType {
  return strapi.getModel(uid as 'plugin::upload.file') as unknown as ContentType;
}
