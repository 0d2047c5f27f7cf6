import { createHash } from 'node:crypto';
import type { WireItem } from '../item';

/** Enough to tell all stories of the world apart: 128 bits. */
const DIGITS = 32;

/**
 * The identifier of a text that brings none: "newswire:text:" and the start of a SHA-256 over provider, day and
 * content. Line ends, spaces and page furniture do not count, so that a second delivery of a story is recognised.
 */
export function textUri(item: WireItem): string {
  const day = (item.versionCreated ?? item.firstCreated ?? '').slice(0, 10);
  const parts = [item.provider, day, item.slugline, item.headline, item.dateline, item.bodyHtml, item.edNote];
  const content = parts.map((part) => (part ?? '').replace(/\s+/gu, ' ').trim()).join('\n');
  return `newswire:text:${createHash('sha256').update(content).digest('hex').slice(0, DIGITS)}`;
}
