import type { RunResponse } from '../../contracts/imports';
import { UID } from '../../contracts/uid';
import { createDatabase, type Kind } from './database';
import { inputsOf } from './faults';
import { preparedProcesses } from './processes';
import { startStrapi } from './strapi';

const PROCESSES = 8;
const ITEMS = 1000;

/** Describes the test on one database: a file each, since the playground reads its folder once in a process. */
export function describeEight(kind: Kind): void {
  it(`${PROCESSES} processes that are given the same ${ITEMS} items at the same time make as many articles on ${kind}`, async () => {
    const app = await startStrapi({ config: { worker: false }, database: () => createDatabase(kind) });
    const processes = await preparedProcesses();
    try {
      const importers = await processes.start(PROCESSES);
      const inputs = inputsOf({ about: 'eight', good: ITEMS });
      const options = { origin: 'cli', publish: true, decisions: [] };
      const runs = await Promise.all(
        // Each of them begins elsewhere.
        importers.map(async (importer, n): Promise<RunResponse['data']> => {
          const turned = [...inputs.slice(2 * n), ...inputs.slice(0, 2 * n)];
          return ((await importer.call('import', turned, options)) as RunResponse).data;
        }),
      );
      const counted = (outcome: 'created' | 'skipped' | 'quarantined'): number =>
        runs.reduce((sum, { counts }) => sum + (counts[outcome] ?? 0), 0);
      const rows = await app.strapi.db.query(UID.article).findMany({ select: ['id', 'uri', 'publishedAt'] });
      const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
      expect({
        counts: [counted('created'), counted('skipped'), counted('quarantined')],
        ended: runs.every(({ state, done, total }) => state === 'finished' && done === total),
        drafts: drafts.length,
        published: rows.length - drafts.length,
        uris: new Set(rows.map(({ uri }) => uri)).size,
        ledger: await app.strapi.db.query(UID.wireItem).count(),
      }).toEqual({
        counts: [ITEMS, ITEMS * (PROCESSES - 1), 0],
        ended: true,
        drafts: ITEMS,
        published: ITEMS,
        uris: ITEMS,
        ledger: ITEMS,
      });
    } finally {
      await processes.stop();
      await app.stop();
    }
  }, 300_000);
}
