import { foldSpace } from '../html';

const EMAIL = /[^\s<>()]{1,100}@[^\s<>()]{1,200}/g;

/**
 * The name in an author field: "a@b.example (Anna Berg)", "Anna Berg <a@b.example>", "Anna Berg". Undefined where
 * there is an address and no name: an address is not for readers.
 */
export function personName(text: string): string | undefined {
  const name = foldSpace(
    text
      .replace(EMAIL, ' ')
      .replace(/\(\s*\)|<\s*>|^mailto:/g, ' ')
      .trim()
      .replace(/^\((.*)\)$/, '$1')
      .replace(/^(?:By|von|par|por)\s+(?=\p{Lu})/u, ''),
  );
  return /\p{L}/u.test(name) ? name : undefined;
}
