/**
 * When readers could first see this version of a story: when it was made, or when its embargo ends if that is later. A
 * story whose embargo ends appears at the top of the news at that moment. A date in the future that is no embargo is a
 * wrong clock and counts as now.
 */
export function listedAt(article: Record<string, unknown>, now: Date): Date {
  const made = ['versionCreated', 'firstCreated', 'publishedAt', 'createdAt']
    .map((field) => timeOf(article[field]))
    .find((time) => time !== undefined);
  const embargo = timeOf(article['embargoedUntil']) ?? -Infinity;
  return new Date(Math.max(Math.min(made ?? now.getTime(), now.getTime()), embargo));
}

/** Databases and callers write times as dates, texts or numbers. */
export function timeOf(value: unknown): number | undefined {
  if (!(value instanceof Date) && typeof value !== 'string' && typeof value !== 'number') return undefined;
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? undefined : time;
}
