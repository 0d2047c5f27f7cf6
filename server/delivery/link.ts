import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Where Strapi keeps a relation, a component or a file of a type: the table between the two. */
export interface Link {
  /** The type at the far end. */
  target: string;
  many: boolean;
  table: string;
  /** The column that holds the row's id, and the one that holds the target's. */
  parentColumn: string;
  targetColumn: string;
  /** What else the rows of the table must say: one table may hold several attributes. */
  on: Record<string, unknown>;
  /** The columns that keep the order in which editors put the targets. */
  order: string[];
}

const column = z.object({ name: z.string() });
const joinTable = z.object({
  name: z.string(),
  joinColumn: column,
  on: z.record(z.string(), z.unknown()).optional(),
  orderBy: z.record(z.string(), z.string()).optional(),
});
const plain = z.object({
  relation: z.enum(['oneToOne', 'oneToMany', 'manyToOne', 'manyToMany']),
  target: z.string(),
  joinTable: joinTable.extend({ inverseJoinColumn: column }),
});
/** Files, which any type may have, are linked by the type's name. */
const file = z.object({ relation: z.enum(['morphOne', 'morphMany']), target: z.string(), morphBy: z.string() });
const fileTable = z.object({
  joinTable: joinTable.extend({ morphColumn: z.object({ idColumn: column, typeColumn: column }) }),
});

/** Nothing where this Strapi keeps the attribute in another way; it is then read as Strapi reads it. */
export function linkOf(strapi: Core.Strapi, uid: string, attribute: string): Link | undefined {
  const found: unknown = strapi.db.metadata.get(uid).attributes[attribute];
  const relation = plain.safeParse(found);
  if (relation.success) return plainLink(relation.data);
  const media = file.safeParse(found);
  if (!media.success) return undefined;
  const { target, morphBy } = media.data;
  const there = fileTable.safeParse(strapi.db.metadata.get(target).attributes[morphBy]);
  if (!there.success) return undefined;
  const { joinTable: table } = there.data;
  return {
    target,
    many: media.data.relation === 'morphMany',
    table: table.name,
    parentColumn: table.morphColumn.idColumn.name,
    targetColumn: table.joinColumn.name,
    on: { ...table.on, field: attribute, [table.morphColumn.typeColumn.name]: uid },
    order: Object.keys(table.orderBy ?? {}),
  };
}

function plainLink({ relation, target, joinTable: table }: z.infer<typeof plain>): Link {
  return {
    target,
    many: relation.endsWith('Many'),
    table: table.name,
    parentColumn: table.joinColumn.name,
    targetColumn: table.inverseJoinColumn.name,
    on: table.on ?? {},
    order: Object.keys(table.orderBy ?? {}),
  };
}
