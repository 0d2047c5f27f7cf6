import { lookup as resolve, type LookupAddress } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { bareHost, isNamed, isPublicAddress } from './addresses';
import { FetchError } from './errors';

export interface FetchRules {
  /** All of it, redirects included. */
  timeoutMs: number;
  /** Of the content, unpacked. */
  maxBytes: number;
  /** Hosts that may have private addresses: the operator has named them. */
  allowHosts: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** Sent to the first host only: a redirect to another one must not take a password along. */
  secretHeaders?: Readonly<Record<string, string>>;
}

export interface Fetched {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  bytes: Uint8Array;
}

export const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * GETs what somebody else has named, without becoming their way into the network: http and https only, no private
 * address (the one that is really connected to is checked, so a name that changes its address in between gains nothing),
 * redirects checked like the first address, limits on size and time. Answers 200 and 304; anything else is an error.
 */
export async function safeFetch(address: string, rules: FetchRules): Promise<Fetched> {
  const deadline = AbortSignal.timeout(rules.timeoutMs);
  const first = checkedUrl(address, rules.allowHosts);
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const secret = url.origin === first.origin ? rules.secretHeaders : {};
    const answer = await requested(url, { ...rules.headers, ...secret }, rules, deadline);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (!REDIRECTS.has(status) || location === undefined) return read(url, answer, rules, deadline);
    answer.destroy();
    url = checkedUrl(location, rules.allowHosts, url);
  }
  throw new FetchError('too-many-redirects', `${first.hostname} redirects more than ${MAX_REDIRECTS} times.`);
}

/** The URL, where it is one that may be asked. The address behind a name is checked when it is connected to. */
export function checkedUrl(address: string, allowHosts: readonly string[], base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw new FetchError('bad-address', 'Only addresses that begin with http:// or https:// can be fetched.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('bad-address', 'The address has a password in it. Give it in the fields for sign-in instead.');
  }
  const host = bareHost(url);
  if (isIP(host) !== 0 && !isNamed(url, allowHosts) && !isPublicAddress(host)) throw privateAddress(url);
  return url;
}

const privateAddress = ({ hostname }: URL): FetchError =>
  new FetchError(
    'private-address',
    `${hostname} is an address inside of a network. Name it in the plugin's option fetch.allowHosts if it may be asked.`,
  );

function requested(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowHosts }: FetchRules,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions = {
    method: 'GET',
    signal,
    headers: { accept: '*/*', 'accept-encoding': 'gzip', 'user-agent': 'Newswire', ...headers },
    // An agent of its own: a connection from a pool would not be looked up again, and no proxy stands in between.
    agent: isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    lookup: isNamed(url, allowHosts) ? resolve : publicLookup(url),
  };
  return new Promise((done, failed) => {
    const asked = (isSecure ? httpsRequest : httpRequest)(url, options, done);
    asked.once('error', (error) => failed(explained(error, url, signal)));
    asked.end();
  });
}

/** A look-up that knows public addresses only. The socket connects to what this answers and to nothing else. */
function publicLookup(url: URL): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, []);
      const open = found.filter(({ address }) => isPublicAddress(address));
      const [one] = open;
      if (!one) return callback(privateAddress(url), []);
      return options.all === true ? callback(null, open) : callback(null, one.address, one.family);
    });
  };
}

const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

async function read(url: URL, answer: IncomingMessage, rules: FetchRules, signal: AbortSignal): Promise<Fetched> {
  const status = answer.statusCode ?? 0;
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  if (status === 304) {
    answer.destroy();
    return { status, headers, bytes: new Uint8Array() };
  }
  if (status !== 200) {
    answer.destroy();
    const wait = secondsOf(headers['retry-after']);
    throw new FetchError('bad-answer', `${url.hostname} answered ${status} instead of 200.`, status, wait);
  }
  try {
    if (Number(headers['content-length'] ?? 0) > rules.maxBytes) throw tooLarge(url, rules);
    return { status, headers, bytes: await collected(url, answer, rules) };
  } catch (error) {
    throw error instanceof FetchError ? error : explained(error, url, signal);
  } finally {
    answer.destroy();
  }
}

async function collected(url: URL, answer: IncomingMessage, rules: FetchRules): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(answer) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > rules.maxBytes) throw tooLarge(url, rules);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function decoded(answer: IncomingMessage): Readable | NodeJS.ReadWriteStream {
  const decoder = DECODERS[answer.headers['content-encoding']?.trim().toLowerCase() ?? '']?.();
  if (!decoder) return answer;
  answer.once('error', (error) => decoder.emit('error', error));
  return answer.pipe(decoder);
}

const tooLarge = ({ hostname }: URL, { maxBytes }: FetchRules): FetchError =>
  new FetchError('too-large', `What ${hostname} sends is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);

/** "120", or a date. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

function explained(error: unknown, { hostname }: URL, signal: AbortSignal): FetchError {
  if (error instanceof FetchError) return error;
  if (signal.aborted) return new FetchError('timeout', `${hostname} did not answer in time.`);
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return new FetchError(
    'unreachable',
    `${hostname} cannot be reached${typeof code === 'string' ? ` (${code})` : ''}. Check the address and the network.`,
  );
}
