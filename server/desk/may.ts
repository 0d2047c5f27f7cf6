import type { Core } from '@strapi/strapi';
import type { RightsType } from '../../contracts/rights';
import { UID } from '../../contracts/uid';
import type { AdminContext as Context } from '../admin-context';
import type { Entity } from '../documents';

/** What an editor may do with documents of a type, as the Content Manager decides it. */
export interface Checker {
  can: Record<'read' | 'update' | 'publish', (entity?: Entity, field?: string) => boolean>;
}

export function checkerOf(strapi: Core.Strapi, ctx: Context, type: RightsType): Checker {
  const service = strapi.plugin('content-manager').service('permission-checker') as {
    create(options: object): Checker;
  };
  return service.create({ userAbility: ctx.state['userAbility'] as unknown, model: UID[type] });
}
