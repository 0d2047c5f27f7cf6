import type { Context } from 'koa';

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number>;
  body: string;
}

/** Headers that no answer depends on. Every other makes a question another one, a reader's address from a proxy too. */
const SAME = new Set([
  'user-agent', 'connection', 'if-none-match', 'accept-encoding', 'referer', 'cache-control', 'pragma', 'keep-alive',
]); // prettier-ignore

/** Nothing where the answer is for somebody who has said who they are. */
export function questionOf(ctx: Context): string | undefined {
  if (ctx.method !== 'GET' || ctx.get('Authorization') !== '' || ctx.get('Cookie') !== '') return undefined;
  const headers = Object.entries(ctx.headers).filter(([name]) => !SAME.has(name) && !name.startsWith('sec-'));
  return JSON.stringify([ctx.url, headers.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/**
 * Who asks what another is being answered just now waits for the same answer. Nothing is kept: when the answer is there,
 * the next question is a new one, so nobody gets an answer that was begun before the one before theirs had ended.
 */
export function createFlights() {
  const flights = new Map<string, Promise<Answer | undefined>>();
  return {
    /** After a write, nobody joins what was begun before it. */
    forget: (): void => flights.clear(),

    join: (question: string): Promise<Answer | undefined> | undefined => flights.get(question),

    async lead(question: string, work: () => Promise<Answer | undefined>): Promise<void> {
      const flight = work();
      const shared = flight.catch(() => undefined);
      flights.set(question, shared);
      try {
        await flight;
      } finally {
        if (flights.get(question) === shared) flights.delete(question);
      }
    },
  };
}
