import type { z } from 'zod';
import { refusal, type RefusalCode } from './refusal';

/** The fields whose codes say more than that something is wrong. */
const CODES: Readonly<Record<string, RefusalCode>> = { first: 'invalid-page-size', after: 'invalid-cursor' };

/**
 * What was asked for, as the schema has it. Throws a sentence that names the field otherwise, with the code of `codes`
 * for that field.
 */
export function asked<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  codes: Readonly<Record<string, RefusalCode>> = {},
): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const detail = [field, issue?.message ?? ''].filter((part) => part !== '').join(': ');
  throw refusal({ ...CODES, ...codes }[field] ?? 'invalid-request', detail);
}
