import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import request from 'supertest';
import { createDatabase, type TestDatabase } from './database';

const PLAYGROUND = resolve(__dirname, '../../playground');
const PASSWORD = 'Only-4-tests';

export type Agent = ReturnType<typeof request.agent>;

/** A right of an admin role: `plugin::newswire.import`, or an action of the Content Manager on a content type. */
export type Permission = string | { action: string; subject: string };

export interface Options {
  /** The plugin's own configuration, as `config/plugins.js` would give it. */
  config?: Record<string, unknown>;
  /** More environment variables for the playground's configuration. */
  env?: Record<string, string>;
  /** Another database than the one of `NEWSWIRE_TEST_DATABASE`. */
  database?: () => Promise<TestDatabase>;
  /** Whether it must be the first start on its database. */
  isFirst?: boolean;
  /** Runs after the configuration is read and before anything is registered: adds a content type, replaces a service. */
  prepare?: (strapi: Core.Strapi) => void;
}

/** A running Strapi with the plugin from its TypeScript sources, on a database and a folder of its own. */
export interface TestStrapi {
  strapi: Core.Strapi;
  /** Somebody who is not logged in. */
  anyone: Agent;
  superAdmin(): Promise<Agent>;
  /** An admin user of a new role that has these permissions and no others. */
  editor(permissions: readonly Permission[]): Promise<Agent>;
  /** The holder of a content API token: everything, or only the given actions ("plugin::newswire.article.find"). */
  tokenHolder(actions?: readonly string[]): Promise<Agent>;
  /** Lets a role of Users & Permissions do these actions. */
  grant(role: 'public' | 'authenticated', actions: readonly string[]): Promise<void>;
  /** Stops Strapi and starts it again on the same database and folder. */
  restart(options?: Options): Promise<TestStrapi>;
  /** Stops Strapi and leaves its database and its folder. */
  leave(): Promise<void>;
  /** Stops Strapi and removes its database and its folder. */
  stop(): Promise<void>;
}

export async function startStrapi(options: Options = {}): Promise<TestStrapi> {
  const isCopy = sharesStarts && !options.isFirst && !options.database;
  const place = isCopy ? await copyOf(await (started ??= startedOnce())) : await newPlace(options.database);
  try {
    return await boot(place, options);
  } catch (error) {
    await remove(place);
    throw error;
  }
}

interface Place {
  folder: string;
  database: TestDatabase;
}

let sharesStarts = false;
let started: Promise<Place> | undefined;

/**
 * From now on every Strapi begins with a copy of a database in which one has started before: the first start makes a
 * hundred tables and takes three times as long as the next. Answers what removes that database.
 */
export function shareFirstStart(): () => Promise<void> {
  sharesStarts = true;
  return async () => {
    if (started) await remove(await started);
  };
}

async function startedOnce(): Promise<Place> {
  const place = await newPlace();
  const first = await boot(place, {});
  await first.leave();
  return place;
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'newswire-test-'));

async function newPlace(database = createDatabase): Promise<Place> {
  return { folder: await newFolder(), database: await database() };
}

async function copyOf({ folder, database }: Place): Promise<Place> {
  const copy = { folder: await newFolder(), database: await database.copy() };
  await cp(folder, copy.folder, { recursive: true });
  return copy;
}

async function boot(place: Place, options: Options): Promise<TestStrapi> {
  const restoreEnvironment = setEnvironment({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    PLAYGROUND_DATA: place.folder,
    NEWSWIRE_PLUGIN: resolve(__dirname, 'plugin'),
    NEWSWIRE_CONFIG: JSON.stringify(options.config ?? {}),
    ...place.database.env,
    ...options.env,
  });
  const strapi = createStrapi({ appDir: PLAYGROUND, distDir: PLAYGROUND, autoReload: false, serveAdminPanel: false });
  options.prepare?.(strapi);
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((listening) => httpServer.listen(0, '127.0.0.1', listening));

  const agent = (token?: string): Agent => {
    const made = request.agent(httpServer);
    return token === undefined ? made : made.set('Authorization', `Bearer ${token}`);
  };
  let users = 0;
  const logIn = async (role: number): Promise<Agent> => {
    users += 1;
    const email = `user-${users}-${Date.now()}@newsroom.example`;
    await adminService(strapi, 'user').create({
      firstname: 'Ada',
      lastname: `User ${users}`,
      email,
      password: PASSWORD,
      isActive: true,
      registrationToken: null,
      roles: [role],
    });
    const answer = await agent().post('/admin/login').send({ email, password: PASSWORD }).expect(200);
    return agent(answer.body.data.token);
  };

  const leave = async (): Promise<void> => {
    await untilQuiet(strapi);
    await strapi.destroy();
    restoreEnvironment();
  };

  return {
    strapi,
    anyone: agent(),
    superAdmin: async () => logIn((await adminService(strapi, 'role').getSuperAdmin()).id),
    async editor(permissions) {
      users += 1;
      const role = await adminService(strapi, 'role').create({ name: `Role ${users} ${Date.now()}` });
      await adminService(strapi, 'role').assignPermissions(
        role.id,
        permissions.map((one) => (typeof one === 'string' ? { action: one } : { ...one, properties: {} })),
      );
      return logIn(role.id);
    },
    async tokenHolder(actions) {
      users += 1;
      const token = await adminService(strapi, 'api-token').create({
        name: `token ${users}`,
        lifespan: null,
        ...(actions ? { type: 'custom', permissions: actions } : { type: 'full-access' }),
      });
      return agent(token.accessKey);
    },
    grant: (role, actions) => grant(strapi, role, actions),
    leave,
    async restart(next = options) {
      await leave();
      return boot(place, next);
    },
    async stop() {
      await leave();
      await remove(place);
    },
  };
}

/**
 * Waits until nobody asks the database for anything. Strapi reads a document anew after the commit, to tell of it, in a
 * promise that nobody awaits. Where the database is closed meanwhile, that fails a minute later (tarn, `Pool.destroy`: who
 * asks while the connections are being closed waits for his time to run out), in the test of another file.
 */
async function untilQuiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: { numUsed(): number; numPendingAcquires(): number } };
  let quiet = 0;
  for (let tries = 0; quiet < QUIET_LOOKS && tries < MOST_LOOKS; tries += 1) {
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
    await new Promise((later) => setTimeout(later, LOOK_MS));
  }
}
const LOOK_MS = 10;
/** Between two questions of one reader no connection is in use either. */
const QUIET_LOOKS = 5;
const MOST_LOOKS = 1000;

/** Files of tests may share a process: none leaves its variables to the next. */
function setEnvironment(variables: Record<string, string>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  return () => {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  };
}

async function remove({ folder, database }: Place): Promise<void> {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}

/** The services of Strapi's admin that make users, as far as the tests use them. */
interface AdminServices {
  user: { create(user: Record<string, unknown>): Promise<{ id: number }> };
  role: {
    create(role: { name: string }): Promise<{ id: number }>;
    getSuperAdmin(): Promise<{ id: number }>;
    assignPermissions(role: number, permissions: Record<string, unknown>[]): Promise<unknown>;
  };
  'api-token': { create(token: Record<string, unknown>): Promise<{ accessKey: string }> };
}

function adminService<Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name): AdminServices[Name] {
  return strapi.service(`admin::${name}`) as AdminServices[Name];
}

async function grant(strapi: Core.Strapi, type: string, actions: readonly string[]): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  for (const action of actions) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
}
