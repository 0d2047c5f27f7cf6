import { foldSpace, plainText } from '../html';

/**
 * schema.org data in a page (https://schema.org/NewsArticle, https://schema.org/ImageObject), read leniently:
 * publishers nest it in `@graph`, arrays and `mainEntity`, refer to nodes by `@id`, give a name where a Person
 * should be, and write HTML entities into its strings.
 */

export interface LinkedImage {
  url?: string;
  caption?: string;
  creditText?: string;
  creator?: string;
  copyrightHolder?: string;
  copyrightNotice?: string;
  license?: string;
  acquireLicensePage?: string;
  width?: number;
  height?: number;
}

export interface LinkedComment {
  author: string;
  text: string;
  date?: string;
  replyTo?: number;
}

export interface LinkedArticle {
  type: string;
  url?: string;
  headline?: string;
  alternativeHeadline?: string;
  description?: string;
  authors: string[];
  datePublished?: string;
  dateModified?: string;
  expires?: string;
  language?: string;
  publisher?: string;
  provider?: string;
  creditText?: string;
  copyrightHolder?: string;
  copyrightNotice?: string;
  usageInfo?: string;
  sections: string[];
  keywords: string[];
  /** Text, or HTML, with its line ends. */
  body?: string;
  dateline?: string;
  images: LinkedImage[];
  comments: LinkedComment[];
}

type Json = Readonly<Record<string, unknown>>;

const MAX_NODES = 5_000;
const MAX_DEPTH = 20;
const MAX_LIST = 200;
const MAX_COMMENTS = 2_000;
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting)$/;
const PAGE = /^(?:MedicalWebPage|WebPage|ItemPage|Recipe)$/;

/** Every article that the scripts describe, real articles before web pages. */
export function linkedArticles(scripts: readonly string[]): LinkedArticle[] {
  const graph = new Graph(scripts);
  const articles = graph.ofType(ARTICLE);
  return (articles.length > 0 ? articles : graph.ofType(PAGE)).map((node) => readArticle(node, graph));
}

/** The nodes of all scripts, with their references. */
class Graph {
  readonly #nodes: Json[] = [];
  readonly #byId = new Map<string, Json>();

  constructor(scripts: readonly string[]) {
    for (const script of scripts) this.#walk(parseLeniently(script), 0);
  }

  ofType(pattern: RegExp): Json[] {
    return this.#nodes.filter((node) =>
      list(node['@type']).some((type) => typeof type === 'string' && pattern.test(type)),
    );
  }

  /** The node itself, or what its `@id` refers to. */
  resolve(value: unknown): unknown {
    if (!isObject(value)) return value;
    const id = value['@id'];
    const known = typeof id === 'string' ? this.#byId.get(id) : undefined;
    return known === undefined || known === value ? value : { ...known, ...value };
  }

  #walk(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || this.#nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const member of value.slice(0, MAX_NODES)) this.#walk(member, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    if (value['@type'] !== undefined) this.#nodes.push(value);
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > (this.#byId.has(id) ? 2 : 1)) {
      this.#byId.set(id, { ...this.#byId.get(id), ...value });
    }
    for (const member of Object.values(value)) if (typeof member === 'object') this.#walk(member, depth + 1);
  }
}

function readArticle(node: Json, graph: Graph): LinkedArticle {
  const names = (key: string): string[] => namesOf(node[key], graph);
  const article: LinkedArticle = {
    type: strings(node['@type'])[0] ?? '',
    authors: unique(names('author').length > 0 ? names('author') : names('creator')),
    sections: unique(strings(node['articleSection']).flatMap(separated)),
    keywords: unique(keywordsOf(node['keywords'])),
    images: list(node['image'] ?? node['primaryImageOfPage'])
      .map((image) => readImage(graph.resolve(image)))
      .filter((image) => Object.keys(image).length > 0),
    comments: readComments(node['comment'], graph),
  };
  const page = graph.resolve(node['mainEntityOfPage']);
  return withDefined(article, {
    url: string(node['url']) ?? string(page) ?? (isObject(page) ? string(page['@id']) : undefined),
    headline: string(node['headline']) ?? string(node['name']),
    alternativeHeadline: string(node['alternativeHeadline']),
    description: string(node['description']),
    datePublished: string(node['datePublished']) ?? string(node['dateCreated']),
    dateModified: string(node['dateModified']),
    expires: string(node['expires']),
    language: string(node['inLanguage']),
    // A blogger publishes as a person: that is no name of a site.
    publisher: isPerson(graph.resolve(node['publisher'])) ? undefined : names('publisher')[0],
    provider: names('provider')[0] ?? names('sourceOrganization')[0],
    creditText: string(node['creditText']),
    copyrightHolder: names('copyrightHolder')[0],
    copyrightNotice: string(node['copyrightNotice']),
    usageInfo: string(node['usageInfo']),
    body: typeof node['articleBody'] === 'string' ? node['articleBody'].trim() || undefined : undefined,
    dateline: string(node['dateline']),
  });
}

const isPerson = (value: unknown): boolean => isObject(value) && strings(value['@type']).includes('Person');

function readImage(value: unknown): LinkedImage {
  if (typeof value === 'string') return withDefined({}, { url: string(value) });
  if (!isObject(value)) return {};
  const names = (key: string): string | undefined => namesOf(value[key]).join(', ') || undefined;
  return withDefined<LinkedImage>(
    {},
    {
      url: string(value['contentUrl']) ?? string(value['url']) ?? string(value['@id']),
      caption: string(value['caption']) ?? string(value['description']),
      creditText: string(value['creditText']) ?? string(value['credit']),
      creator: names('creator') ?? names('author'),
      copyrightHolder: names('copyrightHolder'),
      copyrightNotice: string(value['copyrightNotice']),
      license: string(value['license']),
      acquireLicensePage: string(value['acquireLicensePage']),
      width: number(value['width']),
      height: number(value['height']),
    },
  );
}

/** Comments in the order of the page; answers nested under their parent come after it. */
function readComments(value: unknown, graph: Graph): LinkedComment[] {
  const comments: LinkedComment[] = [];
  const read = (members: unknown, replyTo: number | undefined, depth: number): void => {
    for (const member of list(members)) {
      const node = graph.resolve(member);
      if (!isObject(node) || comments.length >= MAX_COMMENTS || depth > MAX_DEPTH) continue;
      const text = string(node['text']) ?? string(node['description']);
      const author = namesOf(node['author'], graph)[0] ?? namesOf(node['creator'], graph)[0];
      let parent = replyTo;
      if (text !== undefined && author !== undefined) {
        comments.push(
          withDefined<LinkedComment>(
            { author, text },
            { date: string(node['datePublished']) ?? string(node['dateCreated']), replyTo },
          ),
        );
        parent = comments.length - 1;
      }
      read(node['comment'], parent, depth + 1);
    }
  };
  read(value, undefined, 0);
  return comments;
}

/** Names of people and organisations, given as text, as a node or as a reference. */
function namesOf(value: unknown, graph?: Graph): string[] {
  return list(value).flatMap((member) => {
    const node = graph ? graph.resolve(member) : member;
    const name = isObject(node) ? (string(node['name']) ?? string(node['legalName'])) : string(node);
    return name === undefined || /^https?:/.test(name) ? [] : [name];
  });
}

function keywordsOf(value: unknown): string[] {
  const words = list(value).flatMap((member) => (isObject(member) ? strings(member['name']) : strings(member)));
  return words.length === 1 ? separated(words[0] ?? '') : words;
}

function separated(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map(foldSpace)
    .filter((part) => part !== '' && part.length <= 100);
}

function parseLeniently(script: string): unknown {
  const text = script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '').trim();
  try {
    return JSON.parse(text);
  } catch {
    // Raw line ends in strings, a semicolon or a comment mark at the end: common, and no reason to lose the credits.
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
    try {
      return JSON.parse(text.slice(0, end).replace(/[\u0000-\u001f]+/g, ' '));
    } catch {
      return undefined;
    }
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).slice(0, MAX_LIST);
const unique = (values: readonly string[]): string[] => [...new Set(values)];
const strings = (value: unknown): string[] => list(value).flatMap((member) => string(member) ?? []);

/** Text without mark-up; the first of several; the value of `{ "@value": … }`. */
function string(value: unknown): string | undefined {
  const one = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  const text = isObject(one) ? one['@value'] : one;
  if (typeof text !== 'string') return undefined;
  const plain = /[<&]/.test(text) ? plainText(plainText(text)) : foldSpace(text);
  return plain === '' ? undefined : plain;
}

function number(value: unknown): number | undefined {
  const size = Number(isObject(value) ? value['value'] : value);
  return Number.isInteger(size) && size > 0 ? size : undefined;
}

/** `base` with those of `more` that have a value. */
function withDefined<T extends object>(base: T, more: { [K in keyof T]?: T[K] | undefined }): T {
  for (const [key, value] of Object.entries(more)) {
    if (value !== undefined) Object.assign(base, { [key]: value });
  }
  return base;
}
