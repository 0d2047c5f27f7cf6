import { PERMISSIONS } from '../../contracts/permissions';
import type { PreviewResponse, RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { jpegWith } from '../support/jpeg';
import { zipOf } from '../support/zip';
import { startStrapi, type Agent, type TestStrapi } from '../support/strapi';

/** Invented, and set as a reader copies it from a web page. */
const STORY = `Harbour city votes to move its fish market

Traders carry crates past the old hall on the quay in Varnhaven, on March 3, 2026

Ilse Brandt / AP

The council of Varnhaven voted on Tuesday to move the city's fish market, which has stood on the quay for more than a century, to a new hall outside the centre.

“We have outgrown the quay, and the quay has outgrown us,” mayor Henrik Dahl told reporters after the vote, which passed by nineteen to eleven.

Traders said they had been promised lower rents for the first three years, and a bus that starts running before dawn.

© 2026 AFP. All Rights Reserved. This material may not be published, broadcast, rewritten, or redistributed.

Categories: Business, Europe & World

Leave a Reply

Your email address will not be published. Required fields are marked *`;

const PUBLIC_READS = ['article', 'photo', 'category', 'comment'].flatMap((name) => [
  `plugin::newswire.${name}.find`,
  `plugin::newswire.${name}.findOne`,
]);

let app: TestStrapi;
let desk: Agent;

beforeAll(async () => {
  app = await startStrapi();
  desk = await app.superAdmin();
  await app.grant('public', PUBLIC_READS);
});
afterAll(() => app.stop());

const rowsOf = (uid: string) => app.strapi.db.query(uid).count();

async function preview(text: string, agent = desk): Promise<PreviewResponse['data']> {
  const answer = await agent.post('/newswire/imports/preview').field('text', text).expect(200);
  return answer.body.data;
}

async function importText(text: string, request: object = {}): Promise<RunResponse['data']> {
  const answer = await desk
    .post('/newswire/imports')
    .field('text', text)
    .field('data', JSON.stringify(request))
    .expect(201);
  return answer.body.data;
}

describe('a pasted story', () => {
  it('is shown before anything is written', async () => {
    const { inputs, mayPublish } = await preview(STORY);
    const [input] = inputs;
    const [item] = input?.items ?? [];
    expect(mayPublish).toBe(true);
    expect(input).toMatchObject({ name: '', format: 'plain-text', text: STORY });
    expect(item).toMatchObject({
      action: 'create',
      reason: 'new',
      story: {
        headline: 'Harbour city votes to move its fish market',
        provider: 'AFP',
        copyrightHolder: 'AFP',
        copyrightYear: 2026,
        categories: ['Business', 'Europe & World'],
        photos: [{ byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' }],
      },
      categories: [{ name: 'Business' }, { name: 'Europe & World' }],
    });
    const { span } = item?.provenance['headline'] ?? {};
    expect(STORY.slice(span?.start, span?.end)).toBe('Harbour city votes to move its fish market');
    expect(await rowsOf(UID.article)).toBe(0);
    expect(await rowsOf(UID.wireItem)).toBe(0);
  });

  it('becomes an article with its photo, credits and categories, and GraphQL serves it', async () => {
    const run = await importText(STORY, { publish: true });
    expect(run).toMatchObject({ state: 'finished', counts: { created: 1 }, total: 1, done: 1 });
    expect(run.items[0]?.targets.map((target) => target.type)).toEqual(['article', 'photo', 'category', 'category']);

    const query = `{ newswireArticles { headline slug creditLine copyrightHolder copyrightYear copyrightNotice usageTerms
      agency { name } categories(sort: "name") { name } photos { caption photo { caption byline creditLine agency { name } } } } }`;
    const answer = await app.anyone.post('/graphql').send({ query });
    expect(answer.body.errors?.[0]?.message).toMatch(/agency|Forbidden/);
    await app.grant('public', ['plugin::newswire.agency.find', 'plugin::newswire.agency.findOne']);
    const { body } = await app.anyone.post('/graphql').send({ query }).expect(200);
    expect(body.errors).toBeUndefined();
    expect(body.data.newswireArticles).toEqual([
      {
        headline: 'Harbour city votes to move its fish market',
        slug: 'harbour-city-votes-to-move-its-fish-market',
        // None was delivered: the agency's house form.
        creditLine: 'AFP',
        copyrightHolder: 'AFP',
        copyrightYear: 2026,
        copyrightNotice: expect.stringMatching(/^© 2026 AFP\./),
        usageTerms: 'This material may not be published, broadcast, rewritten, or redistributed.',
        agency: { name: 'AFP' },
        categories: [{ name: 'Business' }, { name: 'Europe & World' }],
        photos: [
          {
            caption: null,
            photo: {
              caption: 'Traders carry crates past the old hall on the quay in Varnhaven, on March 3, 2026',
              byline: 'Ilse Brandt',
              creditLine: 'Ilse Brandt / AP',
              agency: { name: 'AP' },
            },
          },
        ],
      },
    ]);
  });

  it('changes nothing when it comes again, and says so', async () => {
    const before = await Promise.all([UID.article, UID.photo, UID.category, UID.wireItem, UID.rightsEvent].map(rowsOf));
    expect((await preview(STORY)).inputs[0]?.items[0]).toMatchObject({ action: 'skip', reason: 'already-received' });
    const run = await importText(STORY, { publish: true });
    expect(run.counts).toEqual({ skipped: 1 });
    expect(run.items[0]?.targets).toMatchObject([{ type: 'article' }]);
    const after = await Promise.all([UID.article, UID.photo, UID.category, UID.wireItem, UID.rightsEvent].map(rowsOf));
    expect(after).toEqual(before);
  });

  it('is made anew when its article was deleted', async () => {
    const run = await importText(STORY, { publish: true });
    const documentId = run.items[0]?.targets[0]?.documentId ?? '';
    await desk.delete(`/content-manager/collection-types/${UID.article}/${documentId}`).expect(200);
    const again = await importText(STORY, { publish: true });
    expect(again.counts).toEqual({ created: 1 });
    expect(again.items[0]?.targets[0]?.documentId).not.toBe(documentId);
  });

  it('is stored as corrected in the preview, and what was delivered is kept', async () => {
    const text = STORY.replace('Harbour city votes', 'Island city votes').replace('nineteen', 'twenty');
    const { inputs } = await preview(text);
    const story = structuredClone(inputs[0]?.items[0]?.story);
    if (!story?.photos?.[0]) throw new Error('The preview has no photo.');
    story.headline = 'Island city moves its fish market';
    story.photos[0].creditLine = 'Ilse Brandt / AP Photo';
    story.categories = ['business'];
    const run = await importText(text, { stories: [{ index: 0, story }] });
    const [article, photo] = run.items[0]?.targets ?? [];
    expect(article).toMatchObject({ type: 'article', title: 'Island city moves its fish market', published: false });
    expect(await rowsOf(UID.category)).toBe(2);
    const rights = await desk.get(`/newswire/rights/photo/${photo?.documentId}`).expect(200);
    expect(rights.body.data).toMatchObject({
      delivered: { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AP' },
      history: [{ surface: 'import', by: expect.stringMatching(/^Ada User/) }],
    });
    const hidden = await app.anyone.get(`/api/newswire/articles/${article?.documentId}`);
    expect(hidden.status).toBe(404);
  });
});

describe('several files', () => {
  const names = ['zebra', 'apple', 'mango', 'kiwi', 'fig'];
  const storyOf = (name: string) =>
    STORY.replace('Harbour city votes', `The ${name} city votes`).replace('nineteen', name);
  const send = (path: string) => {
    const request = desk.post(path);
    for (const [n, name] of names.entries()) {
      // Of very different sizes, so that they reach the disk in another order than they were sent in.
      void request.attach('files', Buffer.from(storyOf(name) + ' '.repeat((n % 2) * 200_000)), `${name}.txt`);
    }
    return request;
  };

  it('keep their order between preview and import, so that a correction meets its own story', async () => {
    const shown = await send('/newswire/imports/preview').expect(200);
    const items = (shown.body as PreviewResponse).data.inputs.flatMap((input) => input.items);
    const stories = items.map(({ index, story }) => ({
      index,
      story: story.headline?.includes('mango') ? { ...story, headline: 'Corrected' } : story,
    }));
    const { body } = await send('/newswire/imports').field('data', JSON.stringify({ stories })).expect(201);
    const run = body.data as RunResponse['data'];
    expect(run.items.map((item) => [item.inputName, item.title])).toEqual(
      [...names]
        .sort()
        .map((name) => [
          `${name}.txt`,
          name === 'mango' ? 'Corrected' : `The ${name} city votes to move its fish market`,
        ]),
    );
  });

  it('are refused when the corrections are those of another story', async () => {
    const shown = await send('/newswire/imports/preview').expect(200);
    const items = (shown.body as PreviewResponse).data.inputs.flatMap((input) => input.items);
    const stories = [{ index: 0, story: items[1]?.story }];
    const { body } = await send('/newswire/imports').field('data', JSON.stringify({ stories })).expect(400);
    expect(body.error.details.code).toBe('preview-outdated');
  });
});

describe('a dropped JPEG', () => {
  const image = jpegWith({
    width: 64,
    height: 48,
    iim: {
      '1:90': '\u001b%G',
      '2:80': 'Ilse Brandt',
      '2:110': 'AP',
      '2:116': '© 2026 The Associated Press',
      '2:120': 'A ferry leaves Varnhaven at dawn, on March 4, 2026.',
      '2:90': 'Varnhaven',
    },
  });

  it('becomes a photo with its image and its embedded credit', async () => {
    const answer = await desk.post('/newswire/imports').attach('files', image, 'ferry.jpg').expect(201);
    const [target] = answer.body.data.items[0].targets;
    expect(target).toMatchObject({ type: 'photo' });
    const { body } = await app.anyone.get(`/api/newswire/photos/${target.documentId}`).expect(200);
    expect(body.data).toMatchObject({
      caption: 'A ferry leaves Varnhaven at dawn, on March 4, 2026.',
      byline: 'Ilse Brandt',
      // "AP" as it came, in the agency's house form.
      creditLine: 'AP Photo/Ilse Brandt',
      copyrightNotice: '© 2026 The Associated Press',
      city: 'Varnhaven',
    });
    expect(body.data).not.toHaveProperty('contentHash');
    const again = await desk.post('/newswire/imports').attach('files', image, 'other-name.jpg').expect(201);
    expect(again.body.data.counts).toEqual({ skipped: 1 });
    expect(await rowsOf('plugin::upload.file')).toBe(1);
  });

  it('is the image of the photo in the story that it is dropped with', async () => {
    const text = STORY.replace('Harbour city votes', 'River city votes').replace('nineteen', 'twelve');
    const answer = await desk
      .post('/newswire/imports')
      .field('text', text)
      .field('data', '{"publish":true}')
      .attach('files', jpegWith({ width: 32, height: 32, iim: { '2:90': 'Varnhaven' } }), 'quay.jpg')
      .expect(201);
    const { items } = answer.body.data as RunResponse['data'];
    expect(items).toHaveLength(1);
    const photo = items[0]?.targets.find((target) => target.type === 'photo');
    const { body } = await app.anyone.get(`/api/newswire/photos/${photo?.documentId}?populate=image`).expect(200);
    expect(body.data).toMatchObject({
      creditLine: 'Ilse Brandt / AP',
      city: 'Varnhaven',
      image: { name: 'quay.jpg', mime: 'image/jpeg', width: 32, height: 32 },
    });
  });
});

describe('the same story with a picture and without', () => {
  const text = STORY.replace('Harbour city votes', 'Mountain city votes').replace('nineteen', 'thirteen');
  const image = jpegWith({ width: 48, height: 32, iim: { '2:90': 'Varnhaven', '2:05': 'late' } });
  const importWith = async (...files: Buffer[]): Promise<RunResponse['data']> => {
    const request = desk.post('/newswire/imports').field('text', text).field('data', '{"publish":true}');
    for (const [n, file] of files.entries()) void request.attach('files', file, `picture-${n}.jpg`);
    return (await request.expect(201)).body.data;
  };

  it('is one story with one photo, which takes the picture when it comes', async () => {
    // A published article has two rows: its draft and what readers see.
    const [articles, photos] = await Promise.all([UID.article, UID.photo].map(rowsOf));
    expect((await importWith()).counts).toEqual({ created: 1 });
    const withPicture = await importWith(image);
    expect(withPicture.counts).toEqual({ updated: 1 });
    expect((await importWith(image)).counts).toEqual({ skipped: 1 });
    expect((await importWith()).counts).toEqual({ skipped: 1 });
    expect(await Promise.all([UID.article, UID.photo].map(rowsOf))).toEqual([(articles ?? 0) + 2, (photos ?? 0) + 1]);
    const id = withPicture.items[0]?.targets.find(({ type }) => type === 'photo')?.documentId;
    const { body } = await app.anyone.get(`/api/newswire/photos/${id}?populate=image`).expect(200);
    expect(body.data).toMatchObject({ creditLine: 'Ilse Brandt / AP', city: 'Varnhaven', image: { width: 48 } });
  });
});

describe('files of several formats, dropped at once', () => {
  const NITF = `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="urn:test:ferry"/></docdata></head><body>
    <body.head><hedline><hl1>Ferry returns</hl1></hedline></body.head>
    <body.content><p>The ferry is back.</p><media media-type="image"><media-reference source="img/ferry-1.jpg"/>
    <media-caption>The ferry at the quay</media-caption></media></body.content></body></nitf>`;
  const NINJS = JSON.stringify({
    uri: 'urn:test:rates',
    type: 'text',
    version: '1',
    headline: 'Rates rise',
    body_xhtml: '<p>Up.</p>',
    copyrightholder: 'dpa',
  });
  const picture = jpegWith({ width: 24, height: 24, iim: { '2:110': 'Example/Pool', '2:05': 'zip' } });

  it('come in together, and an archive gives each of its files', async () => {
    const archive = zipOf([
      { name: 'stories/ferry.xml', data: NITF },
      { name: 'img/ferry-1.jpg', data: picture },
      { name: 'notes.bin', data: Buffer.from([0, 1, 2, 255, 254]) },
    ]);
    const { body } = await desk
      .post('/newswire/imports')
      .field('data', '{"publish":true}')
      .attach('files', archive, 'wire.zip')
      .attach('files', Buffer.from(NINJS), 'rates.json')
      .expect(201);
    const { counts, items } = body.data as RunResponse['data'];
    expect(counts).toEqual({ created: 2, quarantined: 1 });
    expect(items.find((item) => item.error)).toMatchObject({ inputName: 'wire.zip/notes.bin' });
    const photo = items.flatMap((item) => item.targets).find((target) => target.type === 'photo');
    const shown = await app.anyone.get(`/api/newswire/photos/${photo?.documentId}?populate=image`).expect(200);
    expect(shown.body.data).toMatchObject({
      caption: 'The ferry at the quay',
      creditLine: 'Example',
      image: { width: 24, mime: 'image/jpeg' },
    });
  });
});

describe('a mail with a picture', () => {
  it('becomes an article whose photo has the attached image', async () => {
    const picture = jpegWith({
      width: 40,
      height: 30,
      iim: { '2:110': 'Ilse Brandt / AP', '2:120': 'The lighthouse of Varnhaven' },
    });
    const mail = [
      'From: Desk <desk@newsroom.example>',
      'Subject: Lighthouse opens to visitors',
      'Message-ID: <lighthouse@newsroom.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The lighthouse of Varnhaven opens to visitors in May, the port authority said on Monday.',
      '',
      '--b',
      'Content-Type: image/jpeg; name=lighthouse.jpg',
      'Content-Disposition: attachment; filename=lighthouse.jpg',
      'Content-Transfer-Encoding: base64',
      '',
      picture.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b--',
      '',
    ].join('\r\n');
    const { body } = await desk
      .post('/newswire/imports')
      .field('data', '{"publish":true}')
      .attach('files', Buffer.from(mail), 'lighthouse.eml')
      .expect(201);
    expect(body.data.counts).toEqual({ created: 1 });
    const photo = (body.data as RunResponse['data']).items[0]?.targets.find(({ type }) => type === 'photo');
    const shown = await app.anyone.get(`/api/newswire/photos/${photo?.documentId}?populate=image`).expect(200);
    expect(shown.body.data).toMatchObject({
      caption: 'The lighthouse of Varnhaven',
      creditLine: 'Ilse Brandt / AP',
      image: { width: 40, height: 30 },
    });
  });
});

describe('bad input', () => {
  it.each<[string, (agent: Agent) => ReturnType<Agent['post']>, number, string]>([
    ['an empty paste', (agent) => agent.post('/newswire/imports/preview').field('text', '  \n'), 400, 'empty-input'],
    ['nothing at all', (agent) => agent.post('/newswire/imports/preview').send({}), 400, 'empty-input'],
    [
      'corrections that are no JSON',
      (agent) => agent.post('/newswire/imports').field('text', STORY).field('data', '{'),
      400,
      'invalid-request',
    ],
    [
      'a file of 51 MB',
      (agent) => agent.post('/newswire/imports').attach('files', Buffer.alloc(51 * 1024 * 1024), 'large.txt'),
      413,
      'too-large',
    ],
  ])('%s is refused with a code', async (_, send, status, code) => {
    const runs = await rowsOf(UID.importRun);
    const { body } = await send(desk).expect(status);
    expect(body.error.details.code).toBe(code);
    expect(body.error.message).toMatch(/\.$/);
    expect(await rowsOf(UID.importRun)).toBe(runs);
  });

  it.each([
    ['a binary file', Buffer.from([0, 1, 2, 3, 250, 251, 0, 0, 17, 9]), 'data.bin', 'unrecognised-format'],
    ['JSON that is cut short', Buffer.from('{"uri":"urn:cut","headline":"Cut", "body_'), 'cut.json', 'malformed'],
    [
      'an archive without a file',
      Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]),
      'empty.zip',
      'no-content',
    ],
    ['an image that is none', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]), 'broken.jpg', 'malformed'],
  ])('%s is quarantined with its bytes, and nothing else is written', async (_, bytes, name, code) => {
    const before = await Promise.all([UID.article, UID.photo, 'plugin::upload.file'].map(rowsOf));
    const { body } = await desk.post('/newswire/imports').attach('files', bytes, name).expect(201);
    expect(body.data).toMatchObject({ counts: { quarantined: 1 }, items: [{ error: { code }, inputName: name }] });
    expect(await Promise.all([UID.article, UID.photo, 'plugin::upload.file'].map(rowsOf))).toEqual(before);
    const row = await app.strapi.db.query(UID.wireItem).findOne({ where: { inputName: name } });
    expect(row).toMatchObject({ outcome: 'quarantined', error: { code } });
    expect(row.raw.length).toBeGreaterThan(0);
  });

  it('loses its script', async () => {
    const text = STORY.replace('Harbour', 'Lake').replace('Traders said', '<script>alert(1)</script>Traders said');
    const run = await importText(text, { publish: true });
    const documentId = run.items[0]?.targets[0]?.documentId ?? '';
    const { body } = await app.anyone.get(`/api/newswire/articles/${documentId}`).expect(200);
    expect(body.data.body).not.toMatch(/<script/i);
    await desk
      .put(`/content-manager/collection-types/${UID.article}/${documentId}`)
      .send({ body: '<p onclick="x()">Said</p><script>alert(2)</script><a href="javascript:x">y</a>' })
      .expect(200);
    const draft = await app.strapi.db.query(UID.article).findOne({ where: { documentId, publishedAt: null } });
    expect(draft.body).toBe('<p>Said</p><a>y</a>');
  });
});

describe('an editor', () => {
  it('needs the permission to import, and another to publish', async () => {
    const reader = await app.editor([]);
    await reader.post('/newswire/imports/preview').field('text', STORY).expect(403);
    await reader.get('/newswire/imports').expect(403);
    await app.anyone.post('/newswire/imports').field('text', STORY).expect(401);
    const importer = await app.editor([PERMISSIONS.import]);
    expect((await preview(STORY, importer)).mayPublish).toBe(false);
    const { body } = await importer
      .post('/newswire/imports')
      .field('text', STORY)
      .field('data', '{"publish":true}')
      .expect(403);
    expect(body.error.details.code).toBe('may-not-publish');
  });

  it('finds the runs, the newest first', async () => {
    const { body } = await desk.get('/newswire/imports?pageSize=2').expect(200);
    expect(body.data).toHaveLength(2);
    expect(body.data[0].startedAt >= body.data[1].startedAt).toBe(true);
    const { body: run } = await desk.get(`/newswire/imports/${body.data[0].documentId}`).expect(200);
    expect(run.data.items).toHaveLength(run.data.total);
    await desk.get('/newswire/imports/nothing').expect(404);
  });
});
