const { randomBytes } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const NAMES = [
  'appKey',
  'adminJwt',
  'apiTokenSalt',
  'transferTokenSalt',
  'encryptionKey',
  'usersJwt',
  'demoEditorPassword',
];

/** Everything that a start leaves behind: database, uploads, secrets. Delete it to begin anew. */
function directory() {
  const folder = resolve(process.env.PLAYGROUND_DATA ?? join(__dirname, 'data'));
  mkdirSync(join(folder, 'public', 'uploads'), { recursive: true });
  return folder;
}

/** Secrets are made on the first start and never committed. */
function secrets() {
  const file = join(directory(), 'secrets.json');
  try {
    const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('base64url')]));
    writeFileSync(file, JSON.stringify(made, null, 2), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

module.exports = { directory, secrets };
