import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { graphqlService, type Extension, type GraphqlContext, type Registry, type Resolver } from './plugin';

/** As much of a GraphQL schema as is used here (`graphql`, `GraphQLSchema`). */
interface Schema {
  getType(name: string): { getFields?(): Record<string, Field> } | null | undefined;
}

interface Field {
  resolve?: Resolver | undefined;
}

const PLUGIN = 'plugin::graphql';
/** The function of graphql-js that reads the property of the field's name; Nexus puts it where nobody gave a resolver. */
const READS_PROPERTY = 'defaultFieldResolver';

/**
 * Takes Strapi's wrapper off the fields of some types. `wrapResolvers` (plugin-graphql, `services/content-api`) puts two
 * asynchronous functions and a policy context around every field of every type, a headline too: for a front page of 25
 * stories that is a thousand fields, and half of its time.
 *
 * - A field that only reads a property of the row is left to GraphQL's own resolver.
 * - A field with a resolver, such as a relation, asks for its `auth` once in a request and not once for each row.
 * - A field with a policy or a middleware, by whichever extension, keeps its wrapper.
 *
 * Must run in `register()`, before Strapi makes its schema and Apollo starts.
 */
export function unwrapPlainFields(strapi: Core.Strapi, typeNames: () => readonly string[]): void {
  const extensions = graphqlService(strapi, 'extension');
  const resolvers = new Map<string, ReadonlyMap<string, Resolver | undefined>>();
  let registry: Registry | undefined;

  extensions.use(({ nexus, typeRegistry }) => {
    registry = typeRegistry;
    const onAfterBuild = (schema: Schema) => {
      for (const type of typeNames()) resolvers.set(type, resolversOf(schema, type));
    };
    return { plugins: [nexus.plugin({ name: 'newswire', onAfterBuild })] };
  });

  const serverWillStart = ({ schema }: { schema: Schema }): Promise<void> => {
    const configured = registry ? extensions.generate({ typeRegistry: registry }).resolversConfig : undefined;
    for (const [type, fields] of resolvers) unwrap(strapi, schema, type, fields, configured);
    return Promise.resolve();
  };
  const plugins: unknown = strapi.config.get(`${PLUGIN}.apolloServer.plugins`);
  const others = Array.isArray(plugins) ? (plugins as unknown[]) : [];
  strapi.config.set(`${PLUGIN}.apolloServer.plugins`, [...others, { serverWillStart }]);
}

const fieldsOf = (schema: Schema, type: string): Record<string, Field> => schema.getType(type)?.getFields?.() ?? {};

/** The resolvers before Strapi wraps them; undefined where a property is read. */
const resolversOf = (schema: Schema, type: string): ReadonlyMap<string, Resolver | undefined> =>
  new Map(
    Object.entries(fieldsOf(schema, type)).map(([name, { resolve }]) => [
      name,
      resolve?.name === READS_PROPERTY ? undefined : resolve,
    ]),
  );

function unwrap(
  strapi: Core.Strapi,
  schema: Schema,
  type: string,
  resolvers: ReadonlyMap<string, Resolver | undefined>,
  configured: Extension['resolversConfig'] = {},
): void {
  const fields = fieldsOf(schema, type);
  for (const [name, resolve] of resolvers) {
    const [path, field] = [`${type}.${name}`, fields[name]];
    // Strapi takes both notations: "Type.field" and { Type: { field } }.
    if (!field || configured[type] !== undefined) continue;
    const { auth, ...more } = configured[path] ?? {};
    if (Object.keys(more).length > 0) continue;
    if (auth === undefined || auth === false) field.resolve = resolve;
    else if (resolve) field.resolve = withAuth(strapi, path, auth, resolve);
  }
}

/** What the wrapper of a field does where it has neither policies nor middlewares, with one look at the permissions a request. */
function withAuth(strapi: Core.Strapi, path: string, auth: { scope: string[] }, resolve: Resolver): Resolver {
  return (parent, args, context, info) =>
    permitted(strapi, context, path, auth).then(() => resolve(parent, args, context, info));
}

function permitted(
  strapi: Core.Strapi,
  context: GraphqlContext,
  path: string,
  auth: { scope: string[] },
): Promise<void> {
  const asked = verified.get(context) ?? new Map<string, Promise<void>>();
  verified.set(context, asked);
  const known =
    asked.get(path) ??
    // `auth` of the state is whatever the strategy has left there; Strapi types it for its own calls.
    strapi.auth.verify(context.state.auth as never, auth as never).catch(() => {
      throw new errors.ForbiddenError();
    });
  asked.set(path, known);
  return known;
}

/** Nothing of it outlives the request: permissions do change. */
const verified = new WeakMap<GraphqlContext, Map<string, Promise<void>>>();
