import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A feed as an agency serves it: what it answers can be changed, and it counts what it was asked. */
export interface WireServer {
  host: string;
  url: string;
  /** What was asked, and what was answered. */
  asked: { path: string; headers: IncomingHttpHeaders; status: number }[];
  serve(path: string, content: string | Uint8Array, headers?: Record<string, string>): void;
  fail(path: string, status: number, headers?: Record<string, string>): void;
  stop(): Promise<void>;
}

export async function wireServer(): Promise<WireServer> {
  const pages = new Map<string, { status: number; headers: Record<string, string>; content: string | Uint8Array }>();
  const asked: WireServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://wire').pathname;
    const page = pages.get(path) ?? { status: 404, headers: {}, content: '' };
    const { etag } = page.headers;
    const status = etag !== undefined && request.headers['if-none-match'] === etag ? 304 : page.status;
    asked.push({ path, headers: request.headers, status });
    response.writeHead(status, page.headers).end(status === 304 ? '' : page.content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    asked,
    serve: (path, content, headers = {}) => void pages.set(path, { status: 200, headers, content }),
    fail: (path, status, headers = {}) => void pages.set(path, { status, headers, content: '' }),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** An RSS feed of these stories. */
export const rss = (stories: readonly { id: string; title: string; text?: string }[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Varnhaven wire</title>
<link>https://varnhaven.example</link><description>All news</description>
${stories
  .map(
    ({ id, title, text = `${title}, the harbour office said.` }) =>
      `<item><title>${title}</title><guid isPermaLink="false">${id}</guid>
<pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate><description>${text}</description></item>`,
  )
  .join('\n')}</channel></rss>`;
