import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { forbid, type AdminContext as Context } from '../admin-context';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { importRequest, outcome, type RunResponse } from '../../contracts/imports';
import { PERMISSIONS } from '../../contracts/permissions';
import { getService } from '../get-service';
import { hashOf } from './identity';
import { MAX_INPUT_BYTES, type Input } from './read';

/** A file as koa-body leaves it on disk. */
const upload = z.object({ filepath: z.string(), originalFilename: z.string().nullish(), size: z.number() });
const uploads = z.union([upload.transform((file) => [file]), z.array(upload)]);
const body = z.object({ text: z.string().optional(), data: z.union([z.string(), z.looseObject({})]).optional() });

const page = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

const itemsPage = page.extend({
  pageSize: z.coerce.number().int().min(1).max(100).default(50),
  outcome: outcome.optional(),
});

/** The most files of one import. */
const MAX_FILES = 100;
/** The most bytes of all files of one import: they are held in memory. */
const MAX_TOTAL_BYTES = 4 * MAX_INPUT_BYTES;

export const importController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async preview(ctx: Context) {
    const inputs = await getService(strapi, 'importer').preview(await inputsOf(ctx));
    ctx.body = { data: { inputs, mayPublish: mayPublish(ctx) } };
  },

  async create(ctx: Context) {
    const { publish, stories } = requestOf(ctx);
    if (publish && !mayPublish(ctx)) {
      forbid('You may import, but not publish. Import the story as a draft.', 'may-not-publish');
    }
    const inputs = await inputsOf(ctx);
    const origin = inputs.some((input) => input.name !== '') ? 'upload' : 'paste';
    const user = ctx.state['user'] as { id: number };
    answer(ctx, await getService(strapi, 'importer').start(inputs, { origin, user, publish, decisions: stories }), 201);
  },

  async cancel(ctx: Context) {
    const documentId = await runOf(strapi, ctx);
    const importer = getService(strapi, 'importer');
    if (!(await importer.cancel(documentId))) {
      throw new errors.ApplicationError('This import has ended already. It can be undone.', { code: 'has-ended' });
    }
    ctx.body = await importer.findRun(documentId);
  },

  async retry(ctx: Context) {
    const documentId = await runOf(strapi, ctx, 'ended');
    const run = await getService(strapi, 'importer').retry(documentId, ctx.state['user'] as { id: number });
    if (!run) {
      throw new errors.ApplicationError('Nothing of this import is in quarantine any more.', {
        code: 'nothing-failed',
      });
    }
    answer(ctx, run, 201);
  },

  async undo(ctx: Context) {
    const documentId = await runOf(strapi, ctx, 'ended');
    if (!mayPublish(ctx) && (await getService(strapi, 'importer').undoPublishes(documentId))) {
      forbid('Undoing this puts stories before readers again. Ask somebody who may publish.', 'undo-publishes');
    }
    const run = await getService(strapi, 'importer').undo(documentId);
    ctx.body = run;
    ctx.status = run.data.undo?.state === 'finished' ? 200 : 202;
  },

  async find(ctx: Context) {
    const asked = page.safeParse(ctx.query);
    if (!asked.success)
      throw new errors.ValidationError('page and pageSize must be numbers from 1; pageSize at most 100.', {
        code: 'invalid-page',
      });
    ctx.body = await getService(strapi, 'importer').listRuns(asked.data.page, asked.data.pageSize);
  },

  async findOne(ctx: Context) {
    const { documentId } = ctx.params as { documentId: string };
    const run = await getService(strapi, 'importer').findRun(documentId);
    if (!run) throw noSuchRun();
    ctx.body = run;
  },

  async items(ctx: Context) {
    const asked = itemsPage.safeParse(ctx.query);
    if (!asked.success) {
      throw new errors.ValidationError(
        'page and pageSize must be numbers from 1, pageSize at most 100; outcome one of them.',
        {
          code: 'invalid-page',
        },
      );
    }
    const { documentId } = ctx.params as { documentId: string };
    const items = await getService(strapi, 'importer').itemsOf(documentId, asked.data);
    if (!items) throw noSuchRun();
    ctx.body = items;
  },

  async photos(ctx: Context) {
    ctx.body = await getService(strapi, 'importer').unfetched(await runOf(strapi, ctx));
  },

  async fetchPhotos(ctx: Context) {
    ctx.body = await getService(strapi, 'importer').fetchAgain(await runOf(strapi, ctx));
  },
});

const noSuchRun = () =>
  new errors.NotFoundError('There is no such import. It may have been removed.', { code: 'no-such-run' });

/** The run that a request is about. Whoever changes what was published needs the permission that publishing did. */
async function runOf(strapi: Core.Strapi, ctx: Context, must?: 'ended'): Promise<string> {
  const { documentId } = ctx.params as { documentId: string };
  const state = await getService(strapi, 'importer').stateOf(documentId);
  if (!state) throw noSuchRun();
  if (must === 'ended' && !state.hasEnded) {
    throw new errors.ApplicationError('This import goes on. Cancel it first, or wait.', { code: 'has-not-ended' });
  }
  if (must === 'ended' && state.published && !mayPublish(ctx)) {
    forbid('This import has published stories. You may import, but not publish.', 'may-not-publish');
  }
  return documentId;
}

/** 202 for a run that goes on after the answer. */
function answer(ctx: Context, run: RunResponse, status: number): void {
  ctx.body = run;
  ctx.status = run.data.state === 'finished' ? status : 202;
}

function mayPublish(ctx: Context): boolean {
  const ability = ctx.state['userAbility'] as { can(action: string): boolean } | undefined;
  return ability?.can(PERMISSIONS.publishOnImport) ?? false;
}

/** The pasted text and the dropped files. Sizes are checked before anything is read into memory. */
async function inputsOf(ctx: Context): Promise<Input[]> {
  const { text } = bodyOf(ctx);
  const files = uploads.safeParse(ctx.request.files?.['files'] ?? []).data ?? [];
  const pasted = text === undefined || text.trim() === '' ? [] : [{ name: '', bytes: Buffer.from(text) }];
  if (pasted.length + files.length === 0) {
    throw new errors.ValidationError('There is nothing to import. Paste a story or drop a file.', {
      code: 'empty-input',
    });
  }
  if (files.length > MAX_FILES) {
    throw new errors.PayloadTooLargeError(`An import takes at most ${MAX_FILES} files. Drop fewer at once.`, {
      code: 'too-many-files',
    });
  }
  const large = files.find((file) => file.size > MAX_INPUT_BYTES);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (large || total > MAX_TOTAL_BYTES || (pasted[0]?.bytes.length ?? 0) > MAX_INPUT_BYTES) {
    const limit = `${MAX_INPUT_BYTES / 1024 / 1024} MB`;
    throw new errors.PayloadTooLargeError(
      large
        ? `"${large.originalFilename ?? 'The file'}" is larger than ${limit}. Split it, or import it with the command line.`
        : `This is too much for one import. Each file may have ${limit}, all together four times as much.`,
      { code: 'too-large' },
    );
  }
  const dropped = files.map(async (file): Promise<Input> => ({
    name: nameOf(file.originalFilename),
    bytes: await readFile(file.filepath),
  }));
  return [...pasted, ...inOrder(await Promise.all(dropped))];
}

/**
 * The files of a form come in the order in which they reached the disk, which is another each time. Items are known by
 * their place between preview and import, so both put the files in one order: by name, files of one name by content.
 */
function inOrder(files: readonly Input[]): Input[] {
  const keyed = files.map((file) => ({ file, key: `${file.name}\n${hashOf(file.bytes)}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ file }) => file);
}

const nameOf = (name: string | null | undefined): string => name?.normalize('NFC').slice(-200) ?? 'file';

function bodyOf(ctx: Context): z.infer<typeof body> {
  return body.safeParse(ctx.request.body ?? {}).data ?? {};
}

/** The `data` part: JSON in a form, an object in a JSON body. */
function requestOf(ctx: Context): z.infer<typeof importRequest> {
  const { data } = bodyOf(ctx);
  const given = typeof data === 'string' ? jsonOf(data) : (data ?? {});
  if (given === undefined) {
    throw new errors.ValidationError(
      'The part "data" is no JSON. Send an object such as {"publish": true}, or leave it out.',
      {
        code: 'invalid-request',
      },
    );
  }
  const read = importRequest.safeParse(given);
  if (read.success) return read.data;
  const where = read.error.issues
    .slice(0, 3)
    .map(({ path, message }) => [path.join('.') || 'data', message].join(': '));
  throw new errors.ValidationError(`The corrections could not be read: ${where.join('; ')}. Preview the copy again.`, {
    code: 'invalid-request',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
