import type { Core } from '@strapi/strapi';
import type { Story } from '../../contracts/story';
import type { Wanted } from './decisions';
import { offerDifferences } from './corrections/differences';
import type { Creator } from './filing';
import { mustFit } from './fits';
import { hashOf, identify } from './identity';
import { enter, hold, quarantine, settle } from './ledger';
import { discardImage, storeImage, type StoredImage } from './photos';
import { isEmbargoed, outcomeOf, saysCorrection, type Plan, type Told } from './plan';
import { packed } from './packing';
import { isRawKept, rawIsKept } from './raws';
import { planEntry } from './preview';
import type { Batch, ReadInput } from './read';
import type { ItemResult } from './progress';
import { DatabaseAway, retrying, whileThere } from './retry';
import type { OpenRun } from './runs';
import { carryOut, type Written } from './write';
import { inTransaction } from '../transaction';

/** An item of an import, with what all items of it share. */
export interface ItemJob extends Wanted {
  batch: Batch;
  run: OpenRun;
  publish: boolean;
  user: { id: number } | undefined;
  creator: Creator;
}

/** Imports one item: written entirely, or quarantined. Throws where the database is away: then the item comes again. */
export async function importItem(strapi: Core.Strapi, job: ItemJob): Promise<ItemResult> {
  const { entry, story, batch, run } = job;
  const about = describeItem(job);
  try {
    const { outcome, targets, error } = await writeItem(strapi, job);
    return { ...about, outcome, targets, ...(error ? { error } : {}) };
  } catch (cause) {
    if (cause instanceof DatabaseAway) throw cause;
    const error = describe(cause);
    strapi.log.warn(`newswire: an item of the import ${run.documentId} could not be written: ${String(cause)}`);
    const bytes = batch.inputs[entry.input]?.bytes ?? new Uint8Array();
    await quarantine(strapi, {
      name: about.inputName,
      bytes,
      hash: hashOf(bytes),
      error,
      run: run.id,
      format: entry.format,
      item: entry.item,
      story,
    });
    // The pictures that were dropped with it are tried again with it.
    for (const picture of picturesOf(job)) {
      const { name, bytes: image, format } = picture;
      await quarantine(strapi, { name, bytes: image, hash: hashOf(image), error, run: run.id, format });
    }
    return { ...about, outcome: 'quarantined', error, targets: [] };
  }
}

/** Plans and writes an item in one transaction; plans again where another process was faster. */
async function writeItem(strapi: Core.Strapi, job: ItemJob): Promise<ItemOutcome> {
  const images = new Map<string, StoredImage>();
  try {
    const written = await whileThere(strapi, () => retrying(() => attempt(strapi, job, images)));
    const input = job.batch.inputs[job.entry.input];
    if (written.outcome === 'skipped') await discard(strapi, images);
    else if (input) rawIsKept(input);
    return written;
  } catch (error) {
    await discard(strapi, images);
    throw error;
  }
}

async function attempt(strapi: Core.Strapi, job: ItemJob, images: Map<string, StoredImage>): Promise<ItemOutcome> {
  const { item } = job.entry;
  const first = await planEntry(strapi, job.entry);
  if (first.plan.action === 'skip') return skipped(job.story, first.plan);
  if (first.plan.action !== 'kill') await storeImages(strapi, job, images);
  return inTransaction(strapi, async () => {
    // What has no row yet is held by its claim, which is unique; what has one may be in another process's hands.
    const isKnown = first.known.length > 0;
    if (isKnown) await hold(strapi, identify(item).uriKey);
    const { plan, known } = isKnown ? await planEntry(strapi, job.entry) : first;
    return plan.action === 'skip' ? skipped(job.story, plan) : write(strapi, job, plan, known, images);
  });
}

async function write(
  strapi: Core.Strapi,
  job: ItemJob,
  plan: Plan,
  known: readonly string[],
  images: ReadonlyMap<string, StoredImage>,
): Promise<Written> {
  const { entry, story, delivered, batch, publish, creator } = job;
  const identity = identify(entry.item);
  const input = batch.inputs[entry.input];
  const told = toldOf(job, new Date());
  const row = await enter(strapi, {
    identity,
    item: entry.item,
    provenance: entry.provenance,
    warnings: input?.warnings ?? [],
    format: entry.format,
    inputName: input?.name ?? '',
    inputHash: input ? hashOf(input.bytes) : '',
    // Pictures are kept by the Media Library; the text of a feed is kept once, with the first of its items that is written.
    raw: input && !isRawKept(input) && entry.format !== 'image' ? packed(input.bytes) : null,
    outcome: outcomeOf(plan, told),
    run: job.run.id,
    claims: plan.target === undefined,
    known,
  });
  const { uri } = identity;
  if (plan.action !== 'kill') mustFit(strapi, story, uri);
  const written = await carryOut(strapi, { plan, story, delivered, uri, ...told, images, publish, creator });
  await settle(strapi, row, written);
  const { version, edNote } = entry.item;
  await offerDifferences(strapi, written.offers, { key: identity.key, version, note: edNote });
  return written;
}

/** What is said of an item beside its plan. */
export const toldOf = ({ entry, story }: Pick<ItemJob, 'entry' | 'story'>, now: Date): Told => ({
  isCorrection: saysCorrection(entry.item),
  isHeld: isEmbargoed(story, now),
});

/** What a run says of an item, whatever becomes of it. */
export const describeItem = ({ entry, story, batch }: ItemJob) => ({
  title: titleOf(story),
  format: entry.format,
  inputName: batch.inputs[entry.input]?.name ?? '',
  key: identify(entry.item).key,
});

export function skipped(story: Story, { target, reason }: Plan): ItemOutcome {
  const isKill = story.pubStatus !== 'usable' && reason === 'older-version';
  return {
    outcome: 'skipped',
    targets: target ? [{ ...target, title: titleOf(story) }] : [],
    ...(isKill ? { error: OLDER_KILL } : {}),
  };
}

type ItemOutcome = Pick<ItemResult, 'outcome' | 'targets' | 'error'>;

/** By the wire's own versions and times the story has come back since. A clock that was wrong says the same. */
const OLDER_KILL = {
  code: 'older-kill',
  message:
    'The agency took back a version that is older than the one you have, by its own version and time, so the story stays. If it should not, set its wire status to “canceled”.',
};

/** Uploads happen before the transaction: they touch the disk and other tables, and a transaction cannot undo a file. */
async function storeImages(strapi: Core.Strapi, job: ItemJob, images: Map<string, StoredImage>): Promise<void> {
  for (const photo of job.story.photos ?? []) {
    const file = picturesOf(job).find((input) => input.name === photo.imageFile);
    if (file && !images.has(file.name)) images.set(file.name, await storeImage(strapi, file, photo, job.user));
  }
}

/** The dropped files that are images of this item's photos. */
function picturesOf({ batch, story }: ItemJob): ReadInput[] {
  const names = new Set((story.photos ?? []).flatMap((photo) => photo.imageFile ?? []));
  if (names.size === 0) return [];
  return batch.inputs.filter(({ name, error }) => name !== '' && error === undefined && names.has(name));
}

async function discard(strapi: Core.Strapi, images: ReadonlyMap<string, StoredImage>): Promise<void> {
  for (const image of images.values()) await discardImage(strapi, image);
}

const titleOf = (story: Story): string =>
  (story.headline ?? story.photos?.[0]?.headline ?? story.photos?.[0]?.caption ?? '').slice(0, 200);

/** What went wrong, in words that hold no secret: only Strapi's own messages for people are passed on. */
function describe(error: unknown): { code: string; message: string } {
  const name = error instanceof Error ? error.name : '';
  if (['ValidationError', 'ApplicationError', 'PayloadTooLargeError'].includes(name) && error instanceof Error) {
    return { code: codeOf(error) ?? 'invalid', message: error.message };
  }
  return {
    code: 'not-written',
    message:
      'The database did not take this item. It is kept with its bytes and can be tried again; the server log has the cause.',
  };
}

/** The stable code that an error of our own carries. */
function codeOf(error: Error): string | undefined {
  const details: unknown = Reflect.get(error, 'details');
  const code: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
