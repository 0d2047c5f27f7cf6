import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLAYGROUND = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** What the public may read in the playground. */
const PUBLIC_TYPES = ['article', 'photo', 'category', 'comment', 'agency'];
const PUBLIC_ACTIONS = [
  ...PUBLIC_TYPES.flatMap((type) => [`plugin::newswire.${type}.find`, `plugin::newswire.${type}.findOne`]),
  'plugin::upload.content-api.find',
  ...['rss', 'atom', 'ninjs', 'newsSitemap'].map((feed) => `plugin::newswire.syndication.${feed}`),
  ...['thread', 'rules', 'post', 'edit', 'withdraw', 'report'].map((act) => `plugin::newswire.discussion.${act}`),
];

export class PortTaken extends Error {}

/**
 * Starts the playground's Strapi with a demo editor, and lets the public read what Newswire publishes.
 * `data` is the folder of the database, the uploads and the secrets; `playground/data` when not given.
 */
export async function startPlayground({ port, data }) {
  await ensureFree(port);
  process.env.PORT = String(port);
  process.env.LOG_LEVEL ??= 'error';
  if (data !== undefined) process.env.PLAYGROUND_DATA = data;
  const { secrets } = require('./data.js');
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({ appDir: PLAYGROUND, distDir: PLAYGROUND, autoReload: false, serveAdminPanel: true });
  strapi.config.set('server.logger.startup.enabled', false);
  await strapi.load();
  const editor = { email: 'editor@newsroom.example', password: secrets().demoEditorPassword };
  await ensureEditor(strapi, editor);
  await letThePublicRead(strapi);
  await strapi.start();
  return { strapi, editor, address: `http://127.0.0.1:${port}` };
}

function ensureFree(port) {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const isTaken = error.code === 'EADDRINUSE';
      taken(isTaken ? new PortTaken(`Port ${port} is taken. Stop what runs there, or choose another port.`) : error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(free));
  });
}

async function ensureEditor(strapi, { email, password }) {
  const users = strapi.service('admin::user');
  if (await users.exists({ email })) return;
  const role = await strapi.service('admin::role').getSuperAdmin();
  const name = { firstname: 'Demo', lastname: 'Editor' };
  await users.create({ ...name, email, password, isActive: true, registrationToken: null, roles: [role.id] });
}

async function letThePublicRead(strapi) {
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of PUBLIC_ACTIONS) {
    const granted = await permissions.findOne({ where: { action, role: role.id } });
    if (!granted) await permissions.create({ data: { action, role: role.id } });
  }
}
