import slugify from 'slugify';

/** The longest slug: long enough to tell, short enough for a URL bar. */
const MAX_LENGTH = 80;
/** No more of a title than this can end up in the slug. */
const MAX_TITLE = 400;

/**
 * A headline as the last part of a URL. Scripts that `slugify` can write in Latin letters are transliterated,
 * all others are kept (URLs may hold them, percent-encoded). Never empty.
 */
export function slugOf(title: string, fallback: string): string {
  // slugify spells signs out ("<" as "less"); in a headline they only separate, and an apostrophe not even that.
  const text = title
    .slice(0, MAX_TITLE)
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  const latin = slugify(text.normalize('NFKC'), { lower: true, strict: true, trim: true });
  const kept = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  // "strict" drops what it cannot transliterate: a slug that lost most of its letters would say nothing.
  const slug = lettersIn(latin) * 2 >= lettersIn(kept) ? latin : kept;
  return cut(slug.replace(/^-+|-+$/g, '')) || fallback.toLowerCase();
}

/** The same slug for another document: the same words, told apart by the end of an id. */
export function slugWithId(slug: string, documentId: string): string {
  return `${slug}-${documentId.slice(-6).toLowerCase()}`;
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Cut at a word's end where there is one near. */
function cut(slug: string): string {
  const characters = [...slug];
  if (characters.length <= MAX_LENGTH) return slug;
  const head = characters.slice(0, MAX_LENGTH).join('');
  const dash = head.lastIndexOf('-');
  return dash > MAX_LENGTH / 2 ? head.slice(0, dash) : head;
}
