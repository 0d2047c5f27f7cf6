import type { Core } from '@strapi/strapi';
import { graphqlService, type Extension, type Registry } from './plugin';

/** As much of a GraphQL schema as is used here (`graphql`, `GraphQLSchema`). */
interface Schema {
  getType(name: string): { getFields?(): Record<string, Field> } | null | undefined;
}

interface Field {
  resolve?: { name?: string } | undefined;
}

const PLUGIN = 'plugin::graphql';
/** The function of graphql-js that reads the property of the field's name; Nexus puts it where nobody gave a resolver. */
const READS_PROPERTY = 'defaultFieldResolver';

/**
 * Takes Strapi's wrapper off the fields that have nothing to guard or to compute. `wrapResolvers` (plugin-graphql,
 * `services/content-api`) puts two asynchronous functions and a policy context around every field of every type, a
 * headline too: for a front page of 25 stories that is a thousand fields, and half of its time. GraphQL's own resolver
 * reads the same property of the row.
 *
 * A field keeps its wrapper where anybody has given it a resolver, `auth`, a policy or a middleware, by whichever
 * extension. Must run in `register()`, before Strapi makes its schema and Apollo starts.
 */
export function unwrapPlainFields(strapi: Core.Strapi, typeNames: () => readonly string[]): void {
  const extensions = graphqlService(strapi, 'extension');
  const plain = new Map<string, string[]>();
  let registry: Registry | undefined;

  extensions.use(({ nexus, typeRegistry }) => {
    registry = typeRegistry;
    const onAfterBuild = (schema: Schema) => {
      for (const type of typeNames()) plain.set(type, plainFields(schema, type));
    };
    return { plugins: [nexus.plugin({ name: 'newswire', onAfterBuild })] };
  });

  const serverWillStart = ({ schema }: { schema: Schema }): Promise<void> => {
    const configured = registry ? extensions.generate({ typeRegistry: registry }).resolversConfig : undefined;
    for (const [type, names] of plain) unwrap(schema, type, names, configured);
    return Promise.resolve();
  };
  const plugins: unknown = strapi.config.get(`${PLUGIN}.apolloServer.plugins`);
  const others = Array.isArray(plugins) ? (plugins as unknown[]) : [];
  strapi.config.set(`${PLUGIN}.apolloServer.plugins`, [...others, { serverWillStart }]);
}

const fieldsOf = (schema: Schema, type: string): Record<string, Field> => schema.getType(type)?.getFields?.() ?? {};

const plainFields = (schema: Schema, type: string): string[] =>
  Object.entries(fieldsOf(schema, type))
    .filter(([, { resolve }]) => resolve === undefined || resolve.name === READS_PROPERTY)
    .map(([name]) => name);

function unwrap(
  schema: Schema,
  type: string,
  names: readonly string[],
  configured: Extension['resolversConfig'],
): void {
  const fields = fieldsOf(schema, type);
  for (const name of names) {
    // Strapi takes both notations: "Type.field" and { Type: { field } }.
    const isConfigured = configured?.[`${type}.${name}`] ?? configured?.[type];
    if (isConfigured === undefined) delete fields[name]?.resolve;
  }
}
