import type { Core } from '@strapi/strapi';
import type { Clause } from './query';

type Knex = Core.Strapi['db']['connection'];
/** A connection, or a transaction on it. */
export type Connection = Knex | Parameters<Parameters<Knex['transaction']>[0]>[0];

/** A published article as the search index holds it: words with a space between them, not text. */
export interface SearchDocument {
  id: number;
  /** When readers could first see it, in milliseconds. */
  listedAt: number;
  headline: string;
  abstract: string;
  body: string;
  /** Subjects and keywords, each one word. */
  topics: string[];
}

/** A place in the order of the newest first. */
export interface Place {
  listedAt: number;
  id: number;
}

/** Where a database keeps the search index, and how it is asked. One file a database. */
export interface SearchStore {
  /** Every table it makes, those that the database makes for itself included. */
  tables: string[];
  /** Makes what is not there. */
  create(db: Connection): Promise<void>;
  put(db: Connection, documents: readonly SearchDocument[]): Promise<void>;
  remove(db: Connection, ids: readonly number[]): Promise<void>;
  /** The newest matches after a place. */
  find(db: Connection, clauses: readonly Clause[], after: Place | undefined, limit: number): Promise<Place[]>;
  /** The newest articles with any of these topics. */
  withTopics(db: Connection, topics: readonly string[], limit: number): Promise<number[]>;
}
