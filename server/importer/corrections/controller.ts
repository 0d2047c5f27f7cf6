import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { forbid, type AdminContext as Context } from '../../admin-context';
import { decideRequest, type CorrectionsResponse, type CorrectionType } from '../../../contracts/corrections';
import { UID } from '../../../contracts/uid';
import type { Entity } from '../../documents';
import { getService } from '../../get-service';
import type { Decisions } from './service';

interface Checker {
  can: Record<'read' | 'update', (entity?: Entity, field?: string) => boolean>;
}

export const correctionsController = ({ strapi }: { strapi: Core.Strapi }) => {
  /** What this editor may do with the document in the Content Manager. */
  async function checked(ctx: Context, type: CorrectionType, documentId: string): Promise<Checker['can']> {
    const service = strapi.plugin('content-manager').service('permission-checker') as {
      create(options: object): Checker;
    };
    const { can } = service.create({ userAbility: ctx.state['userAbility'] as unknown, model: UID[type] });
    const entity = (await strapi.db
      .query(UID[type])
      .findOne({ where: { documentId }, populate: { createdBy: true } })) as Entity | null;
    if (!entity) {
      throw new errors.NotFoundError('There is no such document. It may have been deleted.', {
        code: 'no-such-document',
      });
    }
    if (!can.read(entity)) {
      forbid('You may not read this document. Ask for the permission in the role settings.', 'may-not-read');
    }
    return {
      read: (_, field) => can.read(entity, field),
      update: (_, field) => can.update(entity, field),
    };
  }

  async function shown(type: CorrectionType, documentId: string, can: Checker['can']): Promise<CorrectionsResponse> {
    const found = await getService(strapi, 'corrections').describe(type, documentId);
    if (!found) throw new errors.NotFoundError('This document is gone.', { code: 'no-such-document' });
    const { data } = found;
    return { data: { ...data, differences: data.differences.filter(({ field }) => can.read(undefined, field)) } };
  }

  const find = (type: CorrectionType) => async (ctx: Context) => {
    const { documentId } = ctx.params as { documentId: string };
    ctx.body = await shown(type, documentId, await checked(ctx, type, documentId));
  };

  const decide = (type: CorrectionType) => async (ctx: Context) => {
    const { documentId } = ctx.params as { documentId: string };
    const can = await checked(ctx, type, documentId);
    const asked = decideRequest.safeParse(ctx.request.body);
    if (!asked.success) {
      throw new errors.ValidationError('Say which fields to accept or to dismiss.', { code: 'invalid-request' });
    }
    const { accept, dismiss } = asked.data;
    if ([...accept, ...dismiss].some((field) => !can.update(undefined, field))) {
      forbid('You may not change this field. Ask for the permission in the role settings.', 'may-not-update');
    }
    const user = ctx.state['user'] as Decisions['user'];
    await getService(strapi, 'corrections').decide(type, documentId, { accept, dismiss, user });
    ctx.body = await shown(type, documentId, can);
  };

  return {
    article: find('article'),
    photo: find('photo'),
    decideArticle: decide('article'),
    decidePhoto: decide('photo'),
  };
};
