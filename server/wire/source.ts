import { decodeText } from './decode';

/** What a caller knows of an input. Only `bytes` is trusted; the rest are hints. */
export interface WireInput {
  bytes: Uint8Array;
  fileName?: string;
  /** The media type that came with it, for example from HTTP or MIME. */
  mediaType?: string;
  /** The charset that came with it, for example from an HTTP Content-Type. */
  charset?: string;
}

/** Enough for a prolog, a doctype and the root's start tag. */
const HEAD_BYTES = 4096;

/** An input with its decoded views, each made once and only when asked for. */
export class Source {
  readonly bytes: Uint8Array;
  readonly fileName: string | undefined;
  readonly mediaType: string | undefined;
  readonly charset: string | undefined;
  #head: string | undefined;
  #text: string | undefined;
  #json: { value: unknown } | undefined;

  constructor(input: WireInput) {
    this.bytes = input.bytes;
    this.fileName = input.fileName;
    this.mediaType = input.mediaType;
    this.charset = input.charset;
  }

  /** The first bytes, one character each, for signatures and declarations in ASCII. */
  get head(): string {
    this.#head ??= latin1(this.bytes.subarray(0, HEAD_BYTES));
    return this.#head;
  }

  /** The whole input as text: BOM, declaration, given charset, UTF-8, then detection. The BOM is not part of it. */
  get text(): string {
    this.#text ??= decodeText(this.bytes, this.charset);
    return this.#text;
  }

  /** The input as JSON, or undefined if it is none. Parsed once for all formats that ask. */
  get json(): unknown {
    if (this.#json === undefined) {
      let value: unknown;
      try {
        value = /^[\s\uFEFF\u00EF\u00BB\u00BF]*[[{]/.test(this.head) ? JSON.parse(this.text) : undefined;
      } catch {
        value = undefined;
      }
      this.#json = { value };
    }
    return this.#json.value;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
