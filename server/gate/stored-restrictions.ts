import { z } from 'zod';
import { isMoment, RESTRICTION_NEEDS } from '../../contracts/restrictions';
import { jsonOf, type Entity } from '../documents';
import { RESTRICTION_KINDS } from '../wire/terms/rule';
import type { Restriction } from '../wire/terms/restrictions';
import { fold, isCountry, territoryNamed } from '../wire/terms/territories';

/** A country by its code or by its name in a language of the reader's; anything else stays as it is, and is refused. */
function codeOf(text: string): string {
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  const [named, ...more] = territoryNamed(fold(text));
  return named !== undefined && more.length === 0 ? named : code;
}

/** What a kind must say; in a form "not before" needs its day, stored without one it is: not until further notice. */
const NEEDS = { ...RESTRICTION_NEEDS, 'not-before': undefined };

/** An absent value is null in what forms and some databases bring. */
const absent = <Value>(value: Value): Value | undefined => (value === null ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional());

const DAYS = 'has days that are no number from 0';
const entry = z
  .object({
    kind: z.enum(RESTRICTION_KINDS, { error: `has a kind that is none of: ${RESTRICTION_KINDS.join(', ')}` }),
    territory: optional(
      z.string().transform(codeOf).refine(isCountry, { error: 'has a territory that is no country; write its two letters: "JP"' }), // prettier-ignore
    ),
    days: optional(z.number({ error: DAYS }).nonnegative({ error: DAYS })),
    until: optional(z.string().refine(isMoment, { error: 'has an until that is no date; write it as 2027-01-05' })),
    sentence: z.preprocess(absent, z.string().default('')),
  })
  .superRefine((one, context) => {
    const need = NEEDS[one.kind];
    if (need !== undefined && one[need] === undefined) {
      context.addIssue({ code: 'custom', message: `is ${one.kind} and does not say the ${need}` });
    }
  });

/** What stands in a field `restrictions`. */
export interface StoredRestrictions {
  restrictions: Restriction[];
  /** What is wrong with the first entry that cannot be read, as the end of a sentence: what it forbids is not known. */
  problem?: string;
}

/** Reads a field `restrictions`, which may hold anything: editors and scripts write it by hand too. */
export function storedRestrictions(value: unknown): StoredRestrictions {
  if (value === null || value === undefined || value === '') return { restrictions: [] };
  const list = jsonOf(value);
  if (list === null) return { restrictions: [] };
  if (!Array.isArray(list)) return { restrictions: [], problem: 'is no list' };
  const read = list.map((one: unknown) => entry.safeParse(one));
  const wrong = read.findIndex(({ success }) => !success);
  return {
    restrictions: read.flatMap(({ data }) => (data ? [restrictionOf(data)] : [])),
    ...(wrong < 0 ? {} : { problem: problemOf(wrong, read[wrong]?.error) }),
  };
}

/** The restrictions in a field, without what cannot be read. */
export const restrictionsIn = (value: unknown): Restriction[] => storedRestrictions(value).restrictions;

function restrictionOf({ kind, sentence, territory: code, days, until }: z.output<typeof entry>): Restriction {
  // In the order of the reader's, so that what is stored does not depend on who wrote it.
  return {
    kind,
    ...(code === undefined ? {} : { territory: code }),
    ...(days === undefined ? {} : { days }),
    ...(until === undefined ? {} : { until: momentOf(kind, until) }),
    sentence,
  };
}

/** A day that nothing but a day is said of lasts to its end where it is the last one. UTC. */
const momentOf = (kind: Restriction['kind'], until: string): string =>
  kind === 'use-until' && /^\d{4}-\d{2}-\d{2}$/.test(until.trim()) ? `${until.trim()}T23:59:59.999Z` : until;

function problemOf(at: number, error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  const said = /^(?:has|is) /.test(issue?.message ?? '') ? issue?.message : 'is no restriction: it needs a kind';
  return `number ${at + 1} ${said}`;
}

/** Writes the restrictions of a row as they are meant ("Japan" is JP), or answers what is wrong with them. */
export function normalise(data: Entity): string | undefined {
  const value = data['restrictions'];
  if (value === null || value === undefined) return undefined;
  const { restrictions, problem } = storedRestrictions(value);
  if (problem === undefined) data['restrictions'] = restrictions.length === 0 ? null : restrictions;
  return problem;
}
