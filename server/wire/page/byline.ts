import { foldSpace } from '../html';
import { distinct } from '../draft';
import { agencyNamed } from '../vocabulary/agencies';
import { attribute, elementsOf, namesOf, textOf, type PageElement } from './dom';

/** Who wrote the story: people, not the site and not an agency. */
const MAX_NAME = 80;
const MAX_NAMES = 12;
const BY =
  /^(?:by|written by|von|par|por|di|de|da|af|av|door|autor(?:in|es|a)?|author|text|texte|texto|testo|автор|tekst)\s*:?\s+/iu;
/** Words that a person's name does not have. */
const NO_PERSON =
  /(?:^|[\s.-])(?:redaktion|redaction|rédaction|redacción|redazione|redação|redactie|editors?|staff|newsroom|desk|agency|agencies|agentur(?:en)?|agencias?|news|online|admin|administrator|team|nachrichten|correspondents?|reporters?|press|presse|média|media|zeitung|tv|com|de|org|net)$|^(?:the\s+)?(?:staff|admin)|@|https?:|\.\w{2,3}$/iu;

/**
 * The names of an author line, "By Anna Berg and Carl Dahl | Reporter", that can be people's.
 * `sites` are the names of the publisher: no byline.
 */
export function peopleOf(names: readonly string[], sites: readonly string[]): string[] {
  const known = sites.map(squashed);
  const isSite = (name: string): boolean =>
    known.some((site) => site === name || (name.length > 4 && site.includes(name)));
  const people = names
    .map(nameAfterBy)
    .flatMap((name) =>
      foldSpace(name)
        .replace(BY, '')
        .split(/\s+[|•·–—]\s+/u)
        .slice(0, 1),
    )
    .flatMap((name) => name.split(/\s*,\s+|\s+(?:and|und|et|y|e|и)\s+/u));
  return distinct(people.map(foldSpace))
    .filter(
      (name) =>
        name.length <= MAX_NAME &&
        /\p{L}/u.test(name) &&
        !NO_PERSON.test(name) &&
        !agencyNamed(name) &&
        !isSite(squashed(name)),
    )
    .slice(0, MAX_NAMES);
}

/** The name in "politics by Anna Berg 5 November 2024 3 min". */
function nameAfterBy(line: string): string {
  if (!/\d/.test(line)) return line;
  return (
    /(?:^|\s)(?:by|von|par|por|di)\s+(\p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){1,3})/iu.exec(
      foldSpace(line),
    )?.[1] ?? line
  );
}

/** Author lines as the page prints them, the surest first. Comments must be off the page. */
export function printedAuthors(body: PageElement): { names: string[]; path: string } | undefined {
  for (const { path, test } of PLACES) {
    let line: PageElement | null = null;
    const names: string[] = [];
    for (const element of elementsOf(body)) {
      if (namesOf(element).some((name) => name === 'comment' || name === 'form')) continue;
      // Names of one author line stand beside each other; a name further down is that of another story.
      if (!test(element) || (line && element.parentElement !== line) || names.length >= MAX_NAMES) continue;
      const text = nameIn(element);
      if (text === '' || text.length > MAX_NAME * 2) continue;
      names.push(text);
      line = element.parentElement;
    }
    if (names.length > 0) return { names, path };
  }
  return undefined;
}

/** The name in an author line: its link, as what stands around that is a label or a job. */
function nameIn(element: PageElement): string {
  const content = attribute(element, 'content');
  if (content !== undefined) return content;
  const links = [...elementsOf(element)].filter((inner) => inner.localName === 'a' && textOf(inner) !== '');
  return links.length > 0 ? links.map(textOf).join(', ') : textOf(element);
}

const PLACES: readonly { path: string; test: (element: PageElement) => boolean }[] = [
  { path: 'body/rel=author', test: (element) => /\bauthor\b/.test(attribute(element, 'rel') ?? '') },
  { path: 'body/itemprop=author', test: (element) => attribute(element, 'itemprop') === 'author' },
  { path: 'body/byline', test: (element) => namesOf(element).some((name) => name === 'byline') },
  { path: 'body/author', test: (element) => namesOf(element).some((name) => AUTHOR.has(name)) },
];
const AUTHOR = new Set('author authors autor autores auteur autore byline'.split(' '));

const squashed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
