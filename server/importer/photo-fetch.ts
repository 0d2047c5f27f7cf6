import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { StoryPhoto } from '../../contracts/story';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import { auditAs } from '../audit/context';
import { documentsOf, textOf, type Entity } from '../documents';
import { FetchError } from '../fetch/errors';
import { safeFetch } from '../fetch/safe-fetch';
import { allowedHosts } from '../fetch/settings';
import { parse } from '../wire/parse';
import { restrictionsIn } from '../gate/stored-restrictions';
import { photoRestrictions } from '../rights/stated';
import { stricter } from '../rights/stricter';
import { agencyOf } from './filing';
import { imageTypeOf } from './image-type';
import { storeImage, suppliersOf } from './photos';
import { retrying } from './retry';
import { toStory } from './story';
import { inTransaction } from '../transaction';

const settings = z.object({
  photos: z
    .object({
      /** Pictures that the wire only gives the address of are fetched. */
      fetch: z.boolean().default(true),
      maxBytes: z
        .int()
        .positive()
        .default(50 * 1024 * 1024),
      timeoutSeconds: z.number().min(1).max(600).default(60),
      /** A picture that cannot be fetched is tried so often, with growing pauses: about a day in all. */
      attempts: z.int().min(1).max(50).default(9),
    })
    .prefault({}),
});

/** So many pictures are fetched at once, and so many in one round. */
const AT_ONCE = 4;
const A_ROUND = 40;

/** A fetch whose process has died is begun anew after this. */
const LEASE_MS = 15 * 60_000;
const FIRST_PAUSE_MS = 5 * 60_000;

const JOB = 'newswire-photos';
const EVERY_TEN_SECONDS = '*/10 * * * * *';

/**
 * Fetches the pictures that the wire gives the address of, after the import: a slow server never holds a story up. What
 * is to be fetched stands in the photos themselves, so any number of processes fetch each once and none is forgotten.
 */
export const photoFetcher = ({ strapi }: { strapi: Core.Strapi }) => {
  const { photos: rules } = settings.parse(strapi.config.get(`plugin::${PLUGIN_ID}`) ?? {});
  let going: Promise<void> | undefined;
  let isStopping = false;

  async function round(): Promise<void> {
    const due = (await strapi.db.query(UID.photo).findMany({
      select: ['id'],
      where: duePhotos(new Date()),
      orderBy: { id: 'asc' },
      limit: A_ROUND,
    })) as Entity[];
    const lanes = Array.from({ length: AT_ONCE }, async (_, lane) => {
      for (const [n, { id }] of due.entries()) {
        if (n % AT_ONCE === lane && !isStopping) await fetchOne(strapi, Number(id), rules);
      }
    });
    await Promise.all(lanes);
  }

  return {
    /** Fetches what is due, and answers when that is done. */
    async tick(): Promise<void> {
      going ??= round()
        .catch((error: unknown) => {
          strapi.log.error(`newswire: pictures could not be fetched: ${String(error)}`);
        })
        .finally(() => (going = undefined));
      await going;
    },
    schedule(): void {
      if (rules.fetch) strapi.cron.add({ [JOB]: { task: () => this.tick(), options: { rule: EVERY_TEN_SECONDS } } });
    },
    async stop(): Promise<void> {
      isStopping = true;
      if (rules.fetch) strapi.cron.remove(JOB);
      await going;
    },
  };
};

const duePhotos = (now: Date): Entity => ({
  fetchState: 'pending',
  $or: [{ fetchDueAt: { $null: true } }, { fetchDueAt: { $lte: now.toISOString() } }],
});

type Rules = z.infer<typeof settings>['photos'];

async function fetchOne(strapi: Core.Strapi, id: number, rules: Rules): Promise<void> {
  const photos = strapi.db.query(UID.photo);
  const now = new Date();
  const { count } = await retrying(() =>
    photos.updateMany({
      where: { id, ...duePhotos(now) },
      data: { fetchDueAt: new Date(now.getTime() + LEASE_MS).toISOString() },
    }),
  );
  if (count === 0) return;
  const photo = (await photos.findOne({ where: { id }, populate: { image: true, agency: true } })) as Entity | null;
  if (!photo) return;
  const attempts = Number(photo['fetchAttempts'] ?? 0) + 1;
  try {
    const had = photo['image'] ? undefined : await fetched(strapi, photo, rules);
    if (had) await enter(strapi, photo, had);
    // Front-ends that ask for what has changed are told: `enter` leaves the time of the last work as it was.
    const refreshed = had ? { refreshedAt: new Date() } : {};
    await photos.updateMany({ where: { id }, data: { fetchState: 'fetched', fetchAttempts: attempts, fetchError: null, ...refreshed } });
  } catch (error) {
    const isLast = attempts >= rules.attempts || (error instanceof FetchError && FINAL.has(error.code));
    const pause = FIRST_PAUSE_MS * 2 ** (attempts - 1);
    const fetchError =
      error instanceof FetchError ? error.message : 'The picture could not be stored. The log of the server has the cause.';
    if (!(error instanceof FetchError)) strapi.log.error(`newswire: a picture could not be stored: ${String(error)}`);
    await photos.updateMany({
      where: { id },
      data: {
        fetchState: isLast ? 'failed' : 'pending',
        fetchAttempts: attempts,
        fetchDueAt: new Date(Date.now() + pause).toISOString(),
        fetchError,
      },
    });
  } // prettier-ignore
}

/** Problems that another attempt meets again. */
const FINAL: ReadonlySet<string> = new Set(['bad-address', 'private-address', 'too-large', 'not-an-image']);

/** The picture's bytes, and what they say of themselves. */
interface Picture {
  bytes: Uint8Array;
  name: string;
  said: StoryPhoto;
}

async function fetched(strapi: Core.Strapi, photo: Entity, rules: Rules): Promise<Picture> {
  const href = textOf(photo, 'rendition') ?? '';
  const { bytes } = await safeFetch(href, {
    timeoutMs: rules.timeoutSeconds * 1000,
    maxBytes: rules.maxBytes,
    allowHosts: allowedHosts(strapi),
    headers: { accept: 'image/*' },
  });
  if (!imageTypeOf(bytes).startsWith('image/')) {
    throw new FetchError('not-an-image', `What ${new URL(href).hostname} sends is not an image.`);
  }
  const name = new URL(href).pathname.split('/').pop() ?? '';
  return { bytes, name: name === '' ? 'photo' : decodeURIComponent(name.slice(-200)), said: await metadataOf(bytes) };
}

/** Read before the upload: Strapi takes the metadata out of what it stores. */
async function metadataOf(bytes: Uint8Array): Promise<StoryPhoto> {
  try {
    const [reading] = (await parse({ bytes, fileName: 'photo' })).readings;
    const [photo] = reading ? (toStory(reading.item).photos ?? []) : [];
    return photo ?? {};
  } catch {
    return {};
  }
}

/** What the story says of its photo stands; what it does not say, the picture's own metadata add. */
async function enter(strapi: Core.Strapi, photo: Entity, { bytes, name, said }: Picture): Promise<void> {
  const documentId = String(photo['documentId']);
  const isEmpty = (field: string) => photo[field] === null || photo[field] === undefined || photo[field] === '';
  const { uri: _uri, rendition: _rendition, imageFile: _imageFile, agency: _agency, ...fields } = said;
  const agency = await agencyOf(strapi, suppliersOf(said));
  const known = Object.entries({ ...fields, agency: agency?.documentId });
  const more = Object.fromEntries(known.filter(([field, value]) => value !== undefined && isEmpty(field)));
  // What the picture itself forbids holds beside what the story says of it.
  const [standing, stated] = [restrictionsIn(photo['restrictions']), photoRestrictions(said)];
  const restrictions = stated ? { restrictions: stricter(standing, stated) } : {};
  const shown = { caption: textOf(photo, 'caption'), altText: textOf(photo, 'altText') };
  const image = await storeImage(strapi, { name, bytes }, shown, undefined);
  const data = { ...more, ...restrictions, image: image.fileId, contentHash: image.contentHash };
  await retrying(() =>
    inTransaction(strapi, async () => {
      await auditAs({ surface: 'import' }, () => documentsOf(strapi, UID.photo).update({ documentId, data }));
      // Nobody has worked on it: an import is still undone with its pictures.
      await strapi.db
        .queryBuilder(UID.photo)
        .where({ id: photo['id'] })
        .update({ updatedAt: new Date(String(photo['updatedAt'])) })
        .execute();
    }),
  );
}
