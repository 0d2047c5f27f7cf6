import { ILLUSTRATION, UID } from '../../contracts/uid';
import type { TestStrapi } from './strapi';

/** What a front-end reads, as actions that a role can be granted. */
export const PUBLIC_READS = [
  ...['article', 'photo', 'category', 'comment', 'agency'].flatMap((name) => [
    `plugin::newswire.${name}.find`,
    `plugin::newswire.${name}.findOne`,
  ]),
  'plugin::upload.content-api.find',
  'plugin::upload.content-api.findOne',
];

/** Makes a document of a type, published if asked, and answers its document id. */
export async function make(app: TestStrapi, uid: string, data: object, status?: 'published'): Promise<string> {
  const documents = app.strapi.documents(uid as 'plugin::upload.file');
  const { documentId } = await documents.create({ data, ...(status ? { status } : {}) } as never);
  return documentId;
}

/** A picture in the Media Library with two renditions; its bytes are of no matter here. */
export async function makeFile(app: TestStrapi, name: string): Promise<number> {
  const rendition = (size: string, width: number) => ({
    name: `${size}_${name}`,
    url: `/uploads/${size}_${name}`,
    width,
  });
  const file = await app.strapi.db.query('plugin::upload.file').create({
    data: {
      name,
      hash: name,
      ext: '.jpg',
      mime: 'image/jpeg',
      size: 120,
      url: `/uploads/${name}`,
      provider: 'local',
      formats: { thumbnail: rendition('thumbnail', 245), large: rendition('large', 1000) },
    },
  });
  return Number(file.id);
}

/**
 * A front page: stories of two agencies in two of five categories, two photos each with their pictures, and comments of
 * which every other one is approved. Written through the query engine, which is many times faster than documents.
 */
export async function makeFrontPage(app: TestStrapi, stories: number): Promise<void> {
  const write = async (uid: string, data: object): Promise<number> =>
    Number((await app.strapi.db.query(uid).create({ data })).id);
  const agencies = [await write(UID.agency, { name: 'Nordlys' }), await write(UID.agency, { name: 'Meridian' })];
  const categories: number[] = [];
  for (const name of ['World', 'Harbours', 'Ferries', 'Weather', 'Sport']) {
    categories.push(await write(UID.category, { name, ...(name === 'Ferries' ? { parent: categories[1] } : {}) }));
  }
  const photos: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const image = await makeFile(app, `quay-${n}.jpg`);
    photos.push(await write(UID.photo, { headline: `Quay ${n}`, caption: `The quay, seen from ${n}`, creditLine: 'Marta Eikeland / Meridian', image, agency: agencies[n % 2] })); // prettier-ignore
  }
  for (let n = 0; n < stories; n += 1) {
    const illustrations = [
      await write(ILLUSTRATION, { photo: photos[n % 20], caption: `Seen in story ${n}` }),
      await write(ILLUSTRATION, { photo: photos[(n + 7) % 20] }),
    ];
    const article = await write(UID.article, {
      headline: `Ferry ${n} leaves the quay`,
      abstract: `What is known of ferry ${n}`,
      body: `<p>Ferry ${n} left at ${n} o’clock.</p>`,
      agency: agencies[n % 2],
      categories: [categories[(n + 1) % 5], categories[n % 5]],
      photos: illustrations.map((id) => ({ id, __pivot: { field: 'photos', component_type: ILLUSTRATION } })),
      versionCreated: new Date(Date.UTC(2026, 4, 14, 8, n)),
      publishedAt: new Date(Date.UTC(2026, 4, 14, 8, n)),
    });
    for (let comment = 0; comment < n % 4; comment += 1) {
      await write(UID.comment, {
        authorName: `Reader ${comment}`,
        text: `Comment ${comment} on story ${n}`,
        moderationStatus: comment % 2 === 0 ? 'approved' : 'pending',
        article,
      });
    }
  }
}
