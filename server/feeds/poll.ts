import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../contracts/uid';
import { FetchError } from '../fetch/errors';
import { allowedHosts } from '../fetch/settings';
import type { importer } from '../importer/service';
import type { Routing } from '../importer/routing';
import { holding, settle, type Held, type Polled } from './claim';
import type { FeedRow } from './feed';
import { folder } from './kinds/folder';
import { http } from './kinds/http';
import { FeedError, type Arrival, type PolledKind } from './kinds/kind';
import { unseal, type Credentials } from './secrets';
import type { FeedSettings } from './settings';

const KINDS: Record<'http' | 'folder', PolledKind> = { http, folder };

/** Polls a feed that was taken, imports what is new, and gives it back. Never throws: what went wrong is on the feed. */
export async function poll(strapi: Core.Strapi, feed: FeedRow, held: Held, settings: FeedSettings): Promise<void> {
  const polled = await holding(strapi, feed, held, () => attempt(strapi, feed, settings));
  const { stopAfter } = settings;
  const isStopped = await settle(strapi, feed, held, polled, { now: new Date(), stopAfter });
  if ('error' in polled) strapi.log.warn(`newswire: the feed "${feed.name}": ${polled.error.message}`);
  if (!isStopped) return;
  strapi.log.error(`newswire: the feed "${feed.name}" is stopped after ${stopAfter} failures in a row.`);
  await strapi.eventHub.emit('newswire.feed.stopped', { feed: { documentId: feed.documentId, name: feed.name } });
}

async function attempt(strapi: Core.Strapi, feed: FeedRow, settings: FeedSettings): Promise<Polled> {
  if (feed.kind === 'push') return { cursor: null };
  const kind = KINDS[feed.kind];
  let run: string | undefined;
  try {
    const arrival = await kind.poll(feed, {
      now: new Date(),
      credentials: credentialsOf(strapi, feed),
      allowHosts: allowedHosts(strapi),
      timeoutMs: settings.timeoutSeconds * 1000,
      folders: settings.folders,
    });
    const { unreadable, runId } = await imported(strapi, feed, kind, arrival);
    run = runId;
    await arrival.taken?.(unreadable);
    if (arrival.problem) return { error: arrival.problem, run };
    const { cursor, againSeconds } = arrival;
    if (unreadable.length > 0 && feed.kind === 'http') throw UNREADABLE;
    return { cursor, run, againSeconds };
  } catch (error) {
    return { error: described(strapi, feed, error), run, waitSeconds: waitOf(error) };
  }
}

const UNREADABLE = new FeedError('unreadable', 'What this feed sends cannot be read. It is kept in its import.');

async function imported(
  strapi: Core.Strapi,
  feed: FeedRow,
  kind: PolledKind,
  { inputs }: Arrival,
): Promise<{ unreadable: string[]; runId?: string }> {
  if (inputs.length === 0) return { unreadable: [] };
  const service = importerOf(strapi);
  const { isNew, unreadable, formats } = await service.examine(inputs);
  if (formats.some((format) => kind.refuses.includes(format))) {
    throw new FeedError('not-a-feed', 'This address answers with a web page, not with a feed. Check it in a browser.');
  }
  if (!isNew) return { unreadable };
  const { data } = await service.start(inputs, { ...importOptions(feed), origin: 'feed' });
  return { unreadable, runId: data.documentId };
}

/** Not by `getService`, which knows this room too. */
const importerOf = (strapi: Core.Strapi) => strapi.plugin(PLUGIN_ID).service('importer') as ReturnType<typeof importer>;

/** How what a feed brings is imported. */
export const importOptions = (feed: FeedRow) => ({
  publish: feed.publish,
  decisions: [],
  feed: feed.id,
  routing: routingOf(feed),
});

function routingOf({ agency, categories }: FeedRow): Routing {
  return { ...(agency ? { provider: agency.name } : {}), ...(categories.length > 0 ? { categories } : {}) };
}

function credentialsOf(strapi: Core.Strapi, { secret }: FeedRow): Credentials | undefined {
  if (!secret) return undefined;
  const found = unseal(strapi, secret);
  if (!found) {
    throw new FeedError('secret-lost', 'The password of this feed was kept with another key. Enter it again.');
  }
  return found;
}

/** In words that hold no secret: only what was written for people is passed on. */
function described(strapi: Core.Strapi, feed: FeedRow, error: unknown): { code: string; message: string } {
  if (error instanceof FeedError || error instanceof FetchError) return { code: error.code, message: error.message };
  const name = error instanceof Error ? error.name : 'error';
  strapi.log.error(`newswire: the feed "${feed.name}" could not be imported (${name}).`);
  if (error instanceof Error) strapi.log.debug(error.stack ?? error.message);
  return { code: 'not-imported', message: 'What came could not be imported. The log of the server has the cause.' };
}

const waitOf = (error: unknown): number | undefined =>
  error instanceof FetchError ? error.retryAfterSeconds : undefined;
