import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { auditQuery, inboxQuery, takedownRequest, usageQuery, type InboxRow } from '../../contracts/desk';
import { rightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import type { AdminContext as Context } from '../admin-context';
import { getService } from '../get-service';
import { checkerOf } from './may';
import { auditExport } from './reports/audit';
import { usageCsv, usageReport } from './reports/usage';
import { takeDown } from './takedown';
import { usesOf } from './uses';

const target = z.object({ type: rightsType, documentId: z.string().min(1).max(64) });

/** The desk's pages: inbox, takedown, usage report, export of the history. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async counts(ctx: Context) {
    ctx.body = await getService(strapi, 'rights-inbox').counts();
  },

  async inbox(ctx: Context) {
    const query = asked(inboxQuery, ctx.query);
    const { can } = checkerOf(strapi, ctx, query.type);
    // Whoever may not read the agency cannot find it out by filtering.
    if (!can.read() || (query.agency !== undefined && !can.read(undefined, 'agency'))) {
      ctx.forbidden('You may not read these documents. Ask for the permission in the role settings.', {
        code: 'may-not-read',
      });
      return;
    }
    const { data, meta } = await getService(strapi, 'rights-inbox').list(query);
    const { attributes } = strapi.contentType(UID[query.type] as 'plugin::upload.file');
    const mayRead = (field: string) => !(field in attributes) || can.read(undefined, field);
    ctx.body = { data: data.map((row) => readable(row, mayRead)), meta };
  },

  async uses(ctx: Context) {
    const { type, documentId } = asked(target, ctx.params);
    ctx.body = { data: found(await usesOf(strapi, type, documentId)) };
  },

  async takedown(ctx: Context) {
    const request = asked(takedownRequest, ctx.request.body);
    ctx.body = { data: found(await takeDown(strapi, request, ctx.state['user'] as { id: number })) };
  },

  async usage(ctx: Context) {
    ctx.body = await usageReport(strapi, period(asked(usageQuery, ctx.query)));
  },

  usageExport(ctx: Context) {
    stream(ctx, 'usage.csv', usageCsv(strapi, period(asked(usageQuery, ctx.query))));
  },

  auditExport(ctx: Context) {
    const query = period(asked(auditQuery, ctx.query));
    stream(ctx, `rights-history.${query.format}`, auditExport(strapi, query));
  },

  async agencies(ctx: Context) {
    const select = ['documentId', 'name'];
    const rows = await strapi.db.query(UID.agency).findMany({ select, orderBy: { name: 'asc' }, limit: AGENCIES });
    ctx.body = { data: (rows as { documentId: string; name: string }[]).map(({ documentId, name }) => ({ documentId, name })) }; // prettier-ignore
  },
});

const AGENCIES = 1000;

const HIDEABLE = ['byline', 'creditLine', 'copyrightHolder', 'agency'] as const;

/** Without the fields that this editor may not read. */
function readable(row: InboxRow, mayRead: (field: string) => boolean): InboxRow {
  const { contradiction, ...shown } = row;
  const mayName = mayRead('headline') && mayRead('caption');
  const hidden = new Set<string>(HIDEABLE.filter((field) => !mayRead(field)));
  if (!mayRead('expires')) hidden.add('until');
  const told = ['byline', 'creditLine', 'caption', ...(contradiction?.about === 'linked' ? ['agency'] : [])];
  const mayKnow = told.every(mayRead);
  const kept = Object.fromEntries(Object.entries(shown).filter(([field]) => !hidden.has(field))) as typeof shown;
  if (!mayName) kept.title = '';
  return contradiction && mayKnow ? { ...kept, contradiction } : kept;
}

function asked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const where = read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new errors.ValidationError(`Some of what was asked cannot be understood. ${where.join('; ')}`, {
    code: 'invalid-request',
  });
}

/** What is asked for a period, whose days are in order: an empty report would be taken for one in which nothing ran. */
function period<Query extends { from?: string | undefined; to?: string | undefined }>(query: Query): Query {
  if (query.from === undefined || query.to === undefined || query.from <= query.to) return query;
  const message = 'The period ends before it begins. Choose a first day that is not after the last one.';
  throw new errors.ValidationError(message, { code: 'period-ends-before-it-begins' });
}

function found<T>(value: T | undefined): T {
  if (value !== undefined) return value;
  throw new errors.NotFoundError('There is no such document. It may have been deleted.', { code: 'no-such-document' });
}

function stream(ctx: Context, name: string, pieces: AsyncGenerator<string>): void {
  ctx.attachment(name);
  ctx.type = name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
  const body = Readable.from(pieces, { objectMode: false });
  // Koa leaves the connection open where its answer has begun: whoever asked would wait for ever, or take a part for all.
  body.once('error', () => ctx.res.destroy());
  ctx.body = body;
}
