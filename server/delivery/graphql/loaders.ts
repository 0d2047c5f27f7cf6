import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { FILE } from '../hidden-files';
import type { Link } from '../link';
import type { GraphqlContext } from './plugin';
import { relatedRows, type RelatedParams, type Row } from './related-rows';

/** Databases take a limited number of values in one statement. */
const PARENTS_AT_ONCE = 500;

/** A relation with its conditions, of which each parent is asked in turn. */
export interface Asked {
  link: Link;
  params: RelatedParams;
}

/** What one request has asked for so far. Nothing of it outlives the request: permissions and embargoes do change. */
interface Loaders {
  asked: Map<string, Promise<Asked | undefined>>;
  byAsked: WeakMap<Asked, DataLoader<number, Row[]>>;
  shared: Map<string, DataLoader<number, unknown>>;
}

const loaders = new WeakMap<GraphqlContext, Loaders>();

function loadersOf(context: GraphqlContext): Loaders {
  const made = loaders.get(context) ?? { asked: new Map(), byAsked: new WeakMap(), shared: new Map() };
  loaders.set(context, made);
  return made;
}

/** Arguments are checked and sanitised once for all parents of a request that ask the same. */
export function askOnce(
  context: GraphqlContext,
  key: string,
  ask: () => Promise<Asked | undefined>,
): Promise<Asked | undefined> {
  const { asked } = loadersOf(context);
  const known = asked.get(key) ?? ask();
  asked.set(key, known);
  return known;
}

/** The rows at the far end for one parent; all parents of the same moment are read in one statement. */
export function loadRelated(
  strapi: Core.Strapi,
  context: GraphqlContext,
  asked: Asked,
  parent: number,
): Promise<Row[]> {
  const { byAsked } = loadersOf(context);
  const loader =
    byAsked.get(asked) ??
    new DataLoader<number, Row[]>(
      async (parents) => {
        const found = await relatedRows(strapi, asked.link, asked.params, parents);
        if (asked.link.target === FILE) await sign(strapi, found);
        return parents.map((one) => found.get(one) ?? []);
      },
      { maxBatchSize: PARENTS_AT_ONCE },
    );
  byAsked.set(asked, loader);
  return loader.load(parent);
}

/** Private storage serves files by addresses that are signed for a short while. */
async function sign(strapi: Core.Strapi, byParent: Map<number, Row[]>): Promise<void> {
  const upload = strapi.plugin('upload') as Core.Plugin | undefined;
  if (!upload) return;
  const { signFileUrls } = upload.service('file') as { signFileUrls(file: Row): Promise<Row> };
  for (const [parent, files] of byParent)
    byParent.set(parent, await Promise.all(files.map((file) => signFileUrls(file))));
}

/** A value of each row that is computed for many rows at once, such as a count. */
export async function loadShared<Value>(
  context: GraphqlContext,
  name: string,
  id: number,
  read: (ids: readonly number[]) => Promise<Map<number, Value>>,
): Promise<unknown> {
  const { shared } = loadersOf(context);
  const loader =
    shared.get(name) ??
    new DataLoader<number, unknown>(
      async (ids) => {
        const found = await read(ids);
        return ids.map((one) => found.get(one));
      },
      { maxBatchSize: PARENTS_AT_ONCE },
    );
  shared.set(name, loader);
  return loader.load(id);
}
