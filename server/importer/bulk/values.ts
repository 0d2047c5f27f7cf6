/** Of knex's compiler, what writes an insert (`lib/query/querycompiler.js` of 3.x, which has no types of its own). */
interface Compiler {
  single: { insert?: unknown; onConflict?: unknown; ignore?: boolean; merge?: unknown; returning?: unknown };
  insert(): unknown;
  _ignore(columns: unknown): string;
  _returning(columns: unknown): string;
}

interface Client {
  dialect?: unknown;
  queryCompiler?: unknown;
}

type Make = (this: Client, ...given: unknown[]) => unknown;

/**
 * Lets the inserts of one transaction be "insert … values (…), (…)" on SQLite too, as knex writes them for other databases.
 * Its own form for SQLite, "select ? as `a`, … union all select …", names every column in every row: compiled and read
 * for 48 columns, this is a tenth of an import (docs/performance.md). SQLite has known the short form since 3.7.11.
 * A client that is made otherwise than knex 3 makes it stays as it is.
 */
export function insertingValues({ client }: { client: Client }): void {
  const make = client.queryCompiler;
  if (client.dialect !== 'sqlite3' || typeof make !== 'function') return;
  client.queryCompiler = (...given: unknown[]): unknown => {
    const compiler: unknown = (make as Make).apply(client, given);
    if (isCompiler(compiler)) {
      const own = compiler.insert.bind(compiler);
      compiler.insert = () => valuesOf(compiler) ?? own();
    }
    return compiler;
  };
}

function valuesOf(compiler: Compiler): unknown {
  const { insert: rows, onConflict, ignore = false, merge, returning } = compiler.single;
  const written = Object.getPrototypeOf(Object.getPrototypeOf(compiler)) as Partial<Compiler>;
  if (!Array.isArray(rows) || rows.length < 2 || merge !== undefined || !written.insert) return undefined;
  const sql = String(written.insert.call(compiler));
  const end = (onConflict && ignore ? compiler._ignore(onConflict) : '') + (returning ? compiler._returning(returning) : ''); // prettier-ignore
  return { sql: sql + end, returning };
}

const isCompiler = (compiler: unknown): compiler is Compiler =>
  typeof compiler === 'object' &&
  compiler !== null &&
  'single' in compiler &&
  ['insert', '_ignore', '_returning'].every((name) => name in compiler);
