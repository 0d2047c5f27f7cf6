import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { discussionController } from './controller';
import { commentDesk } from './desk';
import { commentDeskController } from './desk-controller';
import { commentDeskRoutes } from './desk-routes';
import { registerDiscussion } from './graphql';
import { watchComments } from './hooks';
import { recordEditing } from './record-editing';
import { discussionRoutes } from './routes';
import { discussion } from './service';

/** What the comments room gives to Strapi. */
export const controllers = { discussion: discussionController, 'comment-desk': commentDeskController };
export const services = { discussion, 'comment-desk': commentDesk };
export const routes = { discussion: discussionRoutes, 'comment-desk': commentDeskRoutes };

export function register(strapi: Core.Strapi): void {
  registerDiscussion(strapi);
  recordEditing(strapi);
}

export function bootstrap(strapi: Core.Strapi): void {
  watchComments(strapi);
  getService(strapi, 'comment-desk').startRetention();
}

export async function destroy(strapi: Core.Strapi): Promise<void> {
  await getService(strapi, 'discussion').stop();
}
