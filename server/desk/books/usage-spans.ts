import { ALWAYS } from '../../rights/gate';

/** From when until when readers have something, in milliseconds; `until` is never where nothing ends it. */
export interface Span {
  from: number;
  until: number;
}

/** No moment: what has not been shown begins then, and what does not end, ends then. */
export const NO_TIME = Date.parse(ALWAYS);

/** Of something that stands in a published article and that readers do not have. */
const NEVER_SHOWN: Span = { from: NO_TIME, until: NO_TIME };

/** What both leave open; undefined where that is no time, or over. */
export function bothOf(one: Span | undefined, other: Span | undefined, now: number): Span | undefined {
  if (!one || !other) return undefined;
  const span = { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
  return span.until > Math.max(span.from, now) ? span : undefined;
}

export interface Turn {
  /** What the row in the book says from now on. */
  known?: Span;
  /** What a new row says: the one before tells of what was, and is left as it is. */
  next?: Span;
}

/**
 * How the book goes on with something that stands in a published article. `shown` is when readers have it, as it is judged
 * now: the span that holds, or comes next; undefined for never. What has been shown is never written over: an end that is
 * found out later does not lie before it was found, and whatever is opened again is another row.
 */
export function turn(known: Span | undefined, shown: Span | undefined, now: number, since = now): Turn {
  if (!known) return { next: shown ? { ...shown, from: Math.max(shown.from, since) } : NEVER_SHOWN };
  const next = shown && { ...shown, from: Math.max(shown.from, now) };
  if (known.from > now) return { known: next ?? NEVER_SHOWN };
  if (known.until <= now) return { known, ...(next ? { next } : {}) };
  if (shown && shown.from <= now) return { known: { ...known, until: shown.until } };
  return { known: { ...known, until: now }, ...(next ? { next } : {}) };
}

/** How it goes on with what stands there no more; undefined where it was never shown, and is forgotten. */
export function endOf(known: Span, now: number): Span | undefined {
  return known.from > now ? undefined : { ...known, until: Math.min(known.until, now) };
}
