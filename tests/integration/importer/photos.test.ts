import { setTimeout as sleep } from 'node:timers/promises';
import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { jpegWith } from '../../support/jpeg';
import { preparedProcesses, type ImporterProcess, type Processes } from '../../support/processes';
import { startStrapi, type TestStrapi } from '../../support/strapi';
import { ninjs } from '../../support/wire';
import { wireServer, type WireServer } from '../../support/wire-server';

const OPTIONS = { origin: 'cli', publish: true, decisions: [] };

let app: TestStrapi;
let wire: WireServer;
let processes: Processes;
let others: ImporterProcess[];

beforeAll(async () => {
  wire = await wireServer();
  app = await startStrapi({
    config: { fetch: { allowHosts: [wire.host] }, photos: { fetch: false, attempts: 2 } },
  });
  await app.grant('public', ['plugin::newswire.article.find']);
  processes = await preparedProcesses();
  others = await processes.start(2);
}, 600_000);
afterAll(async () => {
  await processes.stop();
  await app.stop();
  await wire.stop();
}, 60_000);

const bring = async (...inputs: { name: string; bytes: Uint8Array }[]) =>
  ((await app.strapi.plugin('newswire').service('importer').import(inputs, OPTIONS)) as RunResponse).data;
const photosWith = (where: object) =>
  app.strapi.db.query(UID.photo).findMany({ where, populate: { image: true }, orderBy: { id: 'asc' } });
const files = () => app.strapi.db.query('plugin::upload.file').findMany({ orderBy: { id: 'asc' } });
const tick = () => app.strapi.plugin('newswire').service('photo-fetcher').tick();
/** The credits of photos are written into their files after the commit. */
const filesWritten = async () => {
  const due = () => app.strapi.db.query(UID.photo).count({ where: { embedDue: { $notNull: true } } });
  for (let n = 0; n < 100 && (await due()) > 0; n += 1) await sleep(100);
  expect(await due()).toBe(0);
};
const makeDue = () =>
  app.strapi.db.query(UID.photo).updateMany({ where: { fetchState: 'pending' }, data: { fetchDueAt: null } });

/** Each width another picture. */
const picture = (width: number, iim: Record<string, string> = {}) => jpegWith({ width, iim });

const story = (n: number | string, photo: object) =>
  ninjs({
    uri: `urn:photos:story:${n}`,
    headline: `Ferry ${n} leaves`,
    associations: { main: { uri: `urn:photos:${n}`, type: 'picture', ...photo } },
  });
const alone = (n: number | string, more: object = {}) =>
  ninjs({ uri: `urn:photos:${n}`, headline: `Ferry ${n} at the quay`, type: 'picture', service: [], ...more });
const rendition = (path: string) => ({
  renditions: { original: { href: `${wire.url}${path}`, mimetype: 'image/jpeg' } },
});

const shownBy = async (n: number | string) => {
  const article = await app.strapi.db.query(UID.article).findOne({
    where: { uri: `urn:photos:story:${n}`, publishedAt: { $notNull: true } },
    populate: { photos: { populate: { photo: true } } },
  });
  return article.photos.map((one: { photo: { uri: string } }) => one.photo.uri);
};

describe('a picture that the wire gives the address of', () => {
  it('is fetched after the import, once, with its metadata where the story says nothing', async () => {
    wire.serve('/one.jpg', picture(21, { '2:80': 'Nils Holm', '2:110': 'AP', '2:116': 'Copyright 2026 AP' }));
    await bring(story(1, { ...rendition('/one.jpg'), byline: 'Marta Eikeland' }));
    expect(await photosWith({ uri: 'urn:photos:1' })).toMatchObject([{ image: null, fetchState: 'pending' }]);
    await Promise.all([tick(), others[0]?.call('photo-fetcher.tick'), others[1]?.call('photo-fetcher.tick')]);
    expect(await photosWith({ uri: 'urn:photos:1' })).toMatchObject([
      { byline: 'Marta Eikeland', creditLine: 'AP', copyrightNotice: 'Copyright 2026 AP', fetchState: 'fetched', image: { mime: 'image/jpeg' } },
    ]);
    expect(wire.asked.filter(({ path }) => path === '/one.jpg')).toHaveLength(1);
  }); // prettier-ignore

  it('has the agency and the restrictions that its own metadata name, beside what the story says of it', async () => {
    wire.serve('/terms.jpg', picture(27, { '2:110': 'Ilse Brandt/AFP', '2:40': 'NO ARCHIVE. JAPAN OUT.' }));
    await bring(story(27, { ...rendition('/terms.jpg'), usageterms: 'Germany out.' }));
    await tick();
    const [photo] = await app.strapi.db
      .query(UID.photo)
      .findMany({ where: { uri: 'urn:photos:27' }, populate: { agency: true } });
    const { byline, agency, restrictions } = photo;
    expect([byline, agency.name]).toEqual(['Ilse Brandt', 'AFP']);
    const said = restrictions.map(({ kind, territory = '' }: { kind: string; territory?: string }) =>
      [kind, territory].join(' ').trim(),
    );
    expect(said).toEqual(['territory-excluded DE', 'no-archive', 'territory-excluded JP']);
  });

  it('leaves the photo where it cannot be fetched, is tried again, and given up in the end', async () => {
    wire.fail('/late.jpg', 503);
    await bring(story('late', rendition('/late.jpg')));
    await tick();
    expect(await photosWith({ uri: 'urn:photos:late' })).toMatchObject([
      { image: null, fetchState: 'pending', fetchAttempts: 1, fetchError: expect.stringContaining('503') },
    ]);
    await tick();
    expect(wire.asked.filter(({ path }) => path === '/late.jpg')).toHaveLength(1);
    wire.serve('/late.jpg', picture(22));
    await makeDue();
    await tick();
    expect(await photosWith({ uri: 'urn:photos:late' })).toMatchObject([
      { fetchState: 'fetched', fetchError: null, image: { id: expect.any(Number) } },
    ]);
  });

  it.each([
    ['is no image', () => `${wire.url}/page.jpg`, 'not an image'],
    ['is inside of the network', () => 'http://169.254.169.254/latest/meta-data', 'inside of a network'],
  ])('is not taken where it %s', async (name, href, said) => {
    wire.serve('/page.jpg', '<html><body>Sign in</body></html>', { 'content-type': 'image/jpeg' });
    await bring(story(name, { renditions: { original: { href: href() } } }));
    await tick();
    expect(await photosWith({ uri: `urn:photos:${name}` })).toMatchObject([
      { image: null, fetchState: 'failed', fetchError: expect.stringContaining(said) },
    ]);
  });

  it('that could not be fetched is told with its import, and fetched anew when an editor asks for it', async () => {
    wire.fail('/again.jpg', 404);
    const others = await bring(story('not-this', { headline: 'No address' }));
    wire.fail('/again-too.jpg', 404);
    const run = await bring(story('again', rendition('/again.jpg')), story('again-too', rendition('/again-too.jpg')));
    const single = await bring(alone('again-alone', rendition('/again.jpg')));
    const desk = await app.superAdmin();
    const told = async ({ documentId }: RunResponse['data']) =>
      (await desk.get(`/newswire/imports/${documentId}/photos`).expect(200)).body;
    expect(await told(run)).toEqual({ data: [], meta: { total: 0 } });
    await tick();
    await makeDue();
    expect((await told(run)).data).toMatchObject([
      { error: expect.stringContaining('404'), isGivenUp: false },
      { error: expect.stringContaining('404'), isGivenUp: false },
    ]);
    await tick();
    expect(await told(run)).toMatchObject({ data: [{ isGivenUp: true }, { isGivenUp: true }], meta: { total: 2 } });
    expect((await told(single)).data).toMatchObject([{ title: 'Ferry again-alone at the quay' }]);
    expect(await told(others)).toEqual({ data: [], meta: { total: 0 } });

    wire.serve('/again.jpg', picture(25));
    wire.serve('/again-too.jpg', picture(26));
    await tick();
    expect((await told(run)).meta.total).toBe(2);
    const again = await desk.post(`/newswire/imports/${run.documentId}/photos/fetch`).expect(200);
    expect(again.body).toMatchObject({ data: [{ isGivenUp: false }, { isGivenUp: false }] });
    await tick();
    expect(await told(run)).toEqual({ data: [], meta: { total: 0 } });
    expect(await photosWith({ uri: 'urn:photos:again' })).toMatchObject([{ fetchState: 'fetched' }]);
    await app.anyone.post(`/newswire/imports/${run.documentId}/photos/fetch`).expect(401);
    await desk.post('/newswire/imports/nothing/photos/fetch').expect(404);
  });

  it('is told to who asks what has changed', async () => {
    wire.serve('/told.jpg', picture(24));
    await bring(story('told', rendition('/told.jpg')));
    const since = new Date().toISOString();
    const changed = async (): Promise<string[]> => {
      const { body } = await app.anyone.get(`/api/newswire/changes?since=${since}`).expect(200);
      return body.data.map(({ headline }: { headline: string }) => headline);
    };
    expect(await changed()).not.toContain('Ferry told leaves');
    await tick();
    expect(await changed()).toContain('Ferry told leaves');
  });

  it('does not keep an import from being undone', async () => {
    wire.serve('/undone.jpg', picture(23));
    const run = await bring(story('undone', rendition('/undone.jpg')));
    await tick();
    await filesWritten();
    const undone = await app.strapi.plugin('newswire').service('importer').undo(run.documentId);
    expect(undone.data.undo).toMatchObject({ left: [] });
    expect(await photosWith({ uri: 'urn:photos:undone' })).toEqual([]);
  });
});

describe('a picture of its own', () => {
  it.each([
    ['before its story', ['picture', 'story']],
    ['after its story', ['story', 'picture']],
    ['twice', ['story', 'picture', 'picture', 'story']],
  ])('that comes %s is joined with it once', async (name, order) => {
    for (const one of order) await bring(one === 'story' ? story(name, { headline: 'At the quay' }) : alone(name));
    expect(await photosWith({ uri: `urn:photos:${name}` })).toHaveLength(1);
    expect(await shownBy(name)).toEqual([`urn:photos:${name}`]);
  });

  it('is joined once when both come at the same time, in two processes', async () => {
    const names = Array.from({ length: 4 }, (_, n) => `both-${n}`);
    await Promise.all([
      others[0]?.call('import', names.map((name) => story(name, { headline: 'At the quay' })), OPTIONS),
      others[1]?.call('import', names.map((name) => alone(name)), OPTIONS),
    ]); // prettier-ignore
    for (const name of names) {
      expect(await photosWith({ uri: `urn:photos:${name}` })).toHaveLength(1);
      expect(await shownBy(name)).toEqual([`urn:photos:${name}`]);
    }
  }, 60_000);

  it('is closed by its own kill, also where only a story has named it', async () => {
    await bring(story('killed', { headline: 'At the quay' }));
    const run = await bring(alone('killed', { version: '2', pubstatus: 'canceled' }));
    expect(run.counts).toEqual({ killed: 1 });
    expect(await photosWith({ uri: 'urn:photos:killed' })).toMatchObject([{ pubStatus: 'canceled' }]);
  });
});

describe('the same bytes', () => {
  it('are stored once for two photos', async () => {
    const before = (await files()).length;
    await bring({ name: 'quay.jpg', bytes: picture(31, { '2:120': 'The quay', '2:103': 'one' }) });
    const bytes = picture(32);
    wire.serve('/a.jpg', bytes);
    wire.serve('/b.jpg', bytes);
    await bring(story('a', rendition('/a.jpg')), story('b', rendition('/b.jpg')));
    await tick();
    const [a, b] = [...(await photosWith({ uri: 'urn:photos:a' })), ...(await photosWith({ uri: 'urn:photos:b' }))];
    expect(a.image.id).toBe(b.image.id);
    expect(await files()).toHaveLength(before + 2);
  });

  it('are stored once by two processes at the same time', async () => {
    const before = (await files()).length;
    const bytes = picture(33);
    for (const name of ['c', 'd', 'e', 'f']) wire.serve(`/${name}.jpg`, bytes);
    await bring(...['c', 'd', 'e', 'f'].map((name) => story(name, rendition(`/${name}.jpg`))));
    await Promise.all(others.map((one) => one.call('photo-fetcher.tick')));
    const photos = await photosWith({ uri: { $in: ['c', 'd', 'e', 'f'].map((name) => `urn:photos:${name}`) } });
    expect(new Set(photos.map((one) => one.image?.id)).size).toBe(1);
    expect(await files()).toHaveLength(before + 1);
  }, 60_000);
});

describe('the same story from two agencies', () => {
  const sentences = Array.from(
    { length: 12 },
    (_, n) => `Sentence ${n} of the report tells what the harbour office of Varnhaven said about crossing ${n * 7}.`,
  );
  const report = (id: string, from: string, text: readonly string[]) =>
    ninjs({
      uri: `urn:near:${id}`,
      headline: `Report ${id}`,
      infosource: [{ name: from }],
      body_html: text.map((one) => `<p>${one}</p>`).join(''),
    });
  const documentIdOf = async (id: string) =>
    (await app.strapi.db.query(UID.article).findOne({ where: { uri: `urn:near:${id}`, publishedAt: { $null: true } } }))
      .documentId;

  it('is flagged in both directions, shown to editors, and dismissed for good', async () => {
    await bring(report('one', 'AFP', sentences));
    await bring(report('two', 'AP', [...sentences.slice(1), 'The mayor was not available for comment on Thursday.']));
    await bring(report('other', 'AP', ['Ministers agreed on a budget early on Friday after a night of talks that had threatened to bring the coalition down, with cuts for electric cars and more tax on tobacco.']));
    const [one, two] = [await documentIdOf('one'), await documentIdOf('two')];
    const desk = await app.superAdmin();
    const seen = await desk.get(`/newswire/near/${one}`).expect(200);
    expect(seen.body.data).toMatchObject([{ documentId: two, agency: 'AP', published: true, title: 'Report two' }]);
    expect((await desk.get(`/newswire/near/${two}`).expect(200)).body.data).toMatchObject([{ documentId: one }]);
    expect((await desk.get(`/newswire/near/${await documentIdOf('other')}`).expect(200)).body.data).toEqual([]);
    await app.anyone.get(`/newswire/near/${one}`).expect(401);

    await desk.post(`/newswire/near/${two}/dismiss`).send({ other: one }).expect(200);
    await bring({ ...report('one', 'AFP', [...sentences, 'One sentence more.']) }, ninjs({ uri: 'urn:near:one', headline: 'Report one', version: '2', body_html: sentences.map((text) => `<p>${text}</p>`).join('') }));
    expect((await desk.get(`/newswire/near/${one}`).expect(200)).body.data).toEqual([]);
    const kept = await app.strapi.db.query(UID.nearDuplicate).findMany({ where: { article: { $in: [one, two] } } });
    expect(kept).toMatchObject([{ dismissed: true, dismissedBy: expect.stringMatching(/^Ada/) }, { dismissed: true }]);
  }); // prettier-ignore

  it('is flagged by both writers, and a form that is sent again and again is not', async () => {
    const bulk = Array.from({ length: 60 }, (_, n) => report(`bulk-${n}`, 'AFP', sentences.map((one) => `${one.replace('Varnhaven', 'Skarvholm')} Nothing else.`)));
    await bring(...bulk);
    const flagged = await app.strapi.db.query(UID.nearDuplicate).count({ where: {} });
    expect(flagged).toBeLessThan(60);
    await bring(...Array.from({ length: 60 }, (_, n) => report(`pair-${n % 30}-${n < 30 ? 'a' : 'b'}`, 'AP', Array.from({ length: 8 }, (_one, at) => `Word${n % 30} number${at}x${n % 30} harbour${n % 30} crane${at} ship${n % 30} leaves${at} quay${n % 30}.`))));
    const desk = await app.superAdmin();
    for (const n of [0, 7, 29]) {
      const { body } = await desk.get(`/newswire/near/${await documentIdOf(`pair-${n}-a`)}`).expect(200);
      expect(body.data).toMatchObject([{ documentId: await documentIdOf(`pair-${n}-b`), percent: 100 }]);
    }
  }, 60_000); // prettier-ignore
});
