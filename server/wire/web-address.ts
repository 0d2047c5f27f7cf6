/** An address of the web, made whole with that of its page; undefined for any other ("javascript:", "data:", "cid:"). */
export function webAddress(address: string | undefined, base?: string): string | undefined {
  if (address === undefined || address === '') return undefined;
  try {
    const url = new URL(address, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
