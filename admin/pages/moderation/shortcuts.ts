import type { Moderation } from '../../../contracts/comments';

/** What a key does while a comment has the focus: only then, so that nothing happens while somebody types or listens. */
export type Command = Moderation | 'next' | 'previous' | 'reply' | 'reason' | 'select' | 'ban';

const KEYS: Record<string, Command> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'approve',
  r: 'reject',
  s: 'spam',
  d: 'remove',
  h: 'hold',
  e: 'reply',
  w: 'reason',
  b: 'ban',
  x: 'select',
};

/** In the order in which the page explains them. */
export const SHORTCUTS: readonly (readonly [string, Command])[] = [
  ['J', 'next'],
  ['K', 'previous'],
  ['A', 'approve'],
  ['R', 'reject'],
  ['W', 'reason'],
  ['S', 'spam'],
  ['D', 'remove'],
  ['H', 'hold'],
  ['E', 'reply'],
  ['B', 'ban'],
  ['X', 'select'],
];

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The browser's own shortcuts stay the browser's. */
export function commandFor({ key, ctrlKey, metaKey, altKey }: Press): Command | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}
