import { json } from 'co-body';
import type { Context } from 'koa';
import { z } from 'zod';

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number>;
  body: string;
  /** Milliseconds since 1970 at which it may change without any write; nothing where it never does. */
  boundary(): Promise<number | undefined>;
}

/** Headers that no answer depends on. Every other makes a question another one, a reader's address from a proxy too. */
const SAME = new Set([
  'user-agent', 'connection', 'if-none-match', 'accept-encoding', 'referer', 'cache-control', 'pragma', 'keep-alive',
]); // prettier-ignore

/** Answers kept at most, so that strangers who ask a thousand different things do not fill the memory. */
const MOST = 200;
/** Bytes of a GraphQL request that is looked into. Longer ones, and packed ones that may be, are asked alone. */
const LONGEST = 65_536;
/** Milliseconds after a write in which nothing is kept: what was asked before its COMMIT has ended tells of before. */
const QUIET_MS = 1_000;

/** Nothing where the answer is for somebody who has said who they are, or where the question may change something. */
export async function questionOf(ctx: Context): Promise<string | undefined> {
  if (ctx.get('Authorization') !== '' || ctx.get('Cookie') !== '') return undefined;
  const body = ctx.method === 'GET' ? '' : await queryIn(ctx);
  if (body === undefined) return undefined;
  const headers = Object.entries(ctx.headers).filter(([name]) => !SAME.has(name) && !name.startsWith('sec-'));
  return JSON.stringify([ctx.method, ctx.url, body, headers.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The body of a GraphQL request that only reads. A word that looks like a mutation makes it none: it is asked alone. */
async function queryIn(ctx: Context): Promise<string | undefined> {
  const length = ctx.request.length;
  if (
    ctx.method !== 'POST' ||
    !ctx.is('application/json') ||
    length === undefined ||
    length > LONGEST ||
    ctx.get('Content-Encoding') !== ''
  )
    return undefined;
  const request: Context['request'] & { body?: unknown } = ctx.request;
  // Strapi leaves bodies for GraphQL to the plugin of GraphQL, whose reader takes what is already read.
  if (request.body === undefined) {
    const { parsed, raw } = read.parse(await json(ctx.req, { returnRawBody: true, limit: LONGEST }));
    Object.assign(request, { body: parsed, rawBody: raw });
  }
  const asked = graphqlBody.safeParse(request.body);
  if (!asked.success || /\b(?:mutation|subscription)\b/.test(asked.data.query)) return undefined;
  return JSON.stringify(asked.data);
}

const read = z.object({ parsed: z.unknown(), raw: z.string() });
const graphqlBody = z.looseObject({ query: z.string() });

interface Clock {
  /** Milliseconds that never go back. */
  elapsed(): number;
  /** Milliseconds since 1970. */
  now(): number;
}

interface Shared {
  answer: Promise<Answer | undefined>;
  /** By `elapsed`; nothing while it is being answered. */
  until?: number;
}

/**
 * Who asks what another is being answered just now waits for the same answer, and gets it for `keepMs` more: one process
 * then answers a front page to any number of readers. Nobody gets what was answered before a write of this process, or
 * before the boundary at which it ends; a write of another instance is seen `keepMs` later.
 */
export function createAnswers(keepMs: number, clock: Clock = { elapsed: () => performance.now(), now: Date.now }) {
  const answers = new Map<string, Shared>();
  let written = -Infinity;

  const drop = (question: string, shared: Shared): void => {
    if (answers.get(question) === shared) answers.delete(question);
  };
  const isKept = (question: string, shared: Shared): boolean =>
    answers.get(question) === shared && (shared.until === undefined || clock.elapsed() < shared.until);

  return {
    /** Something is being written: nobody gets what was answered before it. */
    forget(): void {
      written = clock.elapsed();
      answers.clear();
    },

    async join(question: string): Promise<Answer | undefined> {
      const shared = answers.get(question);
      // A timer may be late.
      if (!shared || !isKept(question, shared)) return undefined;
      const answer = await shared.answer;
      if (shared.until === undefined) return answer;
      const boundary = await answer?.boundary().catch(() => 0);
      return isKept(question, shared) && (boundary === undefined || clock.now() < boundary) ? answer : undefined;
    },

    async lead(question: string, work: () => Promise<Answer | undefined>): Promise<void> {
      const begun = clock.elapsed();
      const flight = work();
      const shared: Shared = { answer: flight.catch(() => undefined) };
      answers.set(question, shared);
      const [oldest] = answers.keys();
      if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
      try {
        const answer = await flight;
        if (!answer || keepMs === 0 || begun - written < QUIET_MS) return drop(question, shared);
        shared.until = clock.elapsed() + keepMs;
        setTimeout(() => drop(question, shared), keepMs).unref();
      } catch (error) {
        drop(question, shared);
        throw error;
      }
    },
  };
}
