import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { AdminContext as Context } from '../admin-context';
import {
  bulkRequest,
  creditQuery,
  creditResponse,
  RIGHTS_FIELDS,
  type RightsResponse,
  type RightsType,
} from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import type { Entity } from '../documents';
import { getService } from '../get-service';
import { shownCredit } from '../rights/house-line';
import { checkerOf } from './may';

export const rightsController = ({ strapi }: { strapi: Core.Strapi }) => {
  /** The document, and what this editor may do with it; undefined where that is not to read it, and has been answered. */
  const readable = async (ctx: Context, type: RightsType) => {
    const { documentId } = ctx.params as { documentId: string };
    const query = { where: { documentId }, populate: { createdBy: true, agency: true } };
    const entity = (await strapi.db.query(UID[type]).findOne(query)) as Entity | null;
    if (!entity) throw gone();
    const { can } = checkerOf(strapi, ctx, type);
    if (can.read(entity)) return { documentId, entity, can };
    ctx.forbidden('You may not read this document. Ask for the permission in the role settings.', {
      code: 'may-not-read',
    });
    return undefined;
  };

  const describe = (type: RightsType) => async (ctx: Context) => {
    const document = await readable(ctx, type);
    if (!document) return;
    const { documentId, entity, can } = document;
    const found = await getService(strapi, 'rights-desk').describe(type, documentId);
    if (!found) throw gone();
    // What a takedown or a decision did is no field of the form: whoever may read the document may read it.
    const { attributes } = strapi.contentType(UID[type] as 'plugin::upload.file');
    const isOfForm = (field: string) => field in attributes && !RECORDED.has(field);
    ctx.body = withoutHidden(found, (field) => !isOfForm(field) || can.read(entity, field));
  };

  /** The credit that readers would see if the form were saved. */
  const credit = (type: RightsType) => async (ctx: Context) => {
    const document = await readable(ctx, type);
    if (!document) return;
    const lines = creditQuery.safeParse(ctx.query);
    if (!lines.success) {
      throw new errors.ValidationError('Send the lines of the form as byline and creditLine, each as one text.', {
        code: 'invalid-request',
      });
    }
    // Its house form tells which agency it is.
    const agency = document.can.read(document.entity, 'agency') ? (document.entity['agency'] as Entity | null) : null;
    const creditLine = shownCredit(lines.data, agency, type) ?? null;
    ctx.body = creditResponse.parse({ data: { creditLine } });
  };

  return {
    article: describe('article'),
    photo: describe('photo'),
    articleCredit: credit('article'),
    photoCredit: credit('photo'),

    async bulk(ctx: Context) {
      const asked = bulkRequest.safeParse(ctx.request.body);
      if (!asked.success) {
        const where = asked.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        throw new errors.ValidationError(`Choose the documents and the fields to set. ${where.join('; ')}`, {
          code: 'invalid-request',
        });
      }
      const { can } = checkerOf(strapi, ctx, asked.data.type);
      const may = { read: can.read, update: can.update, publish: can.publish };
      ctx.body = await getService(strapi, 'rights-desk').bulk({
        ...asked.data,
        user: ctx.state['user'] as { id: number },
        may,
      });
    },
  };
};

const gone = () =>
  new errors.NotFoundError('There is no such document. It may have been deleted.', { code: 'no-such-document' });

/** Told in the history by a takedown and by decisions; a form has a part of it, or nothing. */
const RECORDED: ReadonlySet<string> = new Set(['photos', 'decisions']);

/** Without the fields that this editor may not read. */
function withoutHidden(response: RightsResponse, mayRead: (field: string) => boolean): RightsResponse {
  const isHidden = (field: string) => !mayRead(field);
  const hidden: ReadonlySet<string> = new Set(RIGHTS_FIELDS.filter(isHidden));
  const without = <T extends object>(fields: T | null): T | null =>
    fields && (Object.fromEntries(Object.entries(fields).filter(([field]) => !hidden.has(field))) as T);
  const { agency, agencyDays, ...data } = response.data;
  const ofAgency = { ...(agency === undefined ? {} : { agency }), ...(agencyDays === undefined ? {} : { agencyDays }) };
  return {
    data: {
      ...data,
      ...(mayRead('agency') ? ofAgency : { agencyRestrictions: [] }),
      delivered: without(data.delivered),
      suggested: mayRead('agency') ? without(data.suggested) : null,
      history: data.history.map((event) => ({
        ...event,
        changes: event.changes.filter(({ field }) => mayRead(field)),
      })),
    },
  };
}
