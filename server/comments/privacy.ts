import type { Core } from '@strapi/strapi';
import { commentState, type eraseRequest, type ReaderExport } from '../../contracts/comments';
import type { z } from 'zod';
import { UID } from '../../contracts/uid';
import { textOf, type Entity } from '../documents';
import { normalEmail } from './keys';
import { log, whileErasing, type Actor } from './log';
import { identitiesOf } from './person';
import type { Tools } from './posting';
import { inTransaction } from '../transaction';

/** Databases take a limited number of values in one statement. */
const STEP = 500;

/** Everything that is kept of the person with this e-mail address. */
export async function exportReader(tools: Tools, email: string): Promise<ReaderExport> {
  const { strapi } = tools;
  const person = await personOf(tools, email);
  const rows = (
    (await strapi.db.query(UID.comment).findMany({
      where: person.comments,
      orderBy: { id: 'asc' },
      populate: { article: { select: ['headline'] } },
    })) as Entity[]
  ).filter(isTheirs(person));
  const events = await eventsOf(strapi, rows.map(documentIdOf), person);
  const bans = (await strapi.db.query(UID.commentBan).findMany({ where: person.bans })) as Entity[];
  return {
    email: normalEmail(email),
    comments: rows.map((row) => {
      const headline = textOf(row['article'] as Entity | null | undefined, 'headline');
      return {
        documentId: documentIdOf(row),
        ...(headline === undefined ? {} : { article: headline }),
        authorName: String(row['authorName']),
        ...told('authorEmail', textOf(row, 'authorEmail')),
        text: String(row['text']),
        postedAt: timeOf(row['postedAt'] ?? row['createdAt']),
        ...told('editedAt', row['editedAt'] ? timeOf(row['editedAt']) : undefined),
        state: commentState.parse(row['moderationStatus']),
        ...told('reason', textOf(row, 'reason')),
      };
    }),
    events: events.map((row) => ({
      at: timeOf(row['createdAt']),
      action: String(row['action']),
      ...told('reason', textOf(row, 'reason')),
      // What another reader has written about a comment is that reader's.
      ...(isReportByAnother(row, person) ? {} : told('note', textOf(row, 'note'))),
    })),
    bans: bans.map((row) => ({
      until: row['until'] ? timeOf(row['until']) : null,
      ...told('reason', textOf(row, 'reason')),
    })),
  };
}

/**
 * Forgets a person: the comments go, whatever their state, and with them what the log holds of their text and names.
 * That something was moderated, when and by whom, stays. Answers by others stay, at the top of their thread. A ban
 * stays too, as a keyed hash without a name, unless it shall go: else erasure would lift it.
 */
export async function eraseReader(
  tools: Tools,
  { email, bans }: z.output<typeof eraseRequest>,
  actor: Actor,
): Promise<{ comments: number; events: number; bans: number }> {
  const { strapi } = tools;
  const person = await personOf(tools, email);
  const { db } = strapi;
  return inTransaction(strapi, async () => {
    const found = (await db.query(UID.comment).findMany({ select: ['id', 'documentId', 'authorEmail', 'authorKey'], where: person.comments })) as Entity[]; // prettier-ignore
    const rows = found.filter(isTheirs(person));
    const events = await eventsOf(strapi, rows.map(documentIdOf), person);
    await whileErasing(() =>
      inSteps(
        events.map(({ id }) => id),
        (ids) =>
          // Reasons are free text too. A moderator's own name is not the reader's to take out of the log.
          db.query(UID.commentEvent).updateMany({ where: { id: { $in: ids } }, data: { note: null, reason: null } }),
      ),
    );
    await whileErasing(() =>
      inSteps(
        events.filter((row) => row['actorKind'] === 'reader').map(({ id }) => id),
        (ids) =>
          db
            .query(UID.commentEvent)
            .updateMany({ where: { id: { $in: ids } }, data: { actorName: null, actorKey: null, actorId: null } }),
      ),
    );
    await inSteps(
      rows.map(({ id }) => id),
      (ids) => db.query(UID.comment).deleteMany({ where: { id: { $in: ids } } }),
    );
    const banned = bans
      ? await db.query(UID.commentBan).deleteMany({ where: person.bans })
      : await db.query(UID.commentBan).updateMany({ where: person.bans, data: { authorName: null, reason: null } });
    await log(strapi, actor, [{ comment: '', action: 'erased', note: `${rows.length} comments` }]);
    return { comments: rows.length, events: events.length, bans: (banned as { count: number }).count };
  });
}

const isReportByAnother = (row: Entity, { actors }: Person): boolean =>
  row['action'] === 'reported' && !actors.includes(String(row['actorKey']));

/** MySQL compares without accents: "zoé@…" and "zoe@…" are one to it, and two people. */
const isTheirs =
  ({ address, actors }: Person) =>
  (row: Entity): boolean =>
    textOf(row, 'authorEmail') === address || actors.includes(textOf(row, 'authorKey') ?? '');

interface Person {
  address: string;
  comments: Record<string, unknown>;
  bans: Record<string, unknown>;
  actors: string[];
}

/** By what somebody is known here: the e-mail address itself, its hash, and the account that has it. */
async function personOf({ strapi, keys }: Tools, email: string): Promise<Person> {
  const address = normalEmail(email);
  const [known = new Set<string>()] = await identitiesOf(strapi, keys, [{ authorKey: undefined, email: address, userId: undefined }]); // prettier-ignore
  const actors = [...known];
  return {
    address,
    comments: { $or: [{ authorEmail: address }, { authorKey: { $in: actors } }] },
    bans: { authorKey: { $in: actors } },
    actors,
  };
}

async function eventsOf(strapi: Core.Strapi, comments: readonly string[], { actors }: Person): Promise<Entity[]> {
  const events = new Map<unknown, Entity>();
  const add = async (where: Record<string, unknown>): Promise<void> => {
    const rows = (await strapi.db.query(UID.commentEvent).findMany({ where })) as Entity[];
    for (const row of rows) events.set(row['id'], row);
  };
  await add({ actorKey: { $in: actors } });
  for (let at = 0; at < comments.length; at += STEP) {
    await add({ commentDocumentId: { $in: comments.slice(at, at + STEP) } });
  }
  return [...events.values()];
}

async function inSteps(ids: readonly unknown[], work: (ids: readonly unknown[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += STEP) await work(ids.slice(at, at + STEP));
}

const told = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
const documentIdOf = (row: Entity): string => String(row['documentId']);
const timeOf = (value: unknown): string => new Date(value instanceof Date ? value : String(value)).toISOString();
