import type { Core } from '@strapi/strapi';
import { keepHistory } from './audit/append-only';
import { recordDocuments, recordWrites } from './audit/record';
import * as comments from './comments/room';
import { contentTypes, dropUserWithoutUsersPermissions, registerComponents } from './content-types';
import * as api from './delivery/api';
import { cachePublicAnswers } from './delivery/caching/http';
import { extendGraphql } from './delivery/graphql/extension';
import { addJsonLdToGraphql, addJsonLdToRest, withJsonLd } from './delivery/syndication/attach';
import { syndicationController } from './delivery/syndication/controller';
import { syndicationRoutes } from './delivery/syndication/routes';
import { siteOf } from './delivery/syndication/site';
import { nameErrors } from './delivery/errors';
import { limitQueries } from './delivery/limits/apollo';
import { refuseNul } from './delivery/limits/characters';
import { refuseNoPlace } from './delivery/limits/numbers';
import { limitPages } from './delivery/limits/pages';
import { limitPopulate } from './delivery/limits/populate';
import { guardPublicReads } from './delivery/public-reads';
import { readListsBare } from './delivery/reading/bare-lists';
import { reader } from './delivery/reading/reader';
import { readerController, readerRoutes } from './delivery/reading/rest';
import { keepSearch } from './delivery/search/service';
import { tellChanges } from './editing/changes';
import { keepCopies } from './editing/copies';
import { allowEvents } from './editing/events';
import { guardPublicWrites } from './delivery/public-writes';
import { firstStart } from './editing/first-start';
import { subscribeToWrites } from './editing/hooks';
import { refuseInOwnWords } from './editing/own-words';
import { followPublication } from './editing/publication';
import { feedsController } from './feeds/controller';
import { keepPushedBytes, pushController } from './feeds/push';
import { feedRoutes, pushRoutes } from './feeds/routes';
import { feeds } from './feeds/service';
import { guardFiles } from './delivery/files';
import { tellRights } from './delivery/graphql/rights';
import { allowTerritoryArgument } from './delivery/reader';
import { validityController } from './gate/controller';
import { judgeWrites } from './gate/hooks';
import { forgetOldForms, keepWhatOthersChanged } from './gate/opened-form';
import { checkPublication } from './gate/publish-check';
import { validityRoutes } from './gate/routes';
import { rightsGate } from './gate/service';
import { getService } from './get-service';
import { oneWriterAtATime } from './one-writer';
import { watchListeners } from './importer/bulk/listeners';
import { importController } from './importer/controller';
import { correctionsController } from './importer/corrections/controller';
import { correctionRoutes } from './importer/corrections/routes';
import { corrections } from './importer/corrections/service';
import { clock } from './importer/embargo/clock';
import { quarantineController } from './importer/quarantine/controller';
import { quarantineRoutes } from './importer/quarantine/routes';
import { quarantine } from './importer/quarantine/service';
import { nearController } from './importer/near/controller';
import { nearRoutes } from './importer/near/routes';
import { nearDuplicates } from './importer/near/service';
import { importRoutes } from './importer/routes';
import { photoFetcher } from './importer/photo-fetch';
import { importer } from './importer/service';
import { checkedSettings } from './importer/settings';
import { followFiles } from './media/follow';
import { createEmbedder } from './media/embedder';
import { registerPermissions } from './permissions';
import { roleOf } from './process-role';
import { rightsController } from './desk/controller';
import { deskController } from './desk/desk-controller';
import { deskBooks } from './desk/books/fill';
import { followRights } from './desk/follow';
import { rightsInbox } from './desk/inbox/service';
import { rightsDesk } from './desk/service';
import { deskRoutes, rightsRoutes } from './desk/routes';
import { indexUses } from './desk/tables';

export default {
  config: { default: {}, validator: checkedSettings },
  contentTypes,
  middlewares: { 'json-ld': withJsonLd },
  controllers: {
    ...api.controllers,
    ...comments.controllers,
    syndication: syndicationController,
    imports: importController,
    reader: readerController,
    corrections: correctionsController,
    quarantine: quarantineController,
    rights: rightsController,
    validity: validityController,
    feeds: feedsController,
    push: pushController,
    desk: deskController,
    near: nearController,
  },
  services: {
    ...api.services,
    ...comments.services,
    importer,
    clock,
    corrections,
    quarantine,
    reader,
    embedder: createEmbedder,
    'rights-desk': rightsDesk,
    'rights-inbox': rightsInbox,
    'desk-books': deskBooks,
    'rights-gate': rightsGate,
    feeds,
    'near-duplicates': nearDuplicates,
    'photo-fetcher': photoFetcher,
  },
  routes: {
    ...api.routes,
    ...comments.routes,
    syndication: syndicationRoutes,
    imports: importRoutes,
    reader: readerRoutes,
    corrections: correctionRoutes,
    quarantine: quarantineRoutes,
    rights: rightsRoutes,
    desk: deskRoutes,
    validity: validityRoutes,
    feeds: feedRoutes,
    push: pushRoutes,
    near: nearRoutes,
  },

  register({ strapi }: { strapi: Core.Strapi }) {
    oneWriterAtATime(strapi);
    recordWrites(strapi, followRights(strapi));
    keepSearch.listen(strapi);
    watchListeners(strapi);
    registerComponents(strapi);
    dropUserWithoutUsersPermissions(strapi);
    api.limitGraphql(strapi);
    extendGraphql(strapi);
    addJsonLdToGraphql(strapi);
    addJsonLdToRest(strapi);
    siteOf(strapi);
    limitQueries(strapi);
    tellChanges(strapi);
    keepCopies(strapi);
    guardPublicWrites(strapi);
    readListsBare(strapi);
    comments.register(strapi);
    recordDocuments(strapi, followRights(strapi));
    followPublication(strapi, () => void getService(strapi, 'rights-gate').sweep.soon());
    keepPushedBytes(strapi);
    tellRights(strapi);
    allowTerritoryArgument(strapi);
    keepWhatOthersChanged(strapi);
    checkPublication(strapi);
    nameErrors(strapi);
    refuseInOwnWords(strapi);
    guardFiles(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    allowEvents(strapi);
    subscribeToWrites(strapi);
    await keepHistory(strapi);
    await indexUses(strapi);
    await forgetOldForms(strapi);
    judgeWrites(strapi, () => void getService(strapi, 'rights-gate').sweep.soon());
    comments.bootstrap(strapi);
    guardPublicReads(strapi);
    refuseNul(strapi);
    refuseNoPlace(strapi);
    limitPages(strapi);
    limitPopulate(strapi);
    cachePublicAnswers(strapi);
    await keepSearch.start(strapi);
    await registerPermissions(strapi);
    await firstStart(strapi);
    followFiles(strapi);
    getService(strapi, 'embedder').start();
    await getService(strapi, 'rights-gate').sweep.start();
    getService(strapi, 'importer').startRunner();
    // A command does one thing and ends: it begins nothing of its own.
    if (roleOf(strapi) === 'command') return;
    getService(strapi, 'clock').start();
    void getService(strapi, 'desk-books').start();
    getService(strapi, 'feeds').schedule();
    getService(strapi, 'photo-fetcher').schedule();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await getService(strapi, 'desk-books').stop();
    await getService(strapi, 'feeds').stop();
    await keepSearch.stop(strapi);
    await getService(strapi, 'clock').stop();
    await getService(strapi, 'photo-fetcher').stop();
    await getService(strapi, 'importer').stopRunner();
    await getService(strapi, 'embedder').stop();
    await getService(strapi, 'rights-gate').sweep.stop();
    await comments.destroy(strapi);
  },
};
