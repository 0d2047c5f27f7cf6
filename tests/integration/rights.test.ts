import { PERMISSIONS } from '../../contracts/permissions';
import { UID } from '../../contracts/uid';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

const MANAGER = 'plugin::content-manager.explorer';
const contentOf = (uid: string) => `/content-manager/collection-types/${uid}`;

let app: TestStrapi;
let desk: Agent;

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
});
afterAll(() => app.stop());

const documents = (uid: string) => app.strapi.documents(uid as 'plugin::upload.file');
const create = async (uid: string, data: object, status?: 'published'): Promise<string> => {
  const { documentId } = await documents(uid).create({ data, ...(status ? { status } : {}) } as never);
  return documentId;
};
const rights = async (type: 'article' | 'photo', id: string, agent = desk) =>
  (await agent.get(`/newswire/rights/${type}/${id}`).expect(200)).body.data;

describe('the panel', () => {
  it("offers the agency's usual lines and says which photos have no credit", async () => {
    const agency = await app.strapi.db.query(UID.agency).findOne({ where: { name: 'AFP' } });
    expect(agency.creditTemplate).toBe('{byline} / AFP');
    const bare = await create(UID.photo, { caption: 'No credit here' });
    const credited = await create(UID.photo, { caption: 'Fine', creditLine: 'Ilse Brandt / AP' });
    const id = await create(UID.article, {
      headline: 'A',
      byline: 'Nora Lind',
      agency: agency.documentId,
      photos: [{ photo: bare }, { photo: credited }],
    });
    expect(await rights('article', id)).toMatchObject({
      delivered: null,
      agency: 'AFP',
      suggested: { creditLine: 'Nora Lind / AFP' },
      photosWithoutCredit: [{ documentId: bare, title: 'No credit here' }],
      publishedUses: 0,
    });
    expect((await rights('photo', bare)).publishedUses).toBe(0);
    await documents(UID.article).publish({ documentId: id } as never);
    expect((await rights('photo', bare)).publishedUses).toBe(1);
  });

  it('shows an editor only what the role may read', async () => {
    const id = await create(UID.photo, { caption: 'P', creditLine: 'Ilse Brandt / AP', copyrightHolder: 'AP' });
    const nobody = await app.editor([]);
    await nobody.get(`/newswire/rights/photo/${id}`).expect(403);
    await app.anyone.get(`/newswire/rights/photo/${id}`).expect(401);
    await desk.get('/newswire/rights/photo/nothing').expect(404);
  });

  it('tells who may not read the agency nothing of it', async () => {
    const agency = await create(UID.agency, { name: 'Hidden Pictures', creditTemplate: '{byline} / Hidden', validityDays: 3, restrictionTerms: 'No archive.' }); // prettier-ignore
    const id = await create(UID.photo, { caption: 'P', byline: 'Ilse Brandt', agency });
    const permission = { action: `${MANAGER}.read`, subject: UID.photo };
    const reader = await app.editor([permission]);
    const role = await app.strapi.db.query('admin::permission').findMany({ where: permission, orderBy: { id: 'desc' }, limit: 1 }); // prettier-ignore
    await app.strapi.db.query('admin::permission').update({ where: { id: role[0].id }, data: { properties: { fields: ['caption', 'byline'] } } }); // prettier-ignore
    const told = async (path: string) => JSON.stringify((await reader.get(`/newswire/rights/photo/${id}${path}`).expect(200)).body); // prettier-ignore
    for (const path of ['', '/credit?byline=X']) expect(await told(path)).not.toMatch(/Hidden|No archive|"agencyDays"/);
  });
});

describe('the history', () => {
  it('holds every change of a rights field, with who and from where, whatever made it', async () => {
    const id = await create(UID.photo, { caption: 'P', creditLine: 'One' });
    await desk
      .put(`${contentOf(UID.photo)}/${id}`)
      .send({ creditLine: 'Two', caption: 'Q' })
      .expect(200);
    await documents(UID.photo).update({
      documentId: id,
      data: { creditLine: 'Three', copyrightHolder: 'AP' },
    } as never);
    await documents(UID.photo).update({ documentId: id, data: { caption: 'R' } } as never);
    await desk
      .post('/newswire/rights/bulk')
      .send({ type: 'photo', documentIds: [id], set: { creditLine: 'Four' }, dryRun: false, reason: 'Asked by AP' })
      .expect(200);
    const { history } = await rights('photo', id);
    expect(history).toEqual([
      {
        at: expect.any(String),
        applies: 'both',
        by: expect.stringContaining('Ada'),
        surface: 'bulk',
        reason: 'Asked by AP',
        changes: [{ field: 'creditLine', from: 'Three', to: 'Four' }],
      },
      {
        at: expect.any(String),
        applies: 'both',
        surface: 'system',
        changes: [
          { field: 'creditLine', from: 'Two', to: 'Three' },
          { field: 'copyrightHolder', from: null, to: 'AP' },
        ],
      },
      {
        at: expect.any(String),
        applies: 'both',
        by: expect.stringContaining('Ada'),
        surface: 'admin',
        changes: [{ field: 'creditLine', from: 'One', to: 'Two' }],
      },
      {
        at: expect.any(String),
        applies: 'both',
        surface: 'system',
        changes: expect.arrayContaining([{ field: 'creditLine', from: null, to: 'One' }]),
      },
    ]);
  });
});

describe('a bulk edit', () => {
  const bulk = (body: object, agent = desk) => agent.post('/newswire/rights/bulk').send(body);

  it('shows old and new first, and writes only when told to', async () => {
    const ids = [await create(UID.photo, { caption: 'A', creditLine: 'x' }), await create(UID.photo, { caption: 'B' })];
    const asked = {
      type: 'photo',
      documentIds: [...ids, 'gone'],
      set: { creditLine: 'Ilse Brandt / AP', usageTerms: '' },
    };
    const seen = expect.any(String);
    const documentsAsShown = [
      { documentId: ids[0], title: 'A', changes: [{ field: 'creditLine', from: 'x', to: 'Ilse Brandt / AP' }], seen },
      { documentId: ids[1], title: 'B', changes: [{ field: 'creditLine', from: null, to: 'Ilse Brandt / AP' }], seen },
      { documentId: 'gone', title: '', changes: [], error: { code: 'not-found', message: expect.any(String) } },
    ];
    const shown = await bulk(asked).expect(200);
    expect(shown.body.data).toEqual({ saved: false, documents: documentsAsShown });
    expect((await documents(UID.photo).findOne({ documentId: ids[0] ?? '' }))?.['creditLine' as never]).toBe('x');
    const saved = await bulk({ ...asked, dryRun: false }).expect(200);
    expect(saved.body.data).toEqual({ saved: true, documents: documentsAsShown });
    expect((await documents(UID.photo).findOne({ documentId: ids[0] ?? '' }))?.['creditLine' as never]).toBe(
      'Ilse Brandt / AP',
    );
  });

  it('leaves what somebody has changed since it was shown', async () => {
    const ids = [await create(UID.photo, { creditLine: 'x' }), await create(UID.photo, { creditLine: 'y' })];
    const asked = { type: 'photo', documentIds: ids, set: { creditLine: 'Ilse Brandt / AP' } };
    const { body } = await bulk(asked).expect(200);
    const seen = Object.fromEntries(body.data.documents.map((one: Record<string, string>) => [one['documentId'], one['seen']])); // prettier-ignore
    await documents(UID.photo).update({ documentId: ids[0] ?? '', data: { creditLine: 'Somebody / dpa' } } as never);
    const saved = await bulk({ ...asked, dryRun: false, seen }).expect(200);
    expect(saved.body.data.documents).toMatchObject([{ error: { code: 'changed-meanwhile' } }, { changes: [{ to: 'Ilse Brandt / AP' }] }]); // prettier-ignore
    const now = ids.map(async (documentId) => (await documents(UID.photo).findOne({ documentId }))?.['creditLine' as never]); // prettier-ignore
    expect(await Promise.all(now)).toEqual(['Somebody / dpa', 'Ilse Brandt / AP']);
  });

  it('goes live with a published article, but takes no unfinished work along', async () => {
    const clean = await create(UID.article, { headline: 'Clean' }, 'published');
    const open = await create(UID.article, { headline: 'Open' }, 'published');
    await app.strapi.db.query(UID.article).updateMany({
      where: { documentId: open, publishedAt: { $null: true } },
      data: { headline: 'Half done', updatedAt: new Date(Date.now() + 60_000) },
    });
    const asked = { type: 'article', documentIds: [clean, open], set: { creditLine: 'AFP' } };
    const { body: shown } = await bulk(asked).expect(200);
    expect(shown.data.documents).toMatchObject([{ documentId: clean }, { documentId: open, draftOnly: true }]);
    expect(shown.data.documents[0]).not.toHaveProperty('draftOnly');
    await bulk({ ...asked, dryRun: false }).expect(200);
    const live = async (documentId: string) =>
      app.strapi.db.query(UID.article).findOne({ where: { documentId, publishedAt: { $notNull: true } } });
    expect(await live(clean)).toMatchObject({ headline: 'Clean', creditLine: 'AFP' });
    expect(await live(open)).toMatchObject({ headline: 'Open', creditLine: null });
  });

  it.each([
    ['no documents', { type: 'photo', documentIds: [], set: { creditLine: 'x' } }],
    ['a field that is none of the rights', { type: 'photo', documentIds: ['a'], set: { caption: 'x' } }],
    ['a year that is none', { type: 'photo', documentIds: ['a'], set: { copyrightYear: 19 } }],
    ['another type', { type: 'comment', documentIds: ['a'], set: { creditLine: 'x' } }],
    [
      'more documents than allowed',
      { type: 'photo', documentIds: Array.from({ length: 501 }, String), set: { creditLine: 'x' } },
    ],
  ])('is refused with %s', async (_, body) => {
    const answer = await bulk(body).expect(400);
    expect(answer.body.error.details.code).toBe('invalid-request');
  });

  it('needs its permission, and that to update each field', async () => {
    const id = await create(UID.photo, { caption: 'A', creditLine: 'x' });
    const asked = { type: 'photo', documentIds: [id], set: { creditLine: 'y' }, dryRun: false };
    await bulk(asked, await app.editor([{ action: `${MANAGER}.update`, subject: UID.photo }])).expect(403);
    const half = await app.editor([PERMISSIONS.editRights]);
    const { body } = await bulk(asked, half).expect(200);
    expect(body.data.documents[0].error.code).toBe('forbidden');
    expect((await documents(UID.photo).findOne({ documentId: id }))?.['creditLine' as never]).toBe('x');
  });
});

describe('the edit views', () => {
  it('are laid out on the first start, and never again', async () => {
    const path = `/content-manager/content-types/${UID.article}/configuration`;
    const { body } = await desk.get(path).expect(200);
    const { contentType } = body.data;
    expect(contentType.settings.mainField).toBe('headline');
    expect(contentType.layouts.list).toEqual(['headline', 'creditLine', 'copyrightHolder', 'pubStatus', 'updatedAt']);
    expect(contentType.layouts.edit[0]).toEqual([{ name: 'headline', size: 12 }]);
    expect(contentType.metadatas.edNote.edit).toMatchObject({
      label: 'Note to editors',
      description: expect.stringContaining('Private'),
    });
    expect(JSON.stringify(contentType.layouts)).not.toContain('uriKey');
    const { settings, layouts } = contentType;
    await desk
      .put(path)
      .send({ settings, layouts: { ...layouts, list: ['headline', 'slug'] } })
      .expect(200);
    app = await app.restart();
    desk = await app.superAdmin();
    const again = await desk.get(path).expect(200);
    expect(again.body.data.contentType.layouts.list).toEqual(['headline', 'slug']);
  });
});

describe('slugs', () => {
  it('are made from the headline, unique, and kept when the headline changes', async () => {
    const slugOf = async (id: string) =>
      (await documents(UID.article).findOne({ documentId: id }))?.['slug' as never] as unknown;
    const first = await create(UID.article, { headline: 'News in brief' }, 'published');
    const second = await create(UID.article, { headline: 'News in brief' });
    expect(await slugOf(first)).toBe('news-in-brief');
    expect(await slugOf(second)).toMatch(/^news-in-brief-[a-z0-9]{6}$/);
    await documents(UID.article).update({ documentId: first, data: { headline: 'Other news' } } as never);
    expect(await slugOf(first)).toBe('news-in-brief');
    await documents(UID.article).update({ documentId: first, data: { headline: 'Other news', slug: '' } } as never);
    expect(await slugOf(first)).toBe('other-news');
  });
});
