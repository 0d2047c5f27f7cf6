/** A version of an item, as far as its age goes. */
export interface Age {
  version?: string | undefined;
  versionCreated?: string | undefined;
  contentHash?: string | undefined;
  /** It takes the item back: a kill or a withhold. */
  isKill?: boolean | undefined;
}

/**
 * Negative where `a` is older than `b`, positive where it is newer, 0 where nobody can tell: by version, then by time.
 * Of two that are as old as each other a kill is the newer, since what may not be shown must win; of two that say the
 * same version and the same time the content decides, so that every process comes to the same end in whatever order
 * they arrive.
 */
export function compareAge(a: Age, b: Age): number {
  return (
    compareVersions(a.version, b.version) ||
    compareTimes(a.versionCreated, b.versionCreated) ||
    Number(a.isKill ?? false) - Number(b.isKill ?? false) ||
    (isDated(a) && isDated(b) ? compareContents(a.contentHash, b.contentHash) : 0)
  );
}

/** As numbers where both are, part by part where they have several ("1.10" is newer than "1.9"); other versions tell no age. */
function compareVersions(a: string | undefined, b: string | undefined): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (!left || !right) return 0;
  for (let n = 0; n < Math.max(left.length, right.length); n += 1) {
    const [one, other] = [left[n] ?? 0n, right[n] ?? 0n];
    if (one !== other) return one > other ? 1 : -1;
  }
  return 0;
}

function numbersOf(version: string | undefined): bigint[] | undefined {
  return version !== undefined && /^\d{1,30}(?:\.\d{1,30}){0,4}$/.test(version)
    ? version.split('.').map(BigInt)
    : undefined;
}

function compareTimes(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return Math.sign(Date.parse(a) - Date.parse(b)) || 0;
}

const isDated = ({ version, versionCreated }: Age): boolean => version !== undefined && versionCreated !== undefined;

function compareContents(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a > b ? 1 : -1;
}
