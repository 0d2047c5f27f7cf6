import ExifReader from 'exifreader';
import { UID } from '../../contracts/uid';
import type { Entity } from '../../server/documents';
import { keepFilesInBucket, type Bucket } from '../support/bucket';
import { make, PUBLIC_READS } from '../support/newsroom';
import { uploadPicture } from '../support/pictures';
import { startStrapi, type TestStrapi } from '../support/strapi';

const FILE = 'plugin::upload.file';

describe.each([
  ['public', false],
  ['private', true],
])('files in a %s bucket', (_, isPrivate) => {
  let app: TestStrapi;
  let bucket: Bucket;
  let looks = 0;

  beforeAll(async () => {
    app = await startStrapi();
    bucket = await keepFilesInBucket(app, { isPrivate });
    await app.grant('public', PUBLIC_READS);
  });
  afterAll(async () => {
    await app.stop();
    await bucket.close();
  });

  const photos = () => app.strapi.documents(UID.photo as typeof FILE);
  const save = (documentId: string, data: object) => photos().update({ documentId, data } as never);
  const sweep = () => app.strapi.plugin('newswire').service('rights-gate').sweep.soon();
  const photoOf = async (data: object): Promise<{ id: number; photo: string }> => {
    const { id } = await uploadPicture(app, `ferry${(looks += 1)}`, looks);
    return { id, photo: await make(app, UID.photo, { caption: 'Ferry', creditLine: 'Ines Falk / Nordlys', image: id, ...data }) }; // prettier-ignore
  };
  /** The addresses of a file and its renditions, as the Media Library has them. */
  const addressesOf = async (id: number): Promise<string[]> => {
    const file = (await app.strapi.db.query(FILE).findOne({ where: { id } })) as Entity | null;
    const formats = Object.values((file?.['formats'] ?? {}) as Record<string, { url: string }>);
    return file ? [String(file['url']), ...formats.map(({ url }) => url)].sort() : [];
  };
  const creditsIn = async (urls: readonly string[]): Promise<unknown[]> => {
    const credits = urls.map(async (url) => {
      const answer = await fetch(isPrivate ? `${url}?signature=good` : url);
      if (!answer.ok) return answer.status;
      return ExifReader.load(await answer.arrayBuffer(), { expanded: true }).xmp?.['Credit']?.description;
    });
    return [...new Set(await Promise.all(credits))];
  };
  const held = (id: number) => async () => {
    const file = (await app.strapi.db.query(FILE).findOne({ where: { id } })) as Entity | null;
    return bucket
      .names()
      .filter((url) => url.includes(String(file?.['hash'] ?? 'nothing')))
      .sort();
  };
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await isSo()) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error('it is not so after twenty seconds');
  }
  const settled = () =>
    until(async () => (await app.strapi.db.query(UID.photo).count({ where: { embedDue: { $notNull: true } } })) === 0);

  it('say who is to be credited, in every rendition, at the address that the API tells', async () => {
    const { id, photo } = await photoOf({});
    await settled();
    const addresses = await addressesOf(id);
    expect(addresses.length).toBeGreaterThan(1);
    expect(await creditsIn(addresses)).toEqual(['Ines Falk / Nordlys']);
    const { body } = await app.anyone.get(`/api/newswire/photos/${photo}?populate=image`).expect(200);
    expect(addresses).toContain(String(body.data.image.url).split('?')[0]);
  });

  it('leave the bucket when their photo is killed, and come back with the credit that was edited meanwhile', async () => {
    const { id, photo } = await photoOf({});
    await settled();
    await save(photo, { pubStatus: 'canceled' });
    await sweep();
    expect(await held(id)()).toEqual([]);
    await save(photo, { creditLine: 'Ola Nord / Nordlys' });
    await settled();
    expect(await held(id)()).toEqual([]);
    await save(photo, { pubStatus: 'usable' });
    await sweep();
    await settled();
    const addresses = await addressesOf(id);
    expect(await held(id)()).toEqual(addresses);
    expect(await creditsIn(addresses)).toEqual(['Ola Nord / Nordlys']);
  });

  it('go with a photo that readers were not to see', async () => {
    const { id, photo } = await photoOf({ pubStatus: 'withheld' });
    const names = await addressesOf(id);
    await photos().delete({ documentId: photo });
    await until(() => Promise.resolve(!bucket.names().some((name) => names.includes(name))));
    expect(await addressesOf(id)).toEqual([]);
  });

  it('that are gone from the bucket stop nothing, and are not asked for again and again', async () => {
    const { id, photo } = await photoOf({});
    await settled();
    const file = (await app.strapi.db.query(FILE).findOne({ where: { id } })) as Entity;
    const provider = (app.strapi.plugin('upload') as unknown as { provider: { delete(file: Entity): Promise<void> } }).provider; // prettier-ignore
    await provider.delete(file);
    await app.strapi.db.query(UID.photo).updateMany({ where: { documentId: photo }, data: { creditLine: 'Voss' } });
    await settled();
  });
});
