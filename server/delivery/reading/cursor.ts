import { z } from 'zod';
import { refusal } from '../refusal';

/** A cursor is the place of the last row that was given, so stories that arrive meanwhile move nothing. */
export function writeCursor(place: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Milliseconds since 1970, of the years 1 to 9999, and ids of rows: a cursor that was made up asks no database for others. */
export const time = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
export const rowId = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export function readCursor<Place extends z.ZodType>(
  shape: Place,
  cursor: string | undefined,
): z.output<Place> | undefined {
  if (cursor === undefined) return undefined;
  const place = shape.safeParse(parsed(cursor));
  if (!place.success) throw refusal('invalid-cursor');
  return place.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor.slice(0, 500), 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** How many rows a page may have. */
export function pageSize(first: number, most: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= most) return first;
  throw refusal('invalid-page-size', `"first" is a whole number from 1 to ${most}.`);
}
