import { createHash } from 'node:crypto';
import type { WireItem } from '../wire/item';

/** Who an item is, and which version of it. All keys are SHA-256 in hex: short enough for an index, whatever the uri. */
export interface Identity {
  uri: string;
  /** The same for all versions of an item. */
  uriKey: string;
  /** The same for two deliveries of one version: uri, version, time and content. */
  key: string;
  /** The same for the same content, whatever it is called. */
  contentHash: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The hash of an input's bytes, worked out once however many items the input has. */
export function hashOf(bytes: Uint8Array): string {
  const known = hashes.get(bytes) ?? sha256(bytes);
  hashes.set(bytes, known);
  return known;
}

const hashes = new WeakMap<Uint8Array, string>();

/** Who an item is; worked out once for an item, which must not change after. */
export function identify(item: WireItem): Identity {
  const known = identities.get(item) ?? identityOf(item);
  identities.set(item, known);
  return known;
}

/** A copy of an item to which something was added that the wire did not send with it: it stays the same delivery. */
export function identifyAs(copy: WireItem, original: WireItem): void {
  identities.set(copy, identify(original));
}

const identities = new WeakMap<WireItem, Identity>();

function identityOf(item: WireItem): Identity {
  const contentHash = sha256(JSON.stringify(sorted(item)));
  const uri = item.uri ?? `newswire:content:${contentHash}`;
  const key = sha256([uri, item.version ?? '', item.versionCreated ?? '', contentHash].join('\n'));
  return { uri, uriKey: uriKeyOf(uri), key, contentHash };
}

export const uriKeyOf = (uri: string): string => sha256(uri);

/** A photo of a story that has no uri of its own is known by its story and its place in it. */
export const photoUri = (storyUri: string, photo: { uri?: string | undefined }, n: number): string =>
  photo.uri ?? `${storyUri}#photo-${n + 1}`;

/** The same value with its keys in order, so that equal items have equal JSON. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
