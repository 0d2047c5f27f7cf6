import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';

/** A database that one test file has to itself. */
export interface TestDatabase {
  /** What the playground's `config/database.js` reads. */
  env: Record<string, string>;
  /** Another one with the same in it; nobody may be connected to this one. A file's copy goes with its folder's. */
  copy(): Promise<TestDatabase>;
  /** Removes it with all that is in it. */
  drop(): Promise<void>;
}

interface Server {
  /** As Strapi calls it, and as knex does. */
  client: string;
  driver: string;
  address: string;
  /** Makes the database `name` with everything that is in `model`. */
  copy(server: Knex, model: string, name: string): Promise<void>;
}

const SERVERS = {
  postgres: {
    client: 'postgres',
    driver: 'pg',
    address: process.env['NEWSWIRE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    copy: async (server, model, name) => void (await server.raw('create database ?? template ??', [name, model])),
  },
  mariadb: {
    client: 'mysql',
    driver: 'mysql2',
    address: process.env['NEWSWIRE_TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306/',
    copy: copyTables,
  },
} satisfies Record<string, Server>;

const CLIENTS = {
  // A file in the test's own folder, which goes with the folder.
  sqlite: () => Promise.resolve(fileOfFolder()),
  postgres: () => newDatabase(SERVERS.postgres),
  mariadb: () => newDatabase(SERVERS.mariadb),
};

export type Kind = keyof typeof CLIENTS;

function fileOfFolder(): TestDatabase {
  const done = () => Promise.resolve();
  return { env: { DATABASE_CLIENT: 'sqlite' }, copy: () => Promise.resolve(fileOfFolder()), drop: done };
}

/** Which database the tests run on: `NEWSWIRE_TEST_DATABASE`, sqlite when it is not set. */
export const databaseKind = kindOf(process.env['NEWSWIRE_TEST_DATABASE'] ?? 'sqlite');

export function createDatabase(kind: Kind = databaseKind): Promise<TestDatabase> {
  return CLIENTS[kind]();
}

/** A database on a PostgreSQL of the test's own. */
export function postgresAt(address: string): Promise<TestDatabase> {
  return newDatabase({ ...SERVERS.postgres, address });
}

function kindOf(name: string): Kind {
  if (name in CLIENTS) return name as Kind;
  throw new Error(`NEWSWIRE_TEST_DATABASE is "${name}"; it can be ${Object.keys(CLIENTS).join(', ')}.`);
}

/** A database that is kept: it is made where it is not there yet, and never dropped. For SQLite it is the folder's. */
export async function keptDatabase(name: string): Promise<TestDatabase> {
  if (databaseKind === 'sqlite') return CLIENTS.sqlite();
  const { driver, address } = SERVERS[databaseKind];
  const known = databaseKind === 'postgres' ? 'select 1 from pg_database where datname = ?' : 'show databases like ?';
  await onServer({ driver, address }, async (server) => {
    const answer: unknown = await server.raw(known, [name]);
    const rows = Array.isArray(answer) ? (answer[0] as unknown[]) : (answer as { rows: unknown[] }).rows;
    if (rows.length === 0) await server.raw('create database ??', [name]);
  });
  return { ...databaseAt(SERVERS[databaseKind], name), drop: () => Promise.resolve() };
}

async function newDatabase(server: Server): Promise<TestDatabase> {
  const name = newName();
  await onServer(server, (knex) => knex.raw('create database ??', [name]));
  return databaseAt(server, name);
}

function databaseAt(server: Server, name: string): TestDatabase {
  return {
    env: envOf(server, name),
    async copy() {
      const copied = newName();
      await onServer(server, (knex) => server.copy(knex, name, copied));
      return databaseAt(server, copied);
    },
    drop: () => onServer(server, (knex) => knex.raw('drop database if exists ??', [name])),
  };
}

const newName = (): string => `newswire_test_${randomBytes(6).toString('hex')}`;

/** MySQL copies no database: its tables are made anew. Triggers are left out, Strapi's start sets them. */
async function copyTables(server: Knex, model: string, name: string): Promise<void> {
  await server.raw('create database ??', [name]);
  await server.raw('use ??', [name]);
  await server.raw('set foreign_key_checks = 0');
  const [tables] = (await server.raw('show tables from ??', [model])) as [Record<string, string>[]];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    const [[made]] = (await server.raw('show create table ??.??', [model, table])) as [Record<string, string>[]];
    await server.raw(made?.['Create Table'] ?? '');
    await server.raw('insert into ?? select * from ??.??', [table, model, table]);
  }
}

async function onServer(
  { driver, address }: Pick<Server, 'driver' | 'address'>,
  work: (server: Knex) => Promise<unknown>,
): Promise<void> {
  // One connection: `use` holds for it alone.
  const server = knex({ client: driver, connection: address, pool: { min: 1, max: 1 } });
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
}

function envOf({ client, address }: Server, name: string): Record<string, string> {
  const { hostname, port, username, password } = new URL(address);
  return {
    DATABASE_CLIENT: client,
    DATABASE_HOST: hostname,
    DATABASE_PORT: port,
    DATABASE_NAME: name,
    DATABASE_USERNAME: decodeURIComponent(username),
    DATABASE_PASSWORD: decodeURIComponent(password),
  };
}
