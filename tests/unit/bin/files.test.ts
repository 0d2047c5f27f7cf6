import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { bytesOf } from '../../../bin/files';

describe('the files of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newswire-files-'));
  const paths = Array.from({ length: 300 }, (_, n) => join(folder, `${n}.txt`));
  beforeAll(() => paths.forEach((path, n) => writeFileSync(path, `story ${n}`)));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read in their order', async () => {
    expect((await bytesOf(paths)).map(String)).toEqual(paths.map((_, n) => `story ${n}`));
  });

  it('may be more than a process may have open', () => {
    const outfile = join(folder, 'bundle.js');
    const entry = resolve(__dirname, '../../../bin/files.ts');
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', target: 'node20', outfile });
    const script = 'require(process.argv[1]).bytesOf(process.argv.slice(2)).then((read) => console.log(read.length))';
    const command = ['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath, '-e', script, outfile, ...paths];
    expect(spawnSync('sh', command, { encoding: 'utf8' })).toMatchObject({ stdout: '300\n', status: 0 });
  });
});
