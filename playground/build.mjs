import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLAYGROUND = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(PLAYGROUND);
const PLUGIN_SOURCES = ['admin', 'bin', 'content-types', 'contracts', 'server', 'package.json', 'tsconfig.json'];
const HOST_SOURCES = [
  'dist/admin',
  'package-lock.json',
  'playground/config',
  'playground/package.json',
  'playground/src',
];

/** What is built, in this order: each with what it is made of, and one file that proves that it is there. */
const BUILDS = [
  {
    name: 'plugin',
    inputs: PLUGIN_SOURCES,
    output: 'dist/server/index.js',
    run: () => node(ROOT, '@strapi/sdk-plugin/bin/strapi-plugin.js', ['build', '--silent']),
  },
  {
    name: 'admin',
    inputs: HOST_SOURCES,
    output: 'playground/build/index.html',
    run: () => node(PLAYGROUND, '@strapi/strapi/bin/strapi.js', ['build']),
  },
];

/** Builds the plugin and the admin panel of the playground, each only if its sources have changed since it was built. */
export function buildWhatChanged() {
  for (const { name, inputs, output, run } of BUILDS) {
    const hash = hashOf(inputs);
    if (existsSync(join(ROOT, output)) && stamp(name) === hash) continue;
    process.stdout.write(`Building the ${name} … `);
    const started = Date.now();
    run();
    writeStamp(name, hash);
    console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
}

/** Told by `npm run build`, so that the demo does not build again what `npm install` has just built. */
function pluginIsBuilt() {
  writeStamp('plugin', hashOf(PLUGIN_SOURCES));
}

function node(cwd, script, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed.\n${stdout}\n${stderr}`);
}

/** A hash over the names and contents of the files. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(ROOT, path))) {
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

const stampFile = (name) => join(PLAYGROUND, '.cache', `${name}.sha256`);
const stamp = (name) => (existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : undefined);

function writeStamp(name, hash) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--plugin-is-built') pluginIsBuilt();
  else buildWhatChanged();
}
