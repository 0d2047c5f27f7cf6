import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of text that is in both, only in the first (`gone`), or only in the second (`new`). */
export interface Part {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Longer texts are compared by their first so many characters: a panel is no place for a book. */
const MAX_TEXT = 60_000;
/** Two texts that differ in more places than this are two texts. */
const MAX_EDITS = 2_000;
/** So much of what stays the same is shown around a change. */
const CONTEXT = 60;

/** A stored value as an editor reads it: bodies without their markup, lists with commas. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value === 'object') return asText(Reflect.get(value, 'name') ?? Reflect.get(value, 'code'));
  return withoutMarkup(String(value).slice(0, MAX_TEXT));
}

function withoutMarkup(text: string): string {
  if (!/<\/?(?:p|h[1-6]|ul|ol|li|blockquote|table|br)\b/i.test(text)) return text;
  const page = new DOMParser().parseFromString(
    text.replace(/<\/(?:p|h[1-6]|li|blockquote|tr)>|<br\s?\/?>/gi, '$&\n'),
    'text/html',
  );
  return (page.body.textContent ?? '').replace(/\n{2,}/g, '\n').trim();
}

/** What became of a text, word by word. */
export function wordDiff(from: string, to: string): Part[] {
  const changes = diffWordsWithSpace(from, to, { maxEditLength: MAX_EDITS });
  if (!changes) return [gone(from), added(to)].filter(({ text }) => text !== '');
  return changes.map(({ value, added: isNew, removed }): Part =>
    isNew ? added(value) : removed ? gone(value) : { kind: 'same', text: value },
  );
}

/** What became of a list, entry by entry: the words of its entries are not each other's. */
export function listDiff(from: readonly string[], to: readonly string[]): Part[] {
  const entries = diffArrays([...from], [...to]).flatMap(({ value, added: isNew, removed }) =>
    value.map((text): Part => (isNew ? added(text) : removed ? gone(text) : { kind: 'same', text })),
  );
  return entries.flatMap((entry, n): Part[] => (n === 0 ? [entry] : [{ kind: 'same', text: ', ' }, entry]));
}

/** What became of a value: a text, or a list of texts. */
export function partsBetween(from: string | readonly string[], to: string | readonly string[]): Part[] {
  if (typeof from === 'string' && typeof to === 'string') return shortened(wordDiff(from, to));
  return listDiff(entriesOf(from), entriesOf(to));
}

const entriesOf = (value: string | readonly string[]): readonly string[] =>
  typeof value !== 'string' ? value : value === '' ? [] : [value];

const gone = (text: string): Part => ({ kind: 'gone', text });
const added = (text: string): Part => ({ kind: 'new', text });

/** Without most of what stays the same: a few words around each change tell where it is. */
export function shortened(parts: readonly Part[]): Part[] {
  return parts.map((part, n): Part => {
    if (part.kind !== 'same' || part.text.length <= 2 * CONTEXT + 20) return part;
    const head = n === 0 ? '' : part.text.slice(0, CONTEXT);
    const tail = n === parts.length - 1 ? '' : part.text.slice(-CONTEXT);
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}
