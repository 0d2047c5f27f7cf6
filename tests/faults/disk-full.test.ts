import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { jpegWith } from '../support/jpeg';
import { startStrapi, type TestStrapi } from '../support/strapi';

/** A small disk can be mounted by root only. */
const isRoot = process.platform === 'linux' && userInfo().uid === 0;
if (!isRoot)
  process.stderr.write('tests/faults/disk-full.test.ts needs root to mount a small disk: it is passed over.\n');

const PHOTOS = 10;

let app: TestStrapi;
let uploads: string;

(isRoot ? describe : describe.skip)('a disk that is full when photos are stored', () => {
  beforeAll(async () => {
    app = await startStrapi();
    uploads = join(app.strapi.dirs.static.public, 'uploads');
    mkdirSync(uploads, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', uploads]);
  });
  afterAll(async () => {
    execFileSync('umount', ['-l', uploads]);
    await app.stop();
  });

  it('keeps the photos that it cannot store, and imports them when there is room again', async () => {
    const importer = app.strapi.plugin('newswire').service('importer');
    const inputs = Array.from({ length: PHOTOS }, (_, n) => ({
      name: `quay-${n}.jpg`,
      bytes: jpegWith({ width: 1200, height: 800, iim: { '2:105': `Quay ${n}`, '2:80': 'Marta Eikeland' } }),
    }));
    const { data } = (await importer.import(inputs, {
      origin: 'upload',
      publish: false,
      decisions: [],
    })) as RunResponse;
    const { created = 0, quarantined = 0 } = data.counts;
    expect([created > 0, quarantined > 0, created + quarantined]).toEqual([true, true, PHOTOS]);
    expect(await app.strapi.db.query(UID.photo).count()).toBe(created);
    expect(await app.strapi.db.query('plugin::upload.file').count()).toBe(created);

    execFileSync('mount', ['-o', 'remount,size=50m', uploads]);
    const again = (await importer.retry(data.documentId)) as RunResponse;
    expect(again.data.counts).toEqual({ created: quarantined });
    expect(await app.strapi.db.query(UID.photo).count()).toBe(PHOTOS);
    expect(await app.strapi.db.query(UID.wireItem).count({ where: { outcome: 'quarantined' } })).toBe(0);

    // No row without its file. Strapi leaves what it had written of a photo before the disk was full.
    const files = (await app.strapi.db.query('plugin::upload.file').findMany({})) as {
      url: string;
      formats: Record<string, { url: string }> | null;
    }[];
    const known = files.flatMap(({ url, formats }) => [url, ...Object.values(formats ?? {}).map((one) => one.url)]);
    const there = new Set((await readdir(uploads)).map((name) => `/uploads/${name}`));
    expect(known.filter((url) => !there.has(url))).toEqual([]);
  }, 180_000);
});
