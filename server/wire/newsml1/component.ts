import type { XmlElement } from '../xml';
import { attr, child, children, textOf } from '../xml-tree';

/** A NewsComponent with its place in the item. Components nest, and a nested one inherits from those around it. */
export interface Component {
  element: XmlElement;
  parent: Component | undefined;
  /** "NewsItem/NewsComponent/NewsComponent[2]". */
  path: string;
  /** Role/@FormalName in lower case, "" where there is none. */
  role: string;
  /** Texts of NewsLines by name in lower case: Belga writes "Headline". The first of a name counts. */
  lines: ReadonlyMap<string, string>;
  contents: Content[];
}

/** A ContentItem. */
export interface Content {
  element: XmlElement;
  kind: 'text' | 'photo' | 'graphic' | 'video' | 'audio' | 'other';
  mimeType: string | undefined;
  /** DataContent, also inside Encoding. */
  data: XmlElement | undefined;
}

/** The most components that one item may have; an item with more is broken or hostile. */
const MAX_COMPONENTS = 1000;

/** All components of a NewsItem, outer before inner, in document order. */
export function componentsOf(newsItem: XmlElement): Component[] {
  const found: Component[] = [];
  for (const element of children(newsItem, 'NewsComponent')) addComponent(element, undefined, 'NewsItem', 0, found);
  return found;
}

function addComponent(
  element: XmlElement,
  parent: Component | undefined,
  parentPath: string,
  index: number,
  found: Component[],
): void {
  if (found.length >= MAX_COMPONENTS) return;
  const component: Component = {
    element,
    parent,
    path: `${parentPath}/NewsComponent${index === 0 ? '' : `[${index + 1}]`}`,
    role: attr(child(element, 'Role'), 'FormalName')?.toLowerCase() ?? '',
    lines: linesOf(element),
    contents: children(element, 'ContentItem').map(contentOf),
  };
  found.push(component);
  children(element, 'NewsComponent').forEach((inner, n) => addComponent(inner, component, component.path, n, found));
}

/** What a format name, a media type or a file name says about content; the first match counts. */
const KINDS: readonly [RegExp, Content['kind']][] = [
  [/^text\/css|\bcss\b|stylesheet/, 'other'],
  [/^graphi/, 'graphic'],
  [/^(?:photo|image|picture|still)|jpe?g|\bpng\b|\bgif\b|\btiff?\b|\.(?:jpe?g|png|gif|tiff?|webp)$/, 'photo'],
  [/^video|mpeg-?4|quicktime|windows media video|\.(?:mp4|mov|wmv|flv|mpg)$/, 'video'],
  [/^audio|\bmp3\b|\bwav\b|\.(?:mp3|wav|m4a)$/, 'audio'],
  [/^(?:text|complexdata)|nitf|html|ascii|plain/, 'text'],
];

function contentOf(element: XmlElement): Content {
  const mimeType = attr(child(element, 'MimeType'), 'FormalName');
  const data = child(element, 'DataContent') ?? child(child(element, 'Encoding'), 'DataContent');
  const hints = [
    mimeType,
    attr(child(element, 'MediaType'), 'FormalName'),
    attr(child(element, 'Format'), 'FormalName'),
    attr(element, 'Href'),
  ];
  let kind: Content['kind'] | undefined;
  for (const hint of hints) {
    kind ??= KINDS.find(([pattern]) => hint !== undefined && pattern.test(hint.slice(-200).toLowerCase()))?.[1];
  }
  return { element, mimeType, data, kind: kind ?? (data ? 'text' : 'other') };
}

/** The component and those around it, the innermost first. */
export function chainOf(component: Component): Component[] {
  const chain: Component[] = [];
  for (let one: Component | undefined = component; one; one = one.parent) chain.push(one);
  return chain;
}

/** True where `outer` is the component or one around it. */
export function isWithin(component: Component, outer: Component): boolean {
  return chainOf(component).includes(outer);
}

function linesOf(element: XmlElement): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of children(child(element, 'NewsLines'))) {
    const name = line.name.toLowerCase();
    const text = name === 'newsline' || lines.has(name) ? undefined : textOf(line);
    if (text !== undefined) lines.set(name, text);
  }
  return lines;
}

/** Texts of the NewsLine elements whose NewsLineType is one of these, in lower case. */
export function typedLines(component: Component, types: readonly string[]): string[] {
  return children(child(component.element, 'NewsLines'), 'NewsLine').flatMap((element) => {
    const type = attr(child(element, 'NewsLineType'), 'FormalName')?.toLowerCase() ?? '';
    if (!types.includes(type)) return [];
    return children(element, 'NewsLineText').flatMap((text) => textOf(text) ?? []);
  });
}

/** Values of the Property elements of that name: `properties(metadata, 'keyword')`. */
export function properties(element: XmlElement | undefined, name: string): string[] {
  return children(element, 'Property').flatMap((property) => {
    if (attr(property, 'FormalName')?.toLowerCase() !== name) return [];
    return attr(property, 'Value') ?? textOf(property) ?? [];
  });
}

/** FormalName of the party in a role: `party(metadata, 'Provider')`; agencies also put the name in the text. */
export function party(element: XmlElement | undefined, role: string): string | undefined {
  const names = children(element, role).flatMap((holder) =>
    children(holder, 'Party').flatMap(
      (one) => properties(one, 'organization')[0] ?? attr(one, 'FormalName') ?? textOf(one) ?? [],
    ),
  );
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
