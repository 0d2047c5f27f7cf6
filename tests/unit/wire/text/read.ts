import { plainText } from '../../../../server/wire/formats/plain-text';
import type { Reading, WireItem } from '../../../../server/wire/item';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { Source } from '../../../../server/wire/source';

/** What the reader of plain text makes of a text, and the warnings that it leaves. */
export function readText(text: string, zone?: string): Reading & { warnings: string[] } {
  const warnings: string[] = [];
  const readings = plainText.parse(new Source({ bytes: new TextEncoder().encode(text) }), {
    limits: DEFAULT_LIMITS,
    ...(zone === undefined ? {} : { zone }),
    warn: (code) => warnings.push(code),
  });
  if (readings instanceof Promise || readings[0] === undefined) throw new Error('plain text is read at once');
  return { ...readings[0], warnings };
}

export const itemOf = (text: string, zone?: string): WireItem => readText(text, zone).item;

/** The paragraphs of a body, without markup. */
export function paragraphsOf(item: WireItem): string[] {
  return (item.bodyHtml ?? '')
    .split(/<[^>]+>/)
    .map((part) =>
      part.trim().replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    )
    .filter(Boolean);
}

/** Three invented paragraphs to stand under whatever a test is about. */
export const STORY = [
  'The council of Easthaven voted on Monday to reopen the old lighthouse, which has been dark since a storm in 1987.',
  'Engineers found that the lamp still turned when they oiled it.',
  '“We expected rust and found a family of owls,” said harbour master Edda Lind.',
];
export const BODY = STORY.join('\n\n');
