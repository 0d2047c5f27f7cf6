import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { rejudge } from './judge';
import { JUDGED } from './rights-of';
import { rightsSettings } from './settings';
import { tidyVault } from './vault';

/** Changed when the judgement itself changes: every row is then judged anew at the next start. */
const JUDGEMENT = 5;

/**
 * What is judged in the background: rows whose time has come, the items of agencies that were changed, and the files of
 * what was closed for good. Any number of processes may do it at once: each step ends in the same state.
 */
export function createSweep(strapi: Core.Strapi) {
  let timer: NodeJS.Timeout | undefined;
  let going: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const run = async (): Promise<void> => {
    do {
      isWanted = false;
      await sweep(strapi, new Date());
    } while (isWanted && !isStopped);
  };

  const safely = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      strapi.log.error(`newswire: rights could not be judged anew: ${String(error)}`);
    }
  };

  const soon = (): Promise<void> => {
    isWanted = true;
    if (isStopped) return Promise.resolve();
    going ??= safely().finally(() => {
      going = undefined;
    });
    return going;
  };

  return {
    /** Judges everything anew where the configuration, or the judgement, is another than at the last start. */
    async start(): Promise<void> {
      await judgeAllOnce(strapi);
      timer = setInterval(() => void soon(), rightsSettings(strapi).everySeconds * 1000);
      timer.unref();
    },
    soon,
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await going;
    },
  };
}

export async function sweep(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const uid of JUDGED) await rejudge(strapi, uid, { rejudgeAt: { $lte: now.toISOString() } }, now);
  const agencies = (await strapi.db
    .query(UID.agency)
    .findMany({ select: ['id', 'updatedAt'], where: { judged: false } })) as Entity[];
  for (const { id, updatedAt } of agencies) {
    for (const uid of JUDGED) await rejudge(strapi, uid, { agency: { id } }, now);
    // Changed once more meanwhile: it is judged in the next round.
    await strapi.db.queryBuilder(UID.agency).where({ id, updatedAt }).update({ judged: true }).execute();
  }
  await tidyVault(strapi);
}

async function judgeAllOnce(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID, key: 'judged' });
  const wanted = JSON.stringify({ judgement: JUDGEMENT, demand: rightsSettings(strapi).demand.toSorted() });
  if ((await store.get({})) === wanted) return;
  for (const uid of JUDGED) await rejudge(strapi, uid, {});
  await store.set({ value: wanted });
}
