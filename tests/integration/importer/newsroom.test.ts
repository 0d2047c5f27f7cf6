import type { RunResponse } from '../../../contracts/imports';
import { UID } from '../../../contracts/uid';
import { sweep } from '../../../server/gate/sweep';
import { PUBLIC_READS } from '../../support/newsroom';
import { startStrapi, type Agent, type TestStrapi } from '../../support/strapi';
import { ninjs, type Ninjs } from '../../support/wire';

/** What the wire and the newsroom do to the same article, by the way that editors import: a request of the admin. */
let app: TestStrapi;
let desk: Agent;
beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

type Run = RunResponse['data'];
let stories = 0;

/** A story of its own, and how one of its versions is sent. */
function storyline() {
  const uri = `urn:newsroom:${(stories += 1)}`;
  const send = async (version: string, item: Partial<Ninjs>, publish = true): Promise<Run> => {
    const { name, bytes } = ninjs({ uri, version, headline: `Version ${version}`, body_html: `<p>Text ${version}.</p>`, usageterms: 'AP', ...item }); // prettier-ignore
    const post = desk.post('/newswire/imports').field('data', JSON.stringify({ publish }));
    return (await post.attach('files', bytes, name).expect(201)).body.data;
  };
  return send;
}
const documentOf = ({ items: [item] }: Run): string =>
  item?.targets.find(({ type }) => type === 'article')?.documentId ?? '';
const articles = () => app.strapi.documents(UID.article as 'plugin::upload.file');
const save = (documentId: string, data: object) => articles().update({ documentId, data } as never);
const undo = (run: Run) => desk.post(`/newswire/imports/${run.documentId}/undo`);

/** The headline that readers have; undefined where they have nothing. */
async function live(documentId: string): Promise<unknown> {
  const { body, status } = await app.anyone.get(`/api/newswire/articles/${documentId}`);
  return status === 200 ? body.data.headline : undefined;
}
const draft = (documentId: string) =>
  app.strapi.db.query(UID.article).findOne({ where: { documentId, publishedAt: null } });

describe('a newer version that may not be shown', () => {
  it.each<[string, Partial<Ninjs>]>([
    ['has expired', { expires: '2020-01-01T00:00:00Z' }],
    ['is not for the internet', { usageterms: 'Not for use on the internet.' }],
    ['is not for use before an unknown day', { usageterms: 'AP. Not for publication before Tuesday.' }],
  ])('closes the article that readers have: it %s', async (_, terms) => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    expect(await live(documentId)).toBe('Version 1');
    expect((await send('2', terms)).counts).toEqual({ updated: 1 });
    expect(await live(documentId)).toBeUndefined();
  });

  it('is written where it is the first one, and shown to nobody', async () => {
    const run = await storyline()('1', { expires: '2020-01-01T00:00:00Z' });
    expect(run.counts).toEqual({ created: 1 });
    expect(await live(documentOf(run))).toBeUndefined();
  });
});

describe('a version that was undone', () => {
  it('is written when it comes again, and the next ones after it', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await undo(await send('2', {})).expect(200);
    expect(await live(documentId)).toBe('Version 1');
    expect((await send('2', {})).counts).toEqual({ updated: 1 });
    expect(await live(documentId)).toBe('Version 2');
    await send('3', {});
    expect(await live(documentId)).toBe('Version 3');
  });
});

describe('a newer version of an article that is being worked on', () => {
  it('goes out without the work, which stays in the draft', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await save(documentId, { headline: 'Not checked yet' });
    const run = await send('2', { urgency: 2 });
    expect(await live(documentId)).toBe('Version 2');
    expect(await draft(documentId)).toMatchObject({ headline: 'Not checked yet', urgency: 2, version: '2', body: '<p>Text 2.</p>' }); // prettier-ignore
    await undo(run).expect(200);
    expect(await live(documentId)).toBe('Version 1');
    expect(await draft(documentId)).toMatchObject({ headline: 'Not checked yet', version: '1' });
  });

  it('keeps what an editor has published', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await articles().update({ documentId, data: { headline: 'As the desk has it' }, status: 'published' } as never);
    await save(documentId, { headline: 'Not checked yet' });
    await send('2', {});
    expect(await live(documentId)).toBe('As the desk has it');
    expect(await draft(documentId)).toMatchObject({ headline: 'Not checked yet', version: '2' });
  });
});

describe('a newer version after one that came as a draft only', () => {
  it('goes out, all of it', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await send('2', { urgency: 2 }, false);
    expect(await live(documentId)).toBe('Version 1');
    await send('3', {});
    expect(await live(documentId)).toBe('Version 3');
  });
});

describe('a newer version of an article whose last one is a draft with an editor’s work', () => {
  it.each<[string, Partial<Ninjs>]>([
    ['says which version it is', {}],
    ['says neither version nor time', { version: undefined, versioncreated: undefined }],
  ])('goes out without the work, where the wire %s', async (_, unsaid) => {
    const send = storyline();
    const documentId = documentOf(await send('1', unsaid));
    await send('2', { urgency: 2, ...unsaid }, false);
    await save(documentId, { headline: 'Not checked yet' });
    await send('3', { urgency: 3, ...unsaid });
    expect(await live(documentId)).toBe('Version 3');
    expect(await draft(documentId)).toMatchObject({ headline: 'Not checked yet', urgency: 3, body: '<p>Text 3.</p>' });
  });
});

describe('a newer version of an article that an editor took off', () => {
  it('is a draft where it was unpublished, and goes out when it is published again', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await articles().unpublish({ documentId } as never);
    await send('2', {});
    expect(await live(documentId)).toBeUndefined();
    await send('3', {});
    expect(await live(documentId)).toBeUndefined();
    expect(await draft(documentId)).toMatchObject({ headline: 'Version 3' });
    await articles().publish({ documentId } as never);
    await send('4', {});
    expect(await live(documentId)).toBe('Version 4');
  });

  it('leaves it killed where it was killed, until an editor lifts that', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await articles().update({ documentId, data: { pubStatus: 'canceled' }, status: 'published' } as never);
    await send('2', {});
    expect(await live(documentId)).toBeUndefined();
    expect(await draft(documentId)).toMatchObject({ pubStatus: 'canceled', headline: 'Version 2' });
  });

  it('brings it back where the agency had killed it', async () => {
    const send = storyline();
    const documentId = documentOf(await send('1', {}));
    await send('2', { pubstatus: 'canceled' });
    expect(await live(documentId)).toBeUndefined();
    await send('3', {});
    expect(await live(documentId)).toBe('Version 3');
  });
});

describe('a kill of a version that is older than the one that stands', () => {
  it('leaves it, and the run says so', async () => {
    const send = storyline();
    const documentId = documentOf(await send('3', {}));
    const run = await send('2', { pubstatus: 'canceled' });
    expect(run.items).toMatchObject([{ outcome: 'skipped', error: { code: 'older-kill' } }]);
    expect(await live(documentId)).toBe('Version 3');
  });
});

describe('whoever may not', () => {
  it('is told so, with a code', async () => {
    const run = await storyline()('1', {});
    const documentId = documentOf(run);
    const clerk = await app.editor(['plugin::newswire.import']);
    for (const action of ['undo', 'retry']) {
      const { body } = await clerk.post(`/newswire/imports/${run.documentId}/${action}`).expect(403);
      expect(body.error).toMatchObject({ message: expect.stringMatching(/not publish\.$/), details: { code: 'may-not-publish' } }); // prettier-ignore
    }
    const { body } = await desk.post(`/newswire/corrections/article/${documentId}`).send({ accept: ['none'] }).expect(403); // prettier-ignore
    expect(body.error.details).toEqual({ code: 'may-not-update' });
  });
});

describe('a newer version of a picture', () => {
  const picture = (fields: Partial<Ninjs>): Partial<Ninjs> => ({ type: 'picture', headline: 'Quay', body_html: undefined, ...fields }) as Partial<Ninjs>; // prettier-ignore
  const photoOf = ({ items: [item] }: Run): string => item?.targets[0]?.documentId ?? '';
  const statusOf = async (documentId: string) =>
    (await app.strapi.db.query(UID.photo).findOne({ where: { documentId } })).pubStatus;

  it('leaves it killed where an editor killed it', async () => {
    const send = storyline();
    const documentId = photoOf(await send('1', picture({})));
    await app.strapi.documents(UID.photo as 'plugin::upload.file').update({ documentId, data: { pubStatus: 'canceled' } } as never); // prettier-ignore
    await send('2', picture({ headline: 'Quay at dawn' }));
    expect(await statusOf(documentId)).toBe('canceled');
  });

  it('opens it where the agency had killed it', async () => {
    const send = storyline();
    const documentId = photoOf(await send('1', picture({})));
    await send('2', picture({ pubstatus: 'canceled' }));
    expect(await statusOf(documentId)).toBe('canceled');
    await send('3', picture({}));
    expect(await statusOf(documentId)).toBe('usable');
  });
});

describe('the photo that came with a story', () => {
  const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
  const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
  const isShown = async (documentId: string): Promise<boolean> =>
    (await app.anyone.get(`/api/newswire/photos/${documentId}`)).status === 200;
  const main = (uri: string) => ({
    associations: { main: { uri, type: 'picture', headline: 'Quay', creditline: 'Voss' } },
  });

  async function illustrated(extra: Partial<Ninjs> = {}, uri = `urn:newsroom:photo:${(stories += 1)}`) {
    const send = storyline();
    const run = await send('1', { ...main(uri), ...extra });
    const photo = run.items[0]?.targets.find(({ type }) => type === 'photo')?.documentId ?? '';
    return { story: documentOf(run), photo, send, uri, run };
  }

  it.each<[string, (story: string) => Promise<unknown>]>([
    ['is killed by an editor', (documentId) => save(documentId, { pubStatus: 'canceled' })],
    ['is withheld by an editor', (documentId) => save(documentId, { pubStatus: 'withheld' })],
    ['is put under embargo', (documentId) => save(documentId, { embargoedUntil: TOMORROW })],
    ['has expired', (documentId) => save(documentId, { expires: '2020-01-01T00:00:00Z' })],
    ['is unpublished', (documentId) => articles().unpublish({ documentId } as never)],
    ['is deleted', (documentId) => articles().delete({ documentId } as never)],
    [
      'is taken down',
      (documentId) =>
        desk
          .post('/newswire/desk/takedown')
          .send({ type: 'article', documentId, action: 'remove', reason: 'Wrong' })
          .expect(200),
    ],
  ])('is held when it %s', async (_, close) => {
    const { story, photo } = await illustrated();
    expect(await isShown(photo)).toBe(true);
    await close(story);
    expect(await isShown(photo)).toBe(false);
  });

  it.each<[string, Partial<Ninjs>]>([
    ['is under an embargo of its terms', { usageterms: 'Not for use before 24 December 2999.' }],
    ['has expired', { expires: '2020-01-01T00:00:00Z' }],
  ])('is held when its story comes and %s', async (_, terms) => {
    expect(await isShown((await illustrated(terms)).photo)).toBe(false);
  });

  it('is held when a version drops it, and stays so whatever becomes of the story', async () => {
    const { story, photo, send } = await illustrated();
    await send('2', main(`urn:newsroom:other:${(stories += 1)}`));
    expect(await live(story)).toBe('Version 2');
    expect(await isShown(photo)).toBe(false);
  });

  it('is put back with its story where a kill is undone, also of many', async () => {
    const { story, photo, send, uri } = await illustrated();
    const kill = await send('2', { ...main(uri), pubstatus: 'canceled' });
    expect([await live(story), await isShown(photo)]).toEqual([undefined, false]);
    const { body } = await undo(kill).expect(200);
    expect(body.data.undo.left).toEqual([]);
    expect([await live(story), await isShown(photo)]).toEqual(['Version 1', true]);
  });

  it.each(['canceled', 'withheld'])('is closed where the wire says so in its story: %s', async (pubstatus) => {
    const closed = (uri: string) => ({ associations: { main: { ...main(uri).associations.main, pubstatus } } });
    const uri = `urn:newsroom:closed:${(stories += 1)}`;
    const first = await illustrated(closed(uri), uri);
    expect(await isShown(first.photo)).toBe(false);
    const later = await illustrated();
    expect(await isShown(later.photo)).toBe(true);
    await later.send('2', closed(later.uri));
    expect(await isShown(later.photo)).toBe(false);
    await later.send('3', main(later.uri));
    expect(await isShown(later.photo)).toBe(true);
  });

  it('is held as long as the wire says of it alone, and no longer than it may be used', async () => {
    const photoWith = (uri: string, more: object) => ({ associations: { main: { ...main(uri).associations.main, ...more } } }); // prettier-ignore
    for (const more of [{ embargoed: TOMORROW }, { embargoeduntil: TOMORROW }, { expires: '2020-01-01T00:00:00Z' }]) {
      const uri = `urn:newsroom:timed:${(stories += 1)}`;
      const { story, photo, send } = await illustrated(photoWith(uri, more), uri);
      expect([await live(story), await isShown(photo)]).toEqual(['Version 1', false]);
      await send('2', main(uri));
      expect([await live(story), await isShown(photo)]).toEqual(['Version 2', true]);
    }
  });

  it('is released again with its story, and the import can be undone all the same', async () => {
    const { story, photo, run } = await illustrated();
    await articles().unpublish({ documentId: story } as never);
    await articles().publish({ documentId: story } as never);
    expect(await isShown(photo)).toBe(true);
    await save(story, { embargoedUntil: TOMORROW });
    expect(await isShown(photo)).toBe(false);
    await app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
    await articles().update({ documentId: story, data: { embargoedUntil: null }, status: 'published' } as never);
    expect(await isShown(photo)).toBe(true);
    const { body } = await undo(run).expect(200);
    expect(body.data.undo.left).toMatchObject([{ type: 'article' }]);
  });

  it('is released when the embargo ends by itself', async () => {
    const { story, photo } = await illustrated();
    await save(story, { embargoedUntil: TOMORROW });
    const later = new Date(Date.now() + 2 * 86_400_000);
    await sweep(app.strapi, later);
    const [row] = await app.strapi.db.query(UID.photo).findMany({ where: { documentId: photo } });
    expect(row).toMatchObject({ released: true, blockedBy: null });
  });

  it('stays where another story shows it, and where it came by itself', async () => {
    const { story, photo, uri } = await illustrated();
    const other = await illustrated({}, uri);
    expect(other.photo).toBe(photo);
    await articles().unpublish({ documentId: story } as never);
    expect(await isShown(photo)).toBe(true);
    await articles().unpublish({ documentId: other.story } as never);
    expect(await isShown(photo)).toBe(false);
    const alone = `urn:newsroom:alone:${(stories += 1)}`;
    const { name, bytes } = ninjs({ uri: alone, type: 'picture', headline: 'Quay', creditline: 'Voss' });
    await desk.post('/newswire/imports').attach('files', bytes, name).expect(201);
    const its = await illustrated({}, alone);
    await articles().unpublish({ documentId: its.story } as never);
    expect(await isShown(its.photo)).toBe(true);
    expect(await documents(UID.photo).findOne({ documentId: its.photo } as never)).toMatchObject({ released: true });
  });
});
