import type { Origin } from '../../../../contracts/imports';

/** A stretch of the source text, and the fields that were read from it: the narrowest first. */
export interface Segment {
  start: number;
  text: string;
  paths: string[];
}

interface Span {
  path: string;
  start: number;
  end: number;
}

/** Where each field was read in a text of `length`; what lies outside of the text is left out. */
export function spansOf(provenance: Readonly<Record<string, Origin>>, length: number): Span[] {
  return Object.entries(provenance).flatMap(([path, { span }]) => {
    if (!span) return [];
    const start = Math.max(0, span.start);
    const end = Math.min(length, span.end);
    return start < end ? [{ path, start, end }] : [];
  });
}

/**
 * Cuts a text where spans begin and end, so that every piece can be drawn as one element. Spans may touch, nest and
 * overlap: a copyright line holds the year and the holder.
 */
export function segments(text: string, spans: readonly Span[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = [...spans].sort((a, b) => a.start - b.start);
  let open: Span[] = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter(({ end }) => end > start);
    for (let span = waiting[next]; span && span.start <= start; span = waiting[++next]) open.push(span);
    const narrowestFirst = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
    return { start, text: text.slice(start, cuts[i + 1]), paths: narrowestFirst.map(({ path }) => path) };
  });
}

/** The fields that one control edits as a whole, however many spans they were read from. */
const WHOLE = /^(body|categories|keywords|genres|subjects|comments)\b/;

/** "body.3" is edited in the control "body", "photos.0.keywords.1" in "photos.0.keywords". */
export function controlOf(path: string): string {
  const whole = WHOLE.exec(path)?.[1];
  if (whole !== undefined) return whole;
  return path
    .split('.')
    .slice(0, path.startsWith('photos.') ? 3 : 1)
    .join('.');
}

/** Whether what was read at `path` is what the editor points at: a control as a whole, or one of its spans. */
export const isPointedAt = (path: string, active: string | undefined): boolean =>
  active !== undefined && (path === active || controlOf(path) === active);
