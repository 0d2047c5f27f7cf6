import type { z } from 'zod';
import { refusal } from './refusal';

/** What was asked for, as the contract has it. Throws a sentence that names the field otherwise. */
export function asked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal('invalid-request', issue ? `${issue.path.join('.')}: ${issue.message}` : '');
}
