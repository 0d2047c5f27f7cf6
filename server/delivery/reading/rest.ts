import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { UID } from '../../../contracts/uid';
import { getService } from '../../get-service';
import { asked } from '../asked';
import { refusal } from '../refusal';
import { mustBeRead } from './permitted';
import type { Wanted } from './reader';

const text = z.string().max(1000);
const page = { first: z.coerce.number().optional(), after: text.optional() };

/** The questions over REST, by their last step in the path; `fields` and `populate` are Strapi's own. */
const questions = {
  latest: z.object({ ...page, category: text.optional(), agency: text.optional() }),
  // How long a search may be is for the reader to say, over GraphQL and REST alike.
  search: z.object({ ...page, text: z.string() }),
  related: z.object({ first: page.first }),
  changes: z.object({ ...page, since: text }),
  bySlug: z.object({}),
};

export interface RestRequest extends Context {
  params: Record<string, string>;
}

export const readerController = ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = () => getService(strapi, 'reader');
  const contentType = strapi.contentType(UID.article as 'plugin::upload.file');

  /** The question, and what else of the article is wanted; checked as Strapi checks every query. */
  async function read<Shape extends z.ZodObject>(shape: Shape, ctx: RestRequest) {
    const names = Object.keys(shape.shape);
    const entries = Object.entries(ctx.query);
    const given = Object.fromEntries(entries.filter(([name]) => names.includes(name)));
    const question = asked(shape, given, { since: 'invalid-since', text: 'nothing-to-search' });
    // Read by the middleware of the route (`syndication/attach.ts`).
    const rest = Object.fromEntries(entries.filter(([name]) => !names.includes(name) && name !== 'jsonLd'));
    const unknown = Object.keys(rest).find((name) => name !== 'fields' && name !== 'populate');
    if (unknown !== undefined) throw refusal('invalid-request', `"${unknown}" is nothing that can be asked here.`);
    const auth: unknown = ctx.state['auth'];
    const { validate, sanitize } = strapi.contentAPI as unknown as ContentApi;
    await validate.query(rest, contentType, { auth });
    const sanitised = await sanitize.query(rest, contentType, { auth });
    const transform = strapi.get('query-params').transform as (uid: string, query: object) => Wanted;
    const { select, populate } = transform(UID.article, sanitised);
    const wanted: Wanted = { ...(select ? { select } : {}), ...(populate ? { populate } : {}) };
    return { question, wanted };
  }

  const shown = (data: unknown, ctx: RestRequest) => {
    const { sanitize } = strapi.contentAPI as unknown as ContentApi;
    return sanitize.output(data, contentType, { auth: ctx.state['auth'] });
  };

  return {
    async bySlug(ctx: RestRequest) {
      const { wanted } = await read(questions.bySlug, ctx);
      const article = await reader().bySlug(ctx.params['slug'] ?? '', wanted);
      if (!article) throw refusal('no-such-article');
      ctx.body = { data: await shown(article, ctx), meta: {} };
    },

    async latest(ctx: RestRequest) {
      const { question, wanted } = await read(questions.latest, ctx);
      await mustBeRead(strapi, ctx.state['auth'], question);
      const { nodes, pageInfo } = await reader().latest(question, wanted);
      ctx.body = { data: await shown(nodes, ctx), meta: { pageInfo } };
    },

    async search(ctx: RestRequest) {
      const { question, wanted } = await read(questions.search, ctx);
      const { nodes, pageInfo } = await reader().search(question, wanted);
      ctx.body = { data: await shown(nodes, ctx), meta: { pageInfo } };
    },

    async related(ctx: RestRequest) {
      const { question, wanted } = await read(questions.related, ctx);
      const found = await reader().related({ ...question, documentId: ctx.params['documentId'] ?? '' }, wanted);
      ctx.body = { data: await shown(found, ctx), meta: {} };
    },

    async changes(ctx: RestRequest) {
      const { question, wanted } = await read(questions.changes, ctx);
      const { nodes, gone, until, pageInfo } = await reader().changes(question, wanted);
      ctx.body = { data: await shown(nodes, ctx), meta: { gone, until, pageInfo } };
    },
  };
};

/** Strapi's own signatures know the content types of an app only. */
interface ContentApi {
  validate: { query(query: object, type: unknown, options: { auth: unknown }): Promise<unknown> };
  sanitize: {
    query(query: object, type: unknown, options: { auth: unknown }): Promise<object>;
    output(data: unknown, type: unknown, options: { auth: unknown }): Promise<unknown>;
  };
}

const route = (path: string, action: string) => ({
  method: 'GET' as const,
  path,
  handler: `reader.${action}`,
  // Who may list articles may ask these questions: no other permission to grant, none to forget.
  config: {
    auth: { scope: [`${UID.article}.find`] },
    middlewares: [{ name: 'plugin::newswire.json-ld', config: { uid: UID.article } }],
  },
});

export const readerRoutes = {
  type: 'content-api' as const,
  routes: [
    route('/articles/by-slug/:slug', 'bySlug'),
    route('/articles/:documentId/related', 'related'),
    route('/latest', 'latest'),
    route('/search', 'search'),
    route('/changes', 'changes'),
  ],
};
