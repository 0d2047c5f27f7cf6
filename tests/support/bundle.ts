import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(__dirname, '../..');

/** Makes the plugin loadable without Jest; answers the folder that `NEWSWIRE_PLUGIN` names. */
export async function bundledPlugin(): Promise<string> {
  await mkdir(join(ROOT, '.tmp'), { recursive: true });
  const plugin = await mkdtemp(join(ROOT, '.tmp', 'test-plugin-'));
  await build({
    entryPoints: [join(ROOT, 'server/index.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    outfile: join(plugin, 'server.js'),
  });
  await writeFile(join(plugin, 'strapi-server.js'), "module.exports = require('./server.js').default;\n");
  const manifest = { name: 'newswire-bundle', private: true, strapi: { kind: 'plugin', name: 'newswire' } };
  await writeFile(join(plugin, 'package.json'), JSON.stringify(manifest));
  return plugin;
}
