/** An address of mail, with the brackets and the label that pages put around it. Every part is bounded (RFC 5321, 4.5.3.1). */
const EMAIL =
  /(?:(?<!\p{L})(?:e-?mail|mail|courriel|correo)\s?[:：]\s?)?[<([]?\s?(?:mailto:)?(?<![\w.%+-])([\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})\s?[>)\]]?/iu;
/** Longer lines with an address are text. */
const MAX_LINE = 120;
/** A comment needs an author; a name that nobody gave is none. */
const NOBODY = 'Anonymous';

/** The address on a line that is an address and nothing else. */
export function emailOnly(line: string): string | undefined {
  if (line.length > MAX_LINE || !line.includes('@')) return undefined;
  const match = EMAIL.exec(line);
  return match && !/[\p{L}\d]/u.test(line.replace(match[0], '')) ? match[1] : undefined;
}

/** "Bob Reader <bob@mail.example>": name and address apart. An address is never shown as the name of an author. */
export function authorOf(printed: string): { author: string; email?: string } {
  const match = printed.includes('@') ? EMAIL.exec(printed.slice(0, MAX_LINE)) : null;
  if (!match) return { author: printed };
  const author = printed
    .replace(match[0], ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:：•·|–-]+|[\s,;:：•·|–-]+$/gu, '');
  const email = match[1] ?? '';
  return { author: /[\p{L}\d]/u.test(author) && !author.includes('@') ? author : NOBODY, email };
}
