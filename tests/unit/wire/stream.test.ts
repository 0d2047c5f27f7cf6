import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import iconv from 'iconv-lite';
import { newsml1 } from '../../../server/wire/formats/newsml-1';
import { newsmlG2 } from '../../../server/wire/formats/newsml-g2';
import type { Reading } from '../../../server/wire/item';
import { parseStream, type StreamOptions } from '../../../server/wire/stream';
import { readFormat } from '../../support/read-format';

const g2Item = (n: number) =>
  `<newsItem guid="urn:nn:${n}" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Fähre ${n} &amp; Boot</headline></contentMeta><contentSet><inlineXML><html><body><p>Æ ${n}</p></body></html></inlineXML></contentSet></newsItem>`;
const message = (count: number, declaration = '') =>
  `${declaration}<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-31T15:04:00Z</sent></header>\n<itemSet>${Array.from({ length: count }, (_, n) => `\n  ${g2Item(n)}`).join('')}</itemSet></newsMessage>`;
const newsml = (count: number) =>
  `<NewsML><Catalog/><NewsEnvelope><SentFrom><Party FormalName="Nordlys"/></SentFrom></NewsEnvelope>${Array.from(
    { length: count },
    (_, n) =>
      `\n<NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:nn:${n}</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent><p>One</p></DataContent></ContentItem></NewsComponent></NewsItem>`,
  ).join('')}</NewsML>`;

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}
async function collect(bytes: Buffer | string, options: StreamOptions = {}, size = 1000): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of parseStream(chunks(Buffer.from(bytes), size), options)) readings.push(reading);
  return readings;
}

/** What is reachable: how much garbage V8 leaves lying depends on the machine and on the tests before. Bytes. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

describe('parseStream', () => {
  test.each([1, 7, 64, 1000, 1_000_000])('reads what the whole reads, in chunks of %d bytes', async (size) => {
    const { readings } = await readFormat(newsmlG2, message(12));
    expect(await collect(message(12), {}, size)).toEqual(readings);
    const whole = await readFormat(newsml1, newsml(5));
    expect(await collect(newsml(5), {}, size)).toEqual(whole.readings);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${message(2)}`)],
    ['UTF-16 with a mark', iconv.encode(message(2), 'utf-16le', { addBOM: true })],
    ['a declared encoding', iconv.encode(message(2, '<?xml version="1.0" encoding="windows-1252"?>'), 'windows-1252')],
  ])('reads %s', async (_, bytes) => {
    const readings = await collect(bytes);
    expect(readings.map(({ item }) => [item.headline, item.bodyHtml])).toEqual([
      ['Fähre 0 & Boot', '<p>Æ 0</p>'],
      ['Fähre 1 & Boot', '<p>Æ 1</p>'],
    ]);
  });

  it('reads a single item, and one without an end gives what came before it', async () => {
    expect(await collect(g2Item(1))).toHaveLength(1);
    const cut = message(3).slice(0, -200);
    const uris: (string | undefined)[] = [];
    const reading = (async () => {
      for await (const { item } of parseStream(chunks(Buffer.from(cut), 50))) uris.push(item.uri);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'malformed' });
    expect(uris).toEqual(['urn:nn:0', 'urn:nn:1']);
  });

  it('stops at the limit of items and says so', async () => {
    const warnings: string[] = [];
    const readings = await collect(message(5), { limits: { items: 2 }, onWarning: ({ code }) => warnings.push(code) });
    expect([readings.length, warnings]).toEqual([2, ['too-many-items']]);
  });

  test.each<[string, string | Buffer, StreamOptions, string]>([
    ['nothing', '', {}, 'no-content'],
    ['a message without items', message(0), {}, 'no-content'],
    ['another vocabulary', '<rss><channel/></rss>', {}, 'unrecognised-format'],
    ['a name of objects', '<constructor/>', {}, 'unrecognised-format'],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-none"?><newsItem/>', {}, 'unsupported-encoding'],
    ['an item over the limit', message(2), { limits: { bytes: 300 } }, 'too-large'],
    ['a stream over the limit', message(20), { limits: { unpackedBytes: 2000 } }, 'too-large'],
    ['an entity bomb', `<!DOCTYPE newsItem [<!ENTITY a "x">]><newsItem>&b;</newsItem>`, {}, 'malformed'],
    ['a depth of 10,000', `<newsItem>${'<a>'.repeat(10_000)}`, {}, 'too-deep'],
  ])('refuses %s', async (_, text, options, code) => {
    await expect(collect(text, options, 100)).rejects.toMatchObject({ code });
  });

  it('keeps nothing of the items it has given', async () => {
    const filler = '<p>The night boat stays.</p>'.repeat(1000);
    async function* long(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<newsMessage><itemSet>');
      for (let n = 0; n < 1000; n += 1) {
        await Promise.resolve();
        yield Buffer.from(`\n${g2Item(n).replace('</body>', `${filler}</body>`)}`);
      }
      yield Buffer.from('</itemSet></newsMessage>');
    }
    const before = heapInUse();
    let items = 0;
    let most = 0;
    for await (const { item } of parseStream(long())) {
      items += item.bodyHtml === undefined ? 0 : 1;
      if (items % 100 === 0) most = Math.max(most, heapInUse() - before);
    }
    expect(items).toBe(1000);
    // The message has 29 MB, and a tree of it would have ten times that.
    expect(most).toBeLessThan(100_000_000);
  });
});
