import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../contracts/uid';
import type { commentDesk } from './comments/desk';
import type { discussion } from './comments/service';
import type { feeds } from './feeds/service';
import type { corrections } from './importer/corrections/service';
import type { clock } from './importer/embargo/clock';
import type { quarantine } from './importer/quarantine/service';
import type { photoFetcher } from './importer/photo-fetch';
import type { importer } from './importer/service';
import type { nearDuplicates } from './importer/near/service';
import type { createEmbedder } from './media/embedder';
import type { reader } from './delivery/reading/reader';
import type { deskBooks } from './desk/books/fill';
import type { rightsInbox } from './desk/inbox/service';
import type { rightsDesk } from './desk/service';
import type { rightsGate } from './gate/service';

/** The plugin's own services, by name; each is a function of `{ strapi }` that returns a small object. */
interface Services {
  discussion: typeof discussion;
  'comment-desk': typeof commentDesk;
  reader: typeof reader;
  importer: typeof importer;
  embedder: typeof createEmbedder;
  feeds: typeof feeds;
  clock: typeof clock;
  corrections: typeof corrections;
  quarantine: typeof quarantine;
  'photo-fetcher': typeof photoFetcher;
  'near-duplicates': typeof nearDuplicates;
  'rights-desk': typeof rightsDesk;
  'rights-inbox': typeof rightsInbox;
  'desk-books': typeof deskBooks;
  'rights-gate': typeof rightsGate;
}

/** A service of the plugin, with the type that its own file infers. */
export function getService<Name extends keyof Services>(strapi: Core.Strapi, name: Name): ReturnType<Services[Name]> {
  return strapi.plugin(PLUGIN_ID).service(name) as ReturnType<Services[Name]>;
}
