/** For how long a public answer may be kept: as long as the newsroom says, and never past the next time that changes what readers may see. */
export function cacheControl(cacheSeconds: number, boundary: number | undefined): string {
  const left = boundary === undefined ? cacheSeconds : Math.floor((boundary - Date.now()) / 1000);
  const seconds = Math.min(cacheSeconds, left);
  return seconds > 0 ? `public, max-age=${seconds}, must-revalidate` : 'public, no-cache';
}
