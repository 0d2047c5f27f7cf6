import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';

/** A database that one test file has to itself. */
export interface TestDatabase {
  /** What the playground's `config/database.js` reads. */
  env: Record<string, string>;
  /** Removes it with all that is in it. */
  drop(): Promise<void>;
}

interface Server {
  /** As Strapi calls it, and as knex does. */
  client: string;
  driver: string;
  address: string;
}

const SERVERS = {
  postgres: {
    client: 'postgres',
    driver: 'pg',
    address: process.env['NEWSWIRE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  mariadb: {
    client: 'mysql',
    driver: 'mysql2',
    address: process.env['NEWSWIRE_TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306/',
  },
} satisfies Record<string, Server>;

const CLIENTS = {
  // A file in the test's own folder, which goes with the folder.
  sqlite: () => Promise.resolve({ env: { DATABASE_CLIENT: 'sqlite' }, drop: () => Promise.resolve() }),
  postgres: () => newDatabase(SERVERS.postgres),
  mariadb: () => newDatabase(SERVERS.mariadb),
};

export type Kind = keyof typeof CLIENTS;

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
  const { client, driver, address } = SERVERS[databaseKind];
  const known = databaseKind === 'postgres' ? 'select 1 from pg_database where datname = ?' : 'show databases like ?';
  await onServer(driver, address, async (server) => {
    const answer: unknown = await server.raw(known, [name]);
    const rows = Array.isArray(answer) ? (answer[0] as unknown[]) : (answer as { rows: unknown[] }).rows;
    if (rows.length === 0) await server.raw('create database ??', [name]);
  });
  return { env: envOf(client, address, name), drop: () => Promise.resolve() };
}

async function newDatabase({ client, driver, address }: Server): Promise<TestDatabase> {
  const name = `newswire_test_${randomBytes(6).toString('hex')}`;
  await onServer(driver, address, (server) => server.raw('create database ??', [name]));
  return {
    env: envOf(client, address, name),
    drop: () => onServer(driver, address, (server) => server.raw('drop database if exists ??', [name])),
  };
}

async function onServer(driver: string, address: string, work: (server: Knex) => Promise<unknown>): Promise<void> {
  const server = knex({ client: driver, connection: address });
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
}

function envOf(client: string, address: string, name: string): Record<string, string> {
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
