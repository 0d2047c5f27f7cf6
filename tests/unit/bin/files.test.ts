import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { bytesOf, filesUnder } from '../../../bin/files';

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

describe('the links in a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'newswire-links-'));
  const [inbox, elsewhere] = [join(root, 'inbox'), join(root, 'elsewhere')];
  beforeAll(() => {
    for (const folder of [inbox, elsewhere, join(inbox, 'today')]) mkdirSync(folder);
    for (const file of [join(elsewhere, 'b.xml'), join(elsewhere, 'c.xml'), join(inbox, 'today', 'a.xml')]) {
      writeFileSync(file, 'story');
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const found = async () => (await filesUnder(inbox))?.map((path) => relative(inbox, path));

  it('lead to files and folders, each folder once and none of them for ever', async () => {
    symlinkSync(join(elsewhere, 'b.xml'), join(inbox, 'link.xml'));
    symlinkSync(elsewhere, join(inbox, 'more'));
    symlinkSync(elsewhere, join(inbox, 'more-again'));
    symlinkSync(inbox, join(inbox, 'today', 'up'));
    symlinkSync(inbox, join(elsewhere, 'back'));
    expect(await found()).toEqual(['link.xml', 'more/b.xml', 'more/c.xml', 'today/a.xml']);
  });

  it('are left out, and said, where they lead nowhere', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    symlinkSync('nowhere.xml', join(inbox, 'broken.xml'));
    symlinkSync('self.xml', join(inbox, 'self.xml'));
    expect(await found()).toEqual(['link.xml', 'more/b.xml', 'more/c.xml', 'today/a.xml']);
    const lines = said.mock.calls.map(([text]) => String(text));
    said.mockRestore();
    expect(lines.map((line) => /"(.*)"/.exec(line)?.[1])).toEqual([join(inbox, 'broken.xml'), join(inbox, 'self.xml')]);
  });

  it('may be what is named', async () => {
    symlinkSync(join(inbox, 'today', 'a.xml'), join(root, 'named.xml'));
    symlinkSync(join(root, 'elsewhere', 'none'), join(root, 'none'));
    expect(await filesUnder(join(root, 'named.xml'))).toEqual([join(root, 'named.xml')]);
    expect(await filesUnder(join(root, 'none'))).toBeUndefined();
  });
});
