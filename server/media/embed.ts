import { Bytes } from '../wire/image/blocks';
import { isJpeg } from '../wire/image/jpeg';
import { isPng } from '../wire/image/png';
import { isWebp } from '../wire/image/webp';
import { avifWithPacket, isAvif } from './containers/avif';
import { gifWithPacket, isGif } from './containers/gif';
import { jpegWithPacket } from './containers/jpeg';
import { pngWithPacket } from './containers/png';
import { webpWithPacket } from './containers/webp';
import { xmpPacketOf, type EmbeddedRights, type MakePacket } from './xmp-packet';

interface Container {
  is(bytes: Bytes): boolean;
  withPacket(file: Uint8Array, makePacket: MakePacket): Buffer;
}

/** The files that can hold a packet without their picture being encoded anew: a credit is edited often, a picture suffers each time. */
const CONTAINERS: readonly Container[] = [
  { is: isJpeg, withPacket: jpegWithPacket },
  { is: isPng, withPacket: pngWithPacket },
  { is: isWebp, withPacket: webpWithPacket },
  { is: isGif, withPacket: gifWithPacket },
  { is: isAvif, withPacket: avifWithPacket },
];

/**
 * A picture file with these rights in its XMP, its pixels untouched; undefined where it is of another kind (TIFF,
 * SVG). Throws a `WireError` where the file is broken. The same rights give the same bytes again.
 */
export function embedRights(file: Uint8Array, rights: EmbeddedRights): Buffer | undefined {
  const bytes = new Bytes(file);
  const container = CONTAINERS.find(({ is }) => is(bytes));
  return container?.withPacket(file, (existing) => xmpPacketOf(rights, existing));
}
