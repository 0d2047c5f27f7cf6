import { z } from 'zod';
import { safeFetch } from '../../fetch/safe-fetch';
import { hashOf } from '../../importer/identity';
import { MAX_INPUT_BYTES } from '../../importer/read';
import { headersOf } from '../secrets';
import type { PolledKind } from './kind';

/** What the last answer said of itself. */
const cursor = z.object({ etag: z.string().optional(), lastModified: z.string().optional(), hash: z.string() });

const ACCEPT = 'application/rss+xml, application/atom+xml, application/json, application/xml, text/xml, */*;q=0.8';

/** Any address that answers with a wire format: RSS, Atom, ninjs, NewsML … Asks only for what is new (RFC 9110, 13). */
export const http: PolledKind = {
  refuses: ['web-page'],

  async poll({ location, cursor: kept }, { credentials, allowHosts, timeoutMs }) {
    const last = cursor.safeParse(kept).data;
    const { status, headers, bytes } = await safeFetch(location, {
      timeoutMs,
      maxBytes: MAX_INPUT_BYTES,
      allowHosts,
      headers: {
        accept: ACCEPT,
        ...(last?.etag === undefined ? {} : { 'if-none-match': last.etag }),
        ...(last?.lastModified === undefined ? {} : { 'if-modified-since': last.lastModified }),
      },
      secretHeaders: credentials ? headersOf(credentials) : {},
    });
    if (status === 304) return { inputs: [], cursor: kept };
    const hash = hashOf(bytes);
    const next = {
      hash,
      ...(headers['etag'] === undefined ? {} : { etag: headers['etag'] }),
      ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
    };
    return { inputs: hash === last?.hash ? [] : [{ name: nameOf(location), bytes }], cursor: next };
  },
};

/** "https://wire.example/sport/feed.xml?key=…" → "feed.xml": what follows the path may be a secret. */
function nameOf(location: string): string {
  const { pathname, hostname } = new URL(location);
  return (pathname.split('/').findLast((part) => part !== '') ?? hostname).slice(-200);
}
