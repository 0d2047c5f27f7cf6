/** Caps on what a parser accepts. Sizes are bytes unless said otherwise. */
export interface Limits {
  /** The whole input. */
  bytes: number;
  /** Nesting of XML elements, HTML elements or JSON values. */
  depth: number;
  /** Attributes on one XML element. */
  attributes: number;
  /** Characters of one text node or one line. */
  text: number;
  /** Items in one input. */
  items: number;
  /** Entries of an archive. */
  entries: number;
  /** All entries of an archive together, unpacked. */
  unpackedBytes: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  bytes: 50 * 1024 * 1024,
  depth: 256,
  attributes: 512,
  text: 20 * 1024 * 1024,
  items: 20_000,
  entries: 10_000,
  unpackedBytes: 500 * 1024 * 1024,
};
