import type { RunItemsResponse, RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { jpegWith } from '../../support/jpeg';
import { preparedProcesses } from '../../support/processes';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs } from '../../support/wire';
import { zipOf, type ZipFile } from '../../support/zip';

/** More files than are read at once. */
const STORIES = 1030;
/** Those of the archive whose worker is killed, and how many of them cannot be read. */
const [CUT, BROKEN] = [1500, 3];

let app: TestStrapi;
beforeAll(async () => {
  app = await startStrapi({ config: { leaseSeconds: 2 } });
});
afterAll(() => app.stop());

type Data = RunResponse['data'];

const importer = () => app.strapi.plugin('newswire').service('importer');
const story = (n: number, more: object = {}): ZipFile => ({
  name: `copy/${n}.json`,
  data: ninjs({ uri: `urn:archive:${n}`, headline: `Archive ${n}`, ...more }).bytes,
});
const picture = (name: string, caption: string): ZipFile => ({
  name,
  data: jpegWith({ iim: { '1:90': '\x1b%G', '2:120': caption }, width: 64, height: 48 }),
});
const main = {
  type: 'picture',
  description_text: 'The quay.',
  renditions: { main: { href: 'https://p.example/quay.jpg' } },
};

const archive = (): Buffer =>
  zipOf([
    picture('pictures/lighthouse.jpg', 'The lighthouse of Varnhaven.'),
    ...Array.from({ length: STORIES }, (_, n) => story(n, n === 700 ? { associations: { main } } : {})),
    { name: 'copy/broken.json', data: '{ "uri": ' },
    picture('pictures/quay.jpg', 'The quay at dawn.'),
  ]);

async function endOf({ documentId }: Data): Promise<Data> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const now: Data = (await importer().findRun(documentId)).data;
    if (now.state !== 'pending' && now.state !== 'running') return now;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('The run did not end.');
}

const countOf = (uid: string, where: object): Promise<number> => app.strapi.db.query(uid).count({ where });

describe('an archive that is too large to be read at once', () => {
  let run: Data;
  beforeAll(async () => {
    const inputs = [{ name: 'wire.zip', bytes: archive() }];
    run = (await importer().import(inputs, { origin: 'cli', publish: false, decisions: [] })).data;
  }, 120_000);

  it('is imported part by part, and its counts add up', async () => {
    expect(run).toMatchObject({ state: 'finished', counts: { created: STORIES + 1, quarantined: 1 } });
    expect({ total: run.total, done: run.done }).toEqual({ total: STORIES + 2, done: STORIES + 2 });
    expect(await countOf(UID.article, { uri: { $startsWith: 'urn:archive:' } })).toBe(STORIES);
  });

  it('keeps what cannot be read, by its name in the archive', async () => {
    const wanted = { page: 1, pageSize: 50, outcome: 'quarantined' };
    const broken = ((await importer().itemsOf(run.documentId, wanted)) as RunItemsResponse).data;
    expect(broken).toMatchObject([{ inputName: 'wire.zip/copy/broken.json', error: { code: expect.any(String) } }]);
  });

  it('puts a picture into the story that names its file, wherever the file stands', async () => {
    const [article] = await app.strapi.db.query(UID.article).findMany({
      where: { uri: 'urn:archive:700' },
      populate: { photos: { populate: { photo: { populate: { image: true } } } } },
    });
    expect(article.photos).toMatchObject([{ photo: { caption: 'The quay.', image: { id: expect.any(Number) } } }]);
  });

  it('imports a picture that no story names on its own', async () => {
    expect(await countOf(UID.photo, { caption: 'The lighthouse of Varnhaven.' })).toBe(1);
    expect(await countOf(UID.photo, {})).toBe(2);
  });

  it('knows all of it when it comes again, in the background', async () => {
    const inputs = [{ name: 'wire.zip', bytes: archive() }];
    const { data } = await importer().start(inputs, { origin: 'upload', publish: false, decisions: [] });
    const ended = await endOf(data);
    expect(ended).toMatchObject({ state: 'finished', counts: { skipped: STORIES + 1, quarantined: 1 } });
    expect(await app.strapi.db.query(UID.importInput).count()).toBe(0);
    expect(await countOf(UID.article, { uri: { $startsWith: 'urn:archive:' } })).toBe(STORIES);
  }, 120_000);
});

describe('a process that is killed in the middle of an archive', () => {
  it('leaves it to another, which goes on in the part that it was in', async () => {
    const uri = { $startsWith: 'urn:cut:' };
    const files = Array.from({ length: CUT }, (_, n) => ({
      name: `copy/${n}.json`,
      data: n % (CUT / BROKEN) === 7 ? '{ "uri": ' : ninjs({ uri: `urn:cut:${n}`, headline: `Cut ${n}` }).bytes,
    }));
    const inputs = [{ name: 'cut.zip', bytes: zipOf(files) }];
    const processes = await preparedProcesses();
    try {
      const [worker] = await processes.start(1);
      await importer().stopRunner();
      const options = { origin: 'cli', publish: false, decisions: [] };
      const { data } = (await worker?.call('start', inputs, options)) as RunResponse;
      while ((await countOf(UID.article, { uri })) < 700) await new Promise((later) => setTimeout(later, 5));
      await worker?.kill();
      expect((await importer().findRun(data.documentId)).data).toMatchObject({ state: 'running' });
      app = await app.restart();
      const ended = await endOf(data);
      expect(ended).toMatchObject({ state: 'finished', done: CUT, total: CUT });
      expect(ended.counts).toEqual({ created: CUT - BROKEN, quarantined: BROKEN });
      expect(await countOf(UID.article, { uri })).toBe(CUT - BROKEN);
      // The list of its items has none twice and none missing, whoever wrote it.
      const names = new Set<string>();
      for (let page = 1; page <= CUT / 100; page += 1) {
        const { data: items } = (await importer().itemsOf(data.documentId, {
          page,
          pageSize: 100,
        })) as RunItemsResponse;
        for (const { inputName } of items) names.add(inputName ?? '');
      }
      expect(names.size).toBe(CUT);
    } finally {
      await processes.stop();
    }
  }, 300_000);
});
