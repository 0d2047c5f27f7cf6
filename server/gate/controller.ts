import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ZodType } from 'zod';
import {
  confirmRequest,
  decisionRequest,
  formRequest,
  validityParams,
  withdrawRequest,
} from '../../contracts/validity';
import { UID } from '../../contracts/uid';
import type { RightsType } from '../../contracts/rights';
import type { AdminContext as Context } from '../admin-context';
import { actorOf } from '../audit/context';
import type { Entity } from '../documents';
import { getService } from '../get-service';
import { rememberForm } from './opened-form';

/** Who may read the document in the Content Manager may read its judgement; who decides about it needs a permission. */
export const validityController = ({ strapi }: { strapi: Core.Strapi }) => {
  const gate = () => getService(strapi, 'rights-gate');

  const answer = async (ctx: Context, type: RightsType, documentId: string) => {
    const found = await gate().describe(type, documentId);
    if (!found) throw noSuchDocument();
    ctx.body = found;
  };

  const mayNot = async (ctx: Context, action: 'read' | 'update' | 'publish') => {
    const { type, documentId } = parsed(validityParams, ctx.params);
    const entity = (await strapi.db
      .query(UID[type])
      .findOne({ where: { documentId }, populate: { createdBy: true } })) as Entity | null;
    if (!entity) throw noSuchDocument();
    const service = strapi.plugin('content-manager').service('permission-checker') as {
      create(options: object): { can: Record<string, (entity: Entity) => boolean> };
    };
    const { can } = service.create({ userAbility: ctx.state['userAbility'] as unknown, model: UID[type] });
    if (can[action]?.(entity)) return { type, documentId };
    ctx.forbidden(`You may not ${action} this document. Ask for the permission in the role settings.`, {
      code: `may-not-${action}`,
    });
    return undefined;
  };

  const editorOf = (ctx: Context) => actorOf(ctx.state['user'], true) ?? { id: 0, name: '' };

  return {
    async show(ctx: Context) {
      const asked = await mayNot(ctx, 'read');
      if (asked) await answer(ctx, asked.type, asked.documentId);
    },

    async decide(ctx: Context) {
      const asked = await mayNot(ctx, 'update');
      if (!asked) return;
      const { effect, why, from, until } = parsed(decisionRequest, ctx.request.body);
      if (until !== undefined && Date.parse(until) <= Date.now()) {
        throw new errors.ValidationError('The end lies in the past. Choose a later one.', { code: 'invalid-request' });
      }
      const said = { effect, why, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
      if (!(await gate().decide(asked.type, asked.documentId, said, editorOf(ctx)))) {
        throw new errors.ApplicationError('There are too many decisions about this. Withdraw some first.', {
          code: 'too-many-decisions',
        });
      }
      void gate().sweep.soon();
      await answer(ctx, asked.type, asked.documentId);
    },

    async withdraw(ctx: Context) {
      const asked = await mayNot(ctx, 'update');
      if (!asked) return;
      const { why } = parsed(withdrawRequest, ctx.request.body);
      const id = ctx.params['id'] ?? '';
      if (!(await gate().withdraw(asked.type, asked.documentId, id, why, editorOf(ctx)))) throw noSuchDocument();
      void gate().sweep.soon();
      await answer(ctx, asked.type, asked.documentId);
    },

    async form(ctx: Context) {
      const asked = await mayNot(ctx, 'update');
      if (!asked) return;
      const { fields } = parsed(formRequest, ctx.request.body);
      await rememberForm(strapi, asked.documentId, fields, editorOf(ctx));
      ctx.status = 204;
    },

    async confirm(ctx: Context) {
      const asked = await mayNot(ctx, 'publish');
      if (!asked) return;
      const { why } = parsed(confirmRequest, ctx.request.body);
      await gate().confirm(asked.documentId, why, editorOf(ctx));
      await answer(ctx, asked.type, asked.documentId);
    },
  };
};

const noSuchDocument = () =>
  new errors.NotFoundError('There is no such document. It may have been deleted.', { code: 'no-such-document' });

function parsed<T>(schema: ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const where = read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new errors.ValidationError(`Say what is decided, why, and until when. ${where.join('; ')}`, {
    code: 'invalid-request',
  });
}
