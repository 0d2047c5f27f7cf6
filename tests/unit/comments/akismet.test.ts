import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { akismet } from '../../../server/comments/spam/akismet';

/** A local Akismet: answers as its API 1.1 says, and keeps what it was asked. */
const asked: { path: string; fields: Record<string, string> }[] = [];
let server: Server;
let endpoint: string;
const warnings: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      asked.push({ path: request.url ?? '', fields });
      if (fields['api_key'] !== 'a-key') {
        response.setHeader('X-akismet-debug-help', 'We were unable to parse your blog URI');
        response.end('invalid');
      } else if (fields['comment_author'] === 'outage') response.writeHead(500).end();
      else if (fields['comment_author'] === 'slow') setTimeout(() => response.end('false'), 2000).unref();
      // Akismet's own test values: https://akismet.com/developers/detailed-docs/comment-check/
      else if (request.url === '/1.1/comment-check')
        response.end(String(fields['comment_author'] === 'akismet-guaranteed-spam'));
      else response.end('Thanks for making the web a better place.');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/1.1`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const service = (key = 'a-key', at = endpoint) =>
  akismet(
    { key, site: 'https://paper.example', endpoint: at, timeoutMs: 400 },
    { warn: (said) => warnings.push(said) },
  );

const comment = (authorName: string) => ({
  text: 'Buy now',
  authorName,
  authorEmail: 'x@readers.example',
  authorKey: undefined,
  userId: undefined,
  sourceHash: '',
  textKey: '',
  request: { ip: '192.0.2.7', userAgent: 'Robot/1.0', referrer: undefined },
  trap: '',
  article: 'ferry',
  editing: undefined,
});

describe('Akismet', () => {
  it.each([
    ['akismet-guaranteed-spam', 'spam'],
    ['Anna', 'ham'],
    ['outage', 'unknown'],
    ['slow', 'unknown'],
  ])('on %s says %s', async (name, opinion) => {
    expect(await service().check(comment(name))).toBe(opinion);
  });

  it('is asked with what its API wants, and nothing that is missing', async () => {
    await service().check(comment('Anna'));
    expect(asked.at(-1)).toEqual({
      path: '/1.1/comment-check',
      fields: {
        api_key: 'a-key',
        blog: 'https://paper.example',
        blog_charset: 'UTF-8',
        comment_type: 'comment',
        comment_content: 'Buy now',
        comment_author: 'Anna',
        comment_author_email: 'x@readers.example',
        user_ip: '192.0.2.7',
        user_agent: 'Robot/1.0',
      },
    });
  });

  it('learns from moderators', async () => {
    await service().learn(comment('Anna'), 'spam');
    await service().learn(comment('Anna'), 'ham');
    expect(asked.slice(-2).map(({ path }) => path)).toEqual(['/1.1/submit-spam', '/1.1/submit-ham']);
  });

  it('that refuses the key, or is not there, holds comments and never tells the key', async () => {
    expect(await service('wrong-key').check(comment('Anna'))).toBe('unknown');
    expect(await service('wrong-key', 'http://127.0.0.1:1/').check(comment('Anna'))).toBe('unknown');
    expect(warnings.join()).toContain('Akismet');
    expect(warnings.join()).not.toContain('wrong-key');
  });
});
