import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import type { PreviewInput, Run, RunItem, RunResponse } from '../../contracts/imports';
import { sha256 } from './identity';
import { importItem, type ItemJob } from './item';
import { quarantine } from './ledger';
import { previewBatch } from './preview';
import { readBatch, withUniqueNames, type Input } from './read';
import { findRun, listRuns, openRun, recordProgress } from './runs';
import { applyDecisions, type Decision } from './decisions';

export interface ImportOptions {
  origin: Run['origin'];
  /** The admin user who started it; absent for what runs by itself. */
  user?: { id: number } | undefined;
  publish: boolean;
  decisions: readonly Decision[];
}

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
