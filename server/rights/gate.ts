import { turningPoints, validity, type Reason, type Rights, type Use } from './validity';

/** Before all times and after all: what a database can hold on every engine. */
export const NEVER = '1970-01-02T00:00:00.000Z';
export const ALWAYS = '9999-12-31T00:00:00.000Z';

/**
 * What `validity` says, in a form that a database can compare: the row may be shown from one moment until another, in
 * some places. Where several spans of time are open, it is the one that holds now or comes next. At `rejudgeAt`, where it
 * begins or else ends, what readers may see changes without any write, and it must be judged anew. Closed for good: `servableUntil` lies before `servableFrom`.
 */
export interface Gate {
  servableFrom: string;
  servableUntil: string;
  /** Null: everywhere. "+ NO SE " only there, "- JP " everywhere but there. */
  servableIn: string | null;
  /** What closes it for good, as far as is known now. */
  blockedBy: Reason | null;
  rejudgeAt: string | null;
}

/** A code that is no country (ISO 3166-1 user-assigned): it stands for all that no restriction names. */
const ELSEWHERE = 'ZZ';

interface Span {
  from: number;
  until: number;
  /** Undefined: nowhere. */
  places: string | null | undefined;
}

/** The gate of an article or photo at a moment. `demands` is what must be known before anything is shown. */
export function gateOf(rights: Rights, now: Date, demands: Use['demands'] = []): Gate {
  const use: Use = { demands };
  const time = now.getTime();
  const open = spansOf(rights, time, use).find(({ until, places }) => places !== undefined && until > time);
  if (!open) {
    const [reason] = validity(rights, now, use).reasons;
    return closed(reason ?? 'territory');
  }
  const isLast = open.until === Number.POSITIVE_INFINITY;
  const from = new Date(Math.max(open.from, Date.parse(NEVER))).toISOString();
  const until = isLast ? ALWAYS : new Date(open.until).toISOString();
  return {
    servableFrom: from,
    servableUntil: until,
    servableIn: open.places ?? null,
    blockedBy: null,
    rejudgeAt: open.from > time ? from : isLast ? null : until,
  };
}

/** When it was last shown until: the moment at which it was closed by time; undefined where it never was, or still is shown. */
export function lastEnd(rights: Rights, now: Date, use: Use): string | undefined {
  const isOpen = (time: number) => validity(rights, new Date(time), use).servable;
  const end = turningPoints(rights).findLast((time) => time <= now.getTime() && isOpen(time - 1) && !isOpen(time));
  return end === undefined || isOpen(now.getTime()) ? undefined : new Date(end).toISOString();
}

export const closed = <Why>(blockedBy: Why): Omit<Gate, 'blockedBy'> & { blockedBy: Why } => ({
  servableFrom: ALWAYS,
  servableUntil: NEVER,
  servableIn: null,
  blockedBy,
  rejudgeAt: null,
});

/** All of time, in spans in which the answer is the same. */
function spansOf(rights: Rights, now: number, use: Use): Span[] {
  const points = turningPoints(rights);
  const first = (points[0] ?? now) - 1;
  const begins = [{ from: Number.NEGATIVE_INFINITY, at: first }, ...points.map((at) => ({ from: at, at }))];
  const spans: Span[] = [];
  for (const [n, { from, at }] of begins.entries()) {
    const until = points[n] ?? Number.POSITIVE_INFINITY;
    const places = placesAt(rights, new Date(at), use);
    const last = spans.at(-1);
    if (last && last.places === places) last.until = until;
    else spans.push({ from, until, places });
  }
  return spans;
}

function placesAt(rights: Rights, at: Date, use: Use): string | null | undefined {
  if (!validity(rights, at, use).servable) return undefined;
  const named = new Set((rights.restrictions ?? []).flatMap(({ kind, territory }) => (/^territory/.test(kind) && territory) || [])); // prettier-ignore
  const isOpen = (territory: string) => validity(rights, at, { ...use, territory }).servable;
  const isOpenElsewhere = isOpen(ELSEWHERE);
  const exceptions = [...named].filter((territory) => isOpen(territory) !== isOpenElsewhere).sort();
  if (exceptions.length === 0) return isOpenElsewhere ? null : undefined;
  return `${isOpenElsewhere ? '-' : '+'} ${exceptions.join(' ')} `;
}
