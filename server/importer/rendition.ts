import type { WireRendition } from '../wire/item';

/** What agencies call their sizes, the best first; anything else stands between the second and the third. */
const RANK: readonly RegExp[] = [
  /^(?:original|highres|hires|hi-?res|master)/i,
  /^(?:base ?image|main|full|large|preview ?large)/i,
  /^(?:web|view ?image|preview|medium|small)/i,
  /^(?:thumb|icon)/i,
];
const UNNAMED = 1.5;

/** The address of the best rendition that can be fetched: the largest, or the one whose name promises most. */
export function bestRendition(renditions: readonly WireRendition[] = []): string | undefined {
  const images = renditions.filter(
    ({ href, mimeType }) => /^https?:\/\//i.test(href) && (mimeType === undefined || mimeType.startsWith('image/')),
  );
  const [best] = images.toSorted((a, b) => pixels(b) - pixels(a) || rank(a) - rank(b));
  return best?.href;
}

const pixels = ({ width = 0, height = 0 }: WireRendition): number => width * Math.max(height, 1);

function rank({ name }: WireRendition): number {
  const at = RANK.findIndex((one) => one.test(name));
  return at < 0 ? UNNAMED : at;
}
