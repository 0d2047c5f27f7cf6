import { randomBytes } from 'node:crypto';
import knex, { type Knex } from 'knex';

/** A database that one test file has to itself. */
export interface TestDatabase {
  /** What the playground's `config/database.js` reads. */
  env: Record<string, string>;
  /** Removes it with all that is in it. */
  drop(): Promise<void>;
}

const CLIENTS = {
  // A file in the test's own folder, which goes with the folder.
  sqlite: () => Promise.resolve({ env: { DATABASE_CLIENT: 'sqlite' }, drop: () => Promise.resolve() }),
  postgres: () =>
    onServer('postgres', 'pg', process.env['NEWSWIRE_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'),
  mariadb: () => onServer('mysql', 'mysql2', process.env['NEWSWIRE_TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306/'),
};

type Kind = keyof typeof CLIENTS;

/** Which database the tests run on: `NEWSWIRE_TEST_DATABASE`, sqlite when it is not set. */
export const databaseKind = kindOf(process.env['NEWSWIRE_TEST_DATABASE'] ?? 'sqlite');

export function createDatabase(): Promise<TestDatabase> {
  return CLIENTS[databaseKind]();
}

function kindOf(name: string): Kind {
  if (name in CLIENTS) return name as Kind;
  throw new Error(`NEWSWIRE_TEST_DATABASE is "${name}"; it can be ${Object.keys(CLIENTS).join(', ')}.`);
}

async function onServer(client: string, driver: string, address: string): Promise<TestDatabase> {
  const { hostname, port, username, password } = new URL(address);
  const name = `newswire_test_${randomBytes(6).toString('hex')}`;
  const run = async (work: (server: Knex) => Promise<unknown>): Promise<void> => {
    const server = knex({ client: driver, connection: address });
    try {
      await work(server);
    } finally {
      await server.destroy();
    }
  };
  await run((server) => server.raw('create database ??', [name]));
  return {
    env: {
      DATABASE_CLIENT: client,
      DATABASE_HOST: hostname,
      DATABASE_PORT: port,
      DATABASE_NAME: name,
      DATABASE_USERNAME: decodeURIComponent(username),
      DATABASE_PASSWORD: decodeURIComponent(password),
    },
    drop: () => run((server) => server.raw('drop database if exists ??', [name])),
  };
}
