import type { Core } from '@strapi/strapi';
import type { Run } from '../../contracts/imports';
import type { Story } from '../../contracts/story';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import type { Decision } from './decisions';
import { hashOf, identify } from './identity';
import { inputKey } from './ledger';
import { unpacked } from './packing';
import type { Pairing } from './pair';
import { limitsFor, readBatch, withUniqueNames, type Input } from './read';
import type { OpenRun } from './runs';

/** What of a run is in quarantine, as an import that takes up that and nothing else. */
export interface Again {
  inputs: Input[];
  decisions: Decision[];
}

/**
 * Reads again the inputs of which this run has something in quarantine, or of that only what has these keys. An editor's
 * corrections come along.
 */
export async function refusedBy(
  strapi: Core.Strapi,
  run: OpenRun,
  origin: Run['origin'],
  pairing: Pairing,
  keys?: readonly string[],
): Promise<Again> {
  const wireItems = strapi.db.query(UID.wireItem);
  const rows = (await wireItems.findMany({
    select: ['id', 'key', 'inputHash', 'inputName', 'story'],
    where: { run: { id: run.id }, outcome: 'quarantined', ...(keys ? { key: { $in: keys } } : {}) },
    orderBy: { id: 'asc' },
  })) as Entity[];
  const byHash = new Map(rows.map((row) => [String(row['inputHash']), String(row['inputName'] ?? '')]));
  const inputs: Input[] = [];
  for (const [inputHash, name] of byHash) {
    const kept = (await wireItems.findOne({
      select: ['id', 'raw'],
      where: { inputHash, raw: { $notNull: true } },
    })) as Entity | null;
    if (kept) inputs.push({ name, bytes: unpacked(String(kept['raw'])) });
  }
  const unique = withUniqueNames(inputs);
  const stories = new Map(rows.map((row) => [String(row['key']), row['story'] as Story | null]));
  const batch = await readBatch(unique, pairing, limitsFor(origin));
  const decisions = batch.entries.map(({ item, input }, index): Decision => {
    const { key } = identify(item);
    const story = stories.get(key) ?? undefined;
    const isWhole = stories.has(inputKey(hashOf(batch.inputs[input]?.bytes ?? new Uint8Array())));
    return { index, include: isWhole || stories.has(key), ...(story ? { story } : {}) };
  });
  return { inputs: unique, decisions };
}

/** More runs than this are not taken up at once. */
const MAX_RUNS = 1000;

/** The runs that have something in quarantine, the oldest first. */
export async function runsWithQuarantine(strapi: Core.Strapi): Promise<string[]> {
  const rows = (await strapi.db.query(UID.importRun).findMany({
    select: ['id', 'documentId'],
    where: { items: { outcome: 'quarantined' } },
    orderBy: { id: 'asc' },
    limit: MAX_RUNS,
  })) as Entity[];
  return [...new Set(rows.map((row) => String(row['documentId'])))];
}
