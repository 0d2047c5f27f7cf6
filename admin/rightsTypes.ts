import type { RightsType } from '../contracts/rights';
import { UID } from '../contracts/uid';

const TYPES = new Map<string, RightsType>([
  [UID.article, 'article'],
  [UID.photo, 'photo'],
]);

/** The type that the rights room knows a Content Manager model by; undefined for what has no credit lines. */
export const rightsTypeOf = (model: string): RightsType | undefined => TYPES.get(model);
