import type { Format } from '../format';

/**
 * Every format that Newswire reads, the most specific first: the first that detects the bytes reads them.
 * To add a format, add its file and its row.
 */
export const FORMATS: readonly Format[] = [];
