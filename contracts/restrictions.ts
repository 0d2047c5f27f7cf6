import { z } from 'zod';

/** What may not be done with a story or photo, or must be; the same list as the reader's (`server/wire/terms`), by a test. */
export const RESTRICTION_KINDS = [
  'mandatory-credit',
  'editorial-only',
  'no-archive',
  'no-sales',
  'no-resale',
  'no-third-party',
  'no-internet',
  'clients-only',
  'one-time-use',
  'territory-only',
  'territory-excluded',
  'use-within-days',
  'use-until',
  'not-before',
] as const;
export const restrictionKind = z.enum(RESTRICTION_KINDS);
export type RestrictionKind = z.infer<typeof restrictionKind>;

/** What must be said with a restriction of this kind, for it to mean something. */
export const RESTRICTION_NEEDS: Readonly<Partial<Record<RestrictionKind, 'territory' | 'days' | 'until'>>> = {
  'territory-only': 'territory',
  'territory-excluded': 'territory',
  'use-within-days': 'days',
  'use-until': 'until',
  'not-before': 'until',
};

/** True for an instant or a day that there is: `Date.parse` takes 31 February for 3 March. */
export function isMoment(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(Date.parse(text)) && (day === undefined || date.getUTCDate() === Number(day));
}

/** One entry of the field `restrictions`. */
export const restriction = z.object({
  kind: restrictionKind,
  /** ISO 3166-1 alpha-2. */
  territory: z.string().optional(),
  /** After its arrival; 0.5 is twelve hours. */
  days: z.number().nonnegative().optional(),
  /** ISO 8601. */
  until: z.string().optional(),
  /** The words that it was read from, or that an editor wrote. */
  sentence: z.string().default(''),
});
export type Restriction = z.infer<typeof restriction>;

/** The field of a form, which may hold anything: what is no restriction is passed over. */
export function restrictionsIn(value: unknown): Restriction[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const read = restriction.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
