import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as dns from 'node:dns';
import { gzipSync } from 'node:zlib';
import { isNamed, isPublicAddress } from '../../../server/fetch/addresses';
import type { FetchProblem } from '../../../server/fetch/errors';
import { safeFetch, type FetchRules } from '../../../server/fetch/safe-fetch';

jest.mock('node:dns', () => {
  const real = jest.requireActual<typeof dns>('node:dns');
  return { ...real, lookup: jest.fn(real.lookup) };
});

const rules = (more: Partial<FetchRules> = {}): FetchRules => ({
  timeoutMs: 2000,
  maxBytes: 1024,
  allowHosts: [],
  ...more,
});

const servers: Server[] = [];
async function serve(answer: RequestListener): Promise<{ host: string; url: string }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}` };
}
afterEach(async () => {
  jest.mocked(dns.lookup).mockClear();
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    }),
  );
});

const problemOf = async (url: string, more?: Partial<FetchRules>): Promise<FetchProblem> => {
  const failed = await safeFetch(url, rules(more)).then(
    () => undefined,
    (error: unknown) => error as { code: FetchProblem; message: string },
  );
  return failed?.code ?? ('fetched' as FetchProblem);
};

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8', '93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e', '::ffff:8.8.8.8',
  ])('lets %s be asked', (address) => expect(isPublicAddress(address)).toBe(true)); // prettier-ignore

  it.each([
    '127.0.0.1', '127.8.9.10', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254',
    '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1',
    '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1',
    '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1',
    '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '100::1', 'fec0::1', 'not an address', '',
  ])('does not let %s be asked', (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore
});

describe('isNamed', () => {
  it.each([
    ['http://wire.intranet/a', ['wire.intranet'], true],
    ['http://wire.intranet:8080/a', ['wire.intranet'], true],
    ['http://wire.intranet:8080/a', ['wire.intranet:8080'], true],
    ['http://wire.intranet:8081/a', ['wire.intranet:8080'], false],
    ['https://wire.intranet/a', ['wire.intranet:443'], true],
    ['http://WIRE.intranet/a', ['Wire.Intranet'], true],
    ['http://evil.wire.intranet/a', ['wire.intranet'], false],
    ['http://[::1]:99/a', ['::1'], true],
    ['http://wire.intranet/a', [], false],
  ])('%s, named %j: %s', (url, named, isIt) => expect(isNamed(new URL(url), named)).toBe(isIt));
});

describe('safeFetch refuses', () => {
  it.each<[string, FetchProblem]>([
    ['ftp://wire.example/feed', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['data:text/plain,hello', 'bad-address'],
    ['gopher://wire.example', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
    ['/etc/passwd', 'bad-address'],
    ['', 'bad-address'],
    ['http://user:secret@wire.example/feed', 'bad-address'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://127.1/', 'private-address'],
    ['http://0x7f000001/', 'private-address'],
    ['http://2130706433/', 'private-address'],
    ['http://0177.0.0.1/', 'private-address'],
    ['http://0/', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::ffff:127.0.0.1]/', 'private-address'],
    ['http://[::ffff:7f00:1]/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://[fd00:ec2::254]/latest/', 'private-address'],
    ['http://10.0.0.7:9200/_search', 'private-address'],
    ['http://localhost/', 'private-address'],
  ])('%s (%s)', async (url, problem) => expect(await problemOf(url)).toBe(problem));

  it('a name that points into the network, whatever it pointed to before', async () => {
    const lookup = jest.mocked(dns.lookup) as unknown as jest.Mock;
    const answers = [[{ address: '10.0.0.8', family: 4 }], [{ address: '::ffff:127.0.0.1', family: 6 }]];
    for (const addresses of answers) {
      lookup.mockImplementationOnce((_name: string, _options: object, answered: (...args: unknown[]) => void) =>
        answered(null, addresses),
      );
      expect(await problemOf('http://rebound.example/')).toBe('private-address');
    }
  });

  it('the private addresses of a name that has public ones too', async () => {
    const { url } = await serve((_, answer) => answer.end('inside'));
    const lookup = jest.mocked(dns.lookup) as unknown as jest.Mock;
    lookup.mockImplementationOnce((_name: string, _options: object, answered: (...args: unknown[]) => void) =>
      answered(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '2001:4860:4860::8888', family: 6 },
      ]),
    );
    const { port } = new URL(url);
    expect(['unreachable', 'timeout']).toContain(await problemOf(`http://both.example:${port}/`, { timeoutMs: 500 }));
  });

  it('a redirect into the network', async () => {
    const inside = await serve((_, answer) => answer.end('inside'));
    for (const location of [inside.url, 'http://169.254.169.254/', 'http://[::1]/', 'http://localhost:1/']) {
      const { host, url } = await serve((_, answer) => answer.writeHead(302, { location }).end());
      expect(await problemOf(url, { allowHosts: [host] })).toBe('private-address');
    }
  });

  it('a redirect to another protocol', async () => {
    const { host, url } = await serve((_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end());
    expect(await problemOf(url, { allowHosts: [host] })).toBe('bad-address');
  });

  it('more than five redirects', async () => {
    const { host, url } = await serve((asked, answer) => {
      const n = Number(asked.url?.slice(1) ?? 0);
      if (n === 0) answer.end('there');
      else answer.writeHead(302, { location: `/${n - 1}` }).end();
    });
    expect(new TextDecoder().decode((await safeFetch(`${url}/5`, rules({ allowHosts: [host] }))).bytes)).toBe('there');
    expect(await problemOf(`${url}/6`, { allowHosts: [host] })).toBe('too-many-redirects');
  });

  it.each<[string, RequestListener]>([
    ['says how large it is', (_, answer) => answer.writeHead(200, { 'content-length': 5000 }).end('x'.repeat(5000))],
    ['does not say it', (_, answer) => void answer.write('x'.repeat(3000), () => answer.end('x'.repeat(3000)))],
    ['is small until it is unpacked', (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500_000)))],
  ])('what is too large and %s', async (_, listener) => {
    const { host, url } = await serve(listener);
    expect(await problemOf(url, { allowHosts: [host] })).toBe('too-large');
  }); // prettier-ignore

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    ['never ends', (_, answer) => void answer.write('one')],
  ])('an answer that %s', async (_, listener) => {
    const { host, url } = await serve(listener);
    expect(await problemOf(url, { allowHosts: [host], timeoutMs: 300 })).toBe('timeout');
  });

  it('an answer that is none, and says for how long to wait', async () => {
    const { host, url } = await serve((_, answer) => answer.writeHead(503, { 'retry-after': '120' }).end());
    await expect(safeFetch(url, rules({ allowHosts: [host] }))).rejects.toMatchObject({
      code: 'bad-answer',
      status: 503,
      retryAfterSeconds: 120,
    });
  });
});

describe('safeFetch', () => {
  it('answers what is there, unpacked, with its headers', async () => {
    const { host, url } = await serve((_, answer) =>
      answer.writeHead(200, { etag: '"7"', 'content-encoding': 'gzip' }).end(gzipSync('the wire')),
    );
    const { status, headers, bytes } = await safeFetch(url, rules({ allowHosts: [host] }));
    expect([status, headers['etag'], new TextDecoder().decode(bytes)]).toEqual([200, '"7"', 'the wire']);
  });

  it('takes a password to the host that it is for, and to no other', async () => {
    const heard: (string | undefined)[] = [];
    const other = await serve((asked, answer) => (heard.push(asked.headers.authorization), void answer.end('there')));
    const first = await serve((asked, answer) => {
      heard.push(asked.headers.authorization);
      answer.writeHead(302, { location: asked.url === '/a' ? '/b' : other.url }).end();
    });
    await safeFetch(
      `${first.url}/a`,
      rules({ allowHosts: [first.host, other.host], secretHeaders: { authorization: 'Basic c2VjcmV0' } }),
    );
    expect(heard).toEqual(['Basic c2VjcmV0', 'Basic c2VjcmV0', undefined]);
  });

  it('tells no secret of an address', async () => {
    await expect(safeFetch('http://127.0.0.1/feed?key=hunter2', rules())).rejects.toMatchObject({
      message: expect.not.stringContaining('hunter2'),
    });
  });
});
