import type { Core } from '@strapi/strapi';

type Row = Record<string, unknown>;
type Dump = Record<string, string[]>;

/** Which table the ids of a column belong to. */
const REFERENCES: Record<string, string> = {
  article_id: 'newswire_articles',
  photo_id: 'newswire_photos',
  category_id: 'newswire_categories',
  agency_id: 'newswire_agencies',
  comment_id: 'newswire_comments',
  inv_comment_id: 'newswire_comments',
  wire_item_id: 'newswire_wire_items',
  import_run_id: 'newswire_import_runs',
  illustration_id: 'components_newswire_illustrations',
  entity_id: 'newswire_articles',
  cmp_id: 'components_newswire_illustrations',
};

/** What is generated, or says when something was written, or in which order. */
const GENERATED = new Set([
  'id', 'created_at', 'updated_at', 'refreshed_at', 'started_at', 'ended_at', 'finished_at', 'lease_until', 'owner',
  'article_ord', 'wire_item_ord', 'listed_at',
  // Hashed with a secret of the installation: another in each database.
  'author_key',
]); // prettier-ignore

/** What a row is called in both databases, by table. */
const NAMES: Record<string, (row: Row) => string> = {
  newswire_articles: (row) => `${String(row['uri'])} ${row['published_at'] === null ? 'draft' : 'live'}`,
  newswire_photos: (row) => String(row['uri']),
  newswire_categories: (row) => String(row['name']),
  newswire_agencies: (row) => String(row['name']),
  newswire_comments: (row) => String(row['text']),
  newswire_wire_items: (row) => String(row['key']),
  newswire_import_runs: () => 'the run',
};

/**
 * Every row of the plugin's tables and of the Media Library's, as text that is the same for two databases that hold the
 * same: ids are replaced by names, times of writing are left out. How many items a step of a run has depends on the writer.
 */
export async function dumpOf({ db }: Core.Strapi): Promise<Dump> {
  const { tables } = await db.dialect.schemaInspector.getSchema();
  const names = tables
    .map(({ name }) => name)
    .filter((name) => /newswire|^files/.test(name) && !/^newswire_(?:search|import_steps)/.test(name));
  const rows = new Map<string, Row[]>();
  for (const name of names) rows.set(name, await db.connection(name).select('*'));
  const ids = new Map<string, string>();
  const documents = new Map<string, string>();
  for (const [table, nameOf] of Object.entries(NAMES)) {
    for (const row of rows.get(table) ?? []) {
      ids.set(`${table}:${String(row['id'])}`, nameOf(row));
      documents.set(String(row['document_id']), `<${table} ${nameOf(row).replace(/ (draft|live)$/, '')}>`);
    }
  }
  // A component is called by the article and the place that it stands in.
  for (const row of rows.get('newswire_articles_cmps') ?? []) {
    const article = ids.get(`newswire_articles:${String(row['entity_id'])}`);
    ids.set(`components_newswire_illustrations:${String(row['cmp_id'])}`, `${article} #${String(row['order'])}`);
  }
  const shown = (table: string, row: Row): string => {
    const fields = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (column === 'id' && table.startsWith('components')) return [[column, ids.get(`${table}:${String(value)}`)]];
      if (GENERATED.has(column)) return [];
      if (column === 'published_at') return [[column, value === null ? null : 'set']];
      const target = REFERENCES[column];
      if (target !== undefined && value !== null) return [[column, ids.get(`${target}:${String(value)}`) ?? 'unknown']];
      return [[column, value]];
    });
    return withoutIds(JSON.stringify(Object.fromEntries(fields)), documents, table);
  };
  return Object.fromEntries(names.map((name) => [name, (rows.get(name) ?? []).map((row) => shown(name, row)).sort()]));
}

function withoutIds(text: string, documents: ReadonlyMap<string, string>, table: string): string {
  const named = text
    .replace(/"document_id":"[a-z0-9]{24}"/, '"document_id":"generated"')
    .replace(/\b[a-z][a-z0-9]{23}\b/g, (id) => documents.get(id) ?? id)
    // The slug of a headline that is taken ends with a part of the document's id.
    .replace(/("slug":"[^"]*)-[a-z0-9]{6}"/g, '$1-generated"');
  if (table !== 'newswire_wire_items') return named;
  return (
    named
      .replace(/((?:updatedAt|live)\W{1,8})\d{4}-\d\d-\d\dT[\d:.]+Z/g, '$1generated')
      // What a document held before an update is kept with its slug.
      .replace(/(slug\W{1,8}[^"\\]{1,200})-[a-z0-9]{6}(?=\\)/g, '$1-generated')
  );
}
