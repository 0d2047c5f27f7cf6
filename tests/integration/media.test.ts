import ExifReader from 'exifreader';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { UID } from '../../contracts/uid';
import { startStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let folder: string;

beforeAll(async () => {
  app = await startStrapi();
  folder = await mkdtemp(join(tmpdir(), 'newswire-media-'));
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

type Kind = 'jpeg' | 'png' | 'webp' | 'tiff';
interface Stored {
  id: number;
  url: string;
  formats: Record<string, { url: string }> | null;
}

const photos = () => app.strapi.documents(UID.photo as 'plugin::upload.file');
const picture = (kind: Kind, colour = '#a63') =>
  sharp({ create: { width: 1300, height: 900, channels: 3, background: colour } })
    .toFormat(kind)
    .toBuffer();

async function onDisk(bytes: Buffer, kind: Kind): Promise<object> {
  const filepath = join(folder, `${Math.random()}.${kind}`);
  await writeFile(filepath, bytes);
  return { filepath, originalFilename: `ferry.${kind}`, mimetype: `image/${kind}`, size: bytes.length };
}

async function upload(kind: Kind): Promise<Stored> {
  const service = app.strapi.plugin('upload').service('upload') as { upload(what: object): Promise<Stored[]> };
  const [stored] = await service.upload({ data: { fileInfo: {} }, files: await onDisk(await picture(kind), kind) });
  if (!stored) throw new Error('nothing was stored');
  return stored;
}

async function photoWith(file: Stored, data: object): Promise<string> {
  const { documentId } = await photos().create({ data: { image: file.id, ...data } } as never);
  return documentId;
}

/** Once no file waits to be written. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const waiting = await app.strapi.db.query(UID.photo).count({ where: { embedDue: { $notNull: true } } });
    if (waiting === 0) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('files still wait to be written');
}

/** The credit and notice that another reader finds in each file as it is served. */
async function served(id: number): Promise<Record<string, unknown>> {
  const file = (await app.strapi.db.query('plugin::upload.file').findOne({ where: { id } })) as Stored;
  const files = { original: file, ...file.formats };
  const found: Record<string, unknown> = {};
  for (const [name, { url }] of Object.entries(files)) {
    const { body } = await app.anyone.get(url).responseType('blob').expect(200);
    const { xmp } = ExifReader.load(body as Buffer, { expanded: true });
    found[name] = [xmp?.['Credit']?.description, xmp?.['rights']?.description];
  }
  return found;
}

const everywhere = (names: readonly string[], said: unknown) => Object.fromEntries(names.map((name) => [name, said]));
const ALL = ['original', 'thumbnail', 'small', 'medium', 'large'];

describe('the rights of a photo in its files', () => {
  it.each<Kind>(['jpeg', 'png', 'webp', 'tiff'])('stand in a served %s and in every rendition of it', async (kind) => {
    const file = await upload(kind);
    await photoWith(file, { creditLine: 'Ines Falk / Nordlys', copyrightNotice: '© 2026 Nordlys' });
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Ines Falk / Nordlys', '© 2026 Nordlys']));
  });

  it('follow an editor, the query engine, and a picture that is replaced', async () => {
    const file = await upload('jpeg');
    const documentId = await photoWith(file, { creditLine: 'Wrong / Nordlys' });
    await settled();
    await photos().update({ documentId, data: { creditLine: 'Ines Falk / Nordlys' } } as never);
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Ines Falk / Nordlys', undefined]));

    await app.strapi.db.query(UID.photo).updateMany({ where: { documentId }, data: { copyrightNotice: '© Nordlys' } });
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Ines Falk / Nordlys', '© Nordlys']));

    const service = app.strapi.plugin('upload').service('upload') as {
      replace(id: number, what: object): Promise<unknown>;
    };
    await service.replace(file.id, {
      data: { fileInfo: {} },
      file: await onDisk(await picture('jpeg', '#36a'), 'jpeg'),
    });
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Ines Falk / Nordlys', '© Nordlys']));
  });

  it('are in the house form of the agency where no credit was delivered, and follow the agency', async () => {
    const { documentId: agency } = await app.strapi
      .documents(UID.agency as 'plugin::upload.file')
      .create({ data: { name: 'Fjordfoto', creditTemplate: '{byline} / Fjordfoto' } } as never);
    const file = await upload('jpeg');
    await photoWith(file, { byline: 'Ines Falk', agency });
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Ines Falk / Fjordfoto', undefined]));
    await app.strapi
      .documents(UID.agency as 'plugin::upload.file')
      .update({ documentId: agency, data: { creditTemplate: 'Fjordfoto/{byline}' } } as never);
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['Fjordfoto/Ines Falk', undefined]));
  });

  it('that were edited while the file was put away are in it when it is served again', async () => {
    const sweep = () => app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
    const file = await upload('jpeg');
    const names = ['original', ...Object.keys(file.formats ?? {})];
    const documentId = await photoWith(file, { creditLine: 'AP', expires: '2020-01-01T00:00:00.000Z' });
    await settled();
    await sweep();
    await app.anyone.get(file.url).expect(404);
    await photos().update({ documentId, data: { creditLine: 'Voss / AP' } } as never);
    await settled();
    await photos().update({ documentId, data: { expires: null } } as never);
    await sweep();
    await settled();
    expect(await served(file.id)).toEqual(everywhere(names, ['Voss / AP', undefined]));
  });

  it('are written after a restart where the process ended before', async () => {
    const file = await upload('jpeg');
    const documentId = await photoWith(file, { creditLine: 'Before / Nordlys' });
    await settled();
    // As a kill between the commit and the file leaves it: the query builder runs no hook.
    await app.strapi.db.queryBuilder(UID.photo).where({ documentId }).update({ creditLine: 'After / Nordlys', embedDue: 'x' }).execute(); // prettier-ignore
    app = await app.restart();
    await settled();
    expect(await served(file.id)).toEqual(everywhere(ALL, ['After / Nordlys', undefined]));
  });
});
