/**
 * A news message of 20,000 items (about 500 MB), written while it is read: items a second, and the most heap in use.
 *
 *     npm run bench:stream [-- ITEMS]
 */
import { parseStream } from '../server/wire/stream';
import { MESSAGE_FOOTER, MESSAGE_HEADER, newsmlG2Item } from './fixtures-xml';
import { stories } from './stories';

/** 25 KB a story, so that 20,000 of them are 500 MB. */
const SENTENCES = 210;

let written = 0;

async function* message(count: number): AsyncGenerator<Buffer> {
  const items = stories(20, SENTENCES).map((story) => Buffer.from(newsmlG2Item(story)));
  const chunk = (bytes: Buffer): Buffer => {
    written += bytes.length;
    return bytes;
  };
  yield chunk(Buffer.from(MESSAGE_HEADER));
  for (let n = 0; n < count; n += 1) {
    // A reader of files or sockets gives way between chunks.
    if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    yield chunk(items[n % items.length] ?? Buffer.alloc(0));
  }
  yield chunk(Buffer.from(MESSAGE_FOOTER));
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 20_000);
  const start = process.cpuUsage();
  let items = 0;
  let mostHeap = 0;
  for await (const { item } of parseStream(message(count), { limits: { unpackedBytes: 2 ** 31 } })) {
    if (item.bodyHtml === undefined) throw new Error('An item lost its body.');
    items += 1;
    if (items % 100 === 0) mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  process.stdout.write(
    `${items} items, ${(written / 1e6).toFixed(0)} MB, ${seconds.toFixed(1)} CPU s, ` +
      `${Math.round(items / seconds)} items/s, ${(written / 1e6 / seconds).toFixed(1)} MB/s, ` +
      `heap at most ${(mostHeap / 1e6).toFixed(0)} MB, resident ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB\n`,
  );
}

void main();
