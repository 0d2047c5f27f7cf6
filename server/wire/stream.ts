import iconv from 'iconv-lite';
import { WireError } from './errors';
import type { ParseContext, Warning } from './format';
import type { Reading } from './item';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { readNewsItem } from './newsml1/item';
import { readItem } from './newsmlg2/item';
import { TreeReader, type XmlElement } from './xml';
import { cleanXml, withoutDeclaration } from './xml-repair';
import { child } from './xml-tree';

export interface StreamOptions {
  /** `bytes` limits one item here, not the stream; `unpackedBytes` limits the stream. */
  limits?: Partial<Limits>;
  /** IANA zone for dates that name none, for example "Europe/Berlin". */
  zone?: string;
  onWarning?(warning: Warning): void;
}

/**
 * Reads a message of any size, item by item: a NewsML-G2 `newsMessage` (or one item) or a NewsML 1 document. Memory
 * holds one item and one chunk at a time.
 *
 * The same items as `parse`, with three differences. A bare "&" is not repaired, because what was read cannot be read
 * again. An encoding is not guessed: it is UTF-8, UTF-16 with its mark, or what the XML declaration says. The pictures of
 * a package are not given to its stories, because the one may come long after the other.
 * Throws `WireError` after the items that came before the fault.
 */
export async function* parseStream(
  chunks: AsyncIterable<Uint8Array>,
  options: StreamOptions = {},
): AsyncGenerator<Reading, void, undefined> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const context: ParseContext = {
    limits,
    ...(options.zone === undefined ? {} : { zone: options.zone }),
    warn: (code, message) => options.onWarning?.({ code, message }),
  };
  const splitter = new ItemSplitter(context);
  let count = 0;
  let isReplaced = false;
  for await (const text of decoded(chunks, limits.unpackedBytes)) {
    if (!isReplaced && text.includes('\uFFFD')) {
      isReplaced = true;
      context.warn(
        'replaced-characters',
        'Some bytes are no text in the encoding of the stream. They became "\uFFFD".',
      );
    }
    for (const reading of splitter.write(text)) {
      count += 1;
      if (count > limits.items) {
        context.warn(
          'too-many-items',
          `Only the first ${limits.items} items were read. Split the input, or raise the limit.`,
        );
        return;
      }
      yield reading;
    }
  }
  for (const reading of splitter.finish()) yield reading;
}

/** The elements that are items, by root: at which depth they stand, and how one is read. */
const ITEMS: Record<string, ItemKind | undefined> = {
  newsMessage: { names: ['newsItem', 'packageItem'], depth: 2, read: (item, _, context) => readItem(item, context) },
  newsItem: { names: ['newsItem'], depth: 0, read: (item, _, context) => readItem(item, context) },
  packageItem: { names: ['packageItem'], depth: 0, read: (item, _, context) => readItem(item, context) },
  NewsML: {
    names: ['NewsItem'],
    depth: 1,
    read: (item, root, context) => readNewsItem(item, child(root, 'NewsEnvelope'), context),
  },
};
interface ItemKind {
  names: readonly string[];
  depth: number;
  read(item: XmlElement, root: XmlElement, context: ParseContext): Reading | undefined;
}

/** Takes text, gives the items that it completes, and keeps nothing of them. */
class ItemSplitter {
  readonly #reader: TreeReader;
  readonly #context: ParseContext;
  #root: XmlElement | undefined;
  #kind: ItemKind | undefined;
  /** The element that holds the items. */
  #container: XmlElement | undefined;
  #items: XmlElement[] = [];
  /** Characters since the last item ended: a cap on what the tree may hold. */
  #pending = 0;
  #found = 0;

  constructor(context: ParseContext) {
    this.#context = context;
    this.#reader = new TreeReader(context, {
      open: (element, depth) => {
        if (depth === 0) this.#open(element);
        if (depth + 1 === this.#kind?.depth) this.#container = element;
      },
      close: (element, depth) => depth === this.#kind?.depth && this.#close(element, this.#kind.names),
    });
  }

  write(text: string): Reading[] {
    this.#pending += text.length;
    if (this.#pending > this.#context.limits.bytes) {
      throw new WireError('too-large', `An item has more than ${this.#context.limits.bytes} characters.`);
    }
    this.#reader.write(text);
    return this.#take();
  }

  finish(): Reading[] {
    this.#reader.finish();
    if (this.#found === 0) throw new WireError('no-content', 'There is no news item in this message.');
    return this.#take();
  }

  #open(root: XmlElement): void {
    this.#kind = Object.hasOwn(ITEMS, root.name) ? ITEMS[root.name] : undefined;
    if (!this.#kind) throw new WireError('unrecognised-format', `A ${root.name} is not read as a stream. Use "parse".`);
    this.#root = root;
  }

  /** True for what is taken out of the tree: all but the envelope, which every item of NewsML 1 looks into. */
  #close(element: XmlElement, names: readonly string[]): boolean {
    if (names.includes(element.name)) {
      this.#items.push(element);
      this.#pending = 0;
    }
    // White space between items would pile up over a long message.
    const siblings = this.#container?.children;
    if (siblings && typeof siblings.at(-1) === 'string') siblings.pop();
    return element.name !== 'NewsEnvelope';
  }

  #take(): Reading[] {
    const items = this.#items;
    this.#items = [];
    this.#found += items.length;
    const [root, kind] = [this.#root, this.#kind];
    if (root === undefined || kind === undefined) return [];
    return items.flatMap((item) => kind.read(item, root, this.#context) ?? []);
  }
}

/** Enough for a mark and an XML declaration. */
const HEAD_BYTES = 512;
/** A chunk is read in pieces of this size, so that few items are in memory at a time. */
const PIECE_BYTES = 64 * 1024;

/** Bytes to text without the XML declaration and without characters that XML does not allow. */
async function* decoded(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string, void, undefined> {
  let head = Buffer.alloc(0);
  let decoder: ReturnType<typeof iconv.getDecoder> | undefined;
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > limit) throw new WireError('too-large', `The stream has more than ${limit} bytes. Split it.`);
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!decoder) {
      head = Buffer.concat([head, bytes]);
      if (head.length < HEAD_BYTES) continue;
      decoder = decoderFor(head);
      yield withoutDeclaration(decoder.write(head.subarray(0, HEAD_BYTES)));
      bytes = head.subarray(HEAD_BYTES);
      head = Buffer.alloc(0);
    }
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield cleanXml(decoder.write(bytes.subarray(at, at + PIECE_BYTES)));
    }
  }
  if (total === 0) throw new WireError('no-content', 'The stream is empty.');
  decoder ??= decoderFor(head);
  yield cleanXml(withoutDeclaration(decoder.write(head)) + (decoder.end() ?? ''));
}

/** XML 1.0 appendix F: the mark, else the declaration, else UTF-8. */
function decoderFor(head: Buffer): ReturnType<typeof iconv.getDecoder> {
  const mark = head.subarray(0, 2).toString('hex');
  const declared = /^[^<]{0,3}<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(
    head.subarray(0, HEAD_BYTES).toString('latin1'),
  )?.[1];
  const name = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : (declared ?? 'utf-8');
  if (!iconv.encodingExists(name)) {
    throw new WireError(
      'unsupported-encoding',
      `The charset "${name}" is unknown. Save the file as UTF-8 and try again.`,
    );
  }
  return iconv.getDecoder(name);
}
