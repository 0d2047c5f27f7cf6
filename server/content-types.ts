import type { Core } from '@strapi/strapi';
import agency from '../content-types/agency/schema.json';
import article from '../content-types/article/schema.json';
import category from '../content-types/category/schema.json';
import comment from '../content-types/comment/schema.json';
import commentBan from '../content-types/comment-ban/schema.json';
import commentEvent from '../content-types/comment-event/schema.json';
import illustration from '../content-types/components/illustration.json';
import difference from '../content-types/difference/schema.json';
import feed from '../content-types/feed/schema.json';
import importInput from '../content-types/import-input/schema.json';
import importRun from '../content-types/import-run/schema.json';
import importStep from '../content-types/import-step/schema.json';
import nearDuplicate from '../content-types/near-duplicate/schema.json';
import photo from '../content-types/photo/schema.json';
import rightsEvent from '../content-types/rights-event/schema.json';
import storedImage from '../content-types/stored-image/schema.json';
import storyPrint from '../content-types/story-print/schema.json';
import rightsIssue from '../content-types/rights-issue/schema.json';
import usage from '../content-types/usage/schema.json';
import wireItem from '../content-types/wire-item/schema.json';
import { ILLUSTRATION, UID } from '../contracts/uid';

/** The data model (`content-types/`), as Strapi is given it. */
export const contentTypes = {
  article: { schema: article },
  photo: { schema: photo },
  category: { schema: category },
  comment: { schema: comment },
  'comment-event': { schema: commentEvent },
  'comment-ban': { schema: commentBan },
  agency: { schema: agency },
  feed: { schema: feed },
  'import-run': { schema: importRun },
  'import-input': { schema: importInput },
  'import-step': { schema: importStep },
  'wire-item': { schema: wireItem },
  'stored-image': { schema: storedImage },
  'story-print': { schema: storyPrint },
  'near-duplicate': { schema: nearDuplicate },
  difference: { schema: difference },
  'rights-event': { schema: rightsEvent },
  'rights-issue': { schema: rightsIssue },
  usage: { schema: usage },
};

/** A plugin has no `components/` folder that Strapi would read, but the registry takes components during `register()`. */
export function registerComponents(strapi: Core.Strapi): void {
  const [category, modelName] = ILLUSTRATION.split('.');
  strapi.get('components').add({
    [ILLUSTRATION]: {
      ...illustration,
      __schema__: structuredClone(illustration),
      uid: ILLUSTRATION,
      category,
      modelType: 'component',
      modelName,
      globalId: 'ComponentNewswireIllustration',
    },
  });
}

/** Hosts without Users & Permissions have no users: a comment then has none either, instead of stopping the boot. */
export function dropUserWithoutUsersPermissions(strapi: Core.Strapi): void {
  if (strapi.contentTypes['plugin::users-permissions.user']) return;
  const { attributes } = strapi.contentType(UID.comment as 'plugin::upload.file');
  Reflect.deleteProperty(attributes, 'user');
}
