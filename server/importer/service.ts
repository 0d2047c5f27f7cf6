import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import type { PreviewInput, Run, RunItem, RunResponse } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { identify, sha256 } from './identity';
import { enter, isTaken, quarantine, settle } from './ledger';
import { discardImage, storeImage, type StoredImage } from './photos';
import { planEntry, previewBatch } from './preview';
import { readBatch, withUniqueNames, type Batch, type Input } from './read';
import { findRun, listRuns, openRun, recordProgress, type OpenRun } from './runs';
import { toStory } from './story';
import { applyDecisions, type Decision, type Wanted } from './decisions';
import { carryOut, type Written } from './write';

export interface ImportOptions {
  origin: Run['origin'];
  /** The admin user who started it; absent for what runs by itself. */
  user?: { id: number } | undefined;
  publish: boolean;
  decisions: readonly Decision[];
}

/** Another process may take an item between its plan and its write; then it is planned again, this often. */
const MAX_ATTEMPTS = 5;

/** The importer: what was pasted or dropped goes in, documents, ledger rows and a run come out. */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What an import of these inputs would do. Writes nothing. */
  async preview(inputs: readonly Input[]): Promise<PreviewInput[]> {
    return previewBatch(strapi, await readBatch(withUniqueNames(inputs)), new Date());
  },

  /** Imports these inputs and answers with the run, finished. One bad item never stops the others. */
  async import(inputs: readonly Input[], options: ImportOptions): Promise<RunResponse> {
    const batch = await readBatch(withUniqueNames(inputs));
    const creator = <T extends object>(data: T): T =>
      options.user ? (setCreatorFields({ user: options.user })(data as Record<string, unknown>) as T) : data;
    const failed = batch.inputs.filter((input) => input.error !== undefined);
    const wanted = applyDecisions(batch, options.decisions);
    const run = await openRun(strapi, options.origin, failed.length + wanted.length, creator);
    const items: RunItem[] = [];
    for (const { name, bytes, error } of failed) {
      if (!error) continue;
      await quarantine(strapi, { name, bytes, error, hash: sha256(bytes), run: run.id });
      items.push({
        documentId: `${run.documentId}:${items.length}`,
        outcome: 'quarantined',
        title: name,
        inputName: name,
        error,
        targets: [],
      });
    }
    for (const one of wanted) {
      const job: ItemJob = { ...one, batch, run, publish: options.publish, user: options.user, creator };
      items.push({ documentId: `${run.documentId}:${items.length}`, ...(await importItem(strapi, job)) });
    }
    await recordProgress(strapi, run, items, 'finished');
    const finished = await findRun(strapi, run.documentId);
    if (!finished) throw new Error(`The import run ${run.documentId} is gone.`);
    return finished;
  },

  findRun: (documentId: string) => findRun(strapi, documentId),
  listRuns: (page: number, pageSize: number) => listRuns(strapi, page, pageSize),
});

interface ItemJob extends Wanted {
  batch: Batch;
  run: OpenRun;
  publish: boolean;
  user: { id: number } | undefined;
  creator: <T extends object>(data: T) => T;
}

async function importItem(strapi: Core.Strapi, job: ItemJob): Promise<Omit<RunItem, 'documentId'>> {
  const { entry, story, batch } = job;
  const input = batch.inputs[entry.input];
  const about = { title: titleOf(story), format: entry.format, inputName: input?.name ?? '' };
  const images = new Map<string, StoredImage>();
  try {
    const { outcome, targets } = await writeOnce(strapi, job, images);
    return { ...about, outcome, targets };
  } catch (error) {
    for (const image of images.values()) await discardImage(strapi, image);
    const problem = describe(error);
    strapi.log.warn(`newswire: an item of the import ${job.run.documentId} could not be written: ${problem.message}`);
    const { key, bytes, hash } = {
      key: identify(entry.item).key,
      bytes: input?.bytes ?? new Uint8Array(),
      hash: sha256(input?.bytes ?? ''),
    };
    await quarantine(strapi, { name: about.inputName, bytes, hash, key, error: problem, run: job.run.id });
    return { ...about, outcome: 'quarantined', error: problem, targets: [] };
  }
}

/** Plans and writes an item in one transaction; plans again where another process was faster. */
async function writeOnce(strapi: Core.Strapi, job: ItemJob, images: Map<string, StoredImage>): Promise<Written> {
  const { entry, story, batch, creator } = job;
  const identity = identify(entry.item);
  for (let attempt = 1; ; attempt += 1) {
    const { plan, known } = await planEntry(strapi, entry.item);
    if (plan.action === 'skip') {
      const target = plan.target && { ...plan.target, title: titleOf(story) };
      return { outcome: 'skipped', targets: target ? [target] : [] };
    }
    if (plan.action !== 'kill') await storeImages(strapi, job, images);
    try {
      return await strapi.db.transaction(async () => {
        const input = batch.inputs[entry.input];
        const isFirst = batch.entries.find((one) => one.input === entry.input) === entry;
        const correction = entry.item.signals?.includes('correction') ?? false;
        const row = await enter(strapi, {
          identity,
          item: entry.item,
          provenance: entry.provenance,
          warnings: input?.warnings ?? [],
          format: entry.format,
          inputName: input?.name ?? '',
          inputHash: sha256(input?.bytes ?? ''),
          // Pictures are kept by the Media Library; the text of a feed is kept once, with its first item.
          raw: input && isFirst && entry.format !== 'image' ? input.bytes : null,
          outcome:
            plan.action === 'kill'
              ? 'killed'
              : plan.action === 'create'
                ? 'created'
                : correction
                  ? 'corrected'
                  : 'updated',
          run: job.run.id,
          claims: plan.action === 'create',
          known,
        });
        const delivered = toStory(entry.item, entry.imageFiles);
        const written = await carryOut(strapi, {
          plan, story, delivered, uri: identity.uri, isCorrection: correction, images, publish: job.publish, creator,
        }); // prettier-ignore
        await settle(strapi, row, written.targets[0]);
        return written;
      });
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isTaken(error)) throw error;
    }
  }
}

/** Uploads happen before the transaction: they touch the disk and other tables, and a transaction cannot undo a file. */
async function storeImages(strapi: Core.Strapi, job: ItemJob, images: Map<string, StoredImage>): Promise<void> {
  for (const photo of job.story.photos ?? []) {
    const file = job.batch.inputs.find((input) => input.name === photo.imageFile && input.error === undefined);
    if (file && file.name !== '' && !images.has(file.name))
      images.set(file.name, await storeImage(strapi, file, photo, job.user));
  }
}

const titleOf = (story: Story): string =>
  (story.headline ?? story.photos?.[0]?.headline ?? story.photos?.[0]?.caption ?? '').slice(0, 200);

/** What went wrong, in words that hold no secret: only Strapi's own messages for people are passed on. */
function describe(error: unknown): { code: string; message: string } {
  const name = error instanceof Error ? error.name : '';
  if (['ValidationError', 'ApplicationError', 'PayloadTooLargeError'].includes(name) && error instanceof Error) {
    return { code: 'invalid', message: error.message };
  }
  return {
    code: 'not-written',
    message:
      'The database did not take this item. It is kept with its bytes and can be tried again; the server log has the cause.',
  };
}
