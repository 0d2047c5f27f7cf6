import { ABOUT, type About } from '../server/wire/formats/about';
import { FORMATS } from '../server/wire/formats/registry';

const INTRODUCTION = `# Formats

<!-- Written by \`npm run docs:formats\` from server/wire/formats/about.ts. Change that table, not this page. -->
<!-- prettier-ignore-start -->

Newswire looks at the bytes to find the format, in the order of this page; the name of a file does not count. A zip of
any of them is opened, and each of its files is read on its own. Where several places are named, the first that has a
value counts, and the item keeps a note of the place that each of its fields came from (\`provenance\`).

A field that a format does not list does not come out of it: the format has no place for it.
`;

/** The rights of a story, in the order of the overview. */
export const RIGHTS = [
  'creditLine',
  'copyrightHolder',
  'copyrightNotice',
  'usageTerms',
  'edNote',
  'embargoedUntil',
  'expires',
  'pubStatus',
] as const;

/** The text of `docs/formats.md`. */
export function formatsDocument(): string {
  const sections = FORMATS.map(({ name }) => section(name, ABOUT[name]));
  return `${[INTRODUCTION, overview(), ...sections].join('\n')}\n<!-- prettier-ignore-end -->\n`;
}

function overview(): string {
  const rows = FORMATS.map(({ name }) => {
    const { title, fields } = ABOUT[name];
    return [`[${title}](#${name})`, ...RIGHTS.map((field) => (fields[field] === undefined ? '' : 'yes'))];
  });
  return `## Rights at a glance\n\n${table(['format', ...RIGHTS], rows)}`;
}

function section(name: string, { title, specification, agencies, notes, fields }: About): string {
  const { url } = specification;
  const lines = [
    `## ${name}`,
    `${title}.`,
    [
      `- Specification: ${url === undefined ? specification.name : `[${specification.name}](${url})`}`,
      `- Seen from: ${agencies.join(', ')}`,
      ...(notes === undefined ? [] : [`- ${notes}`]),
    ].join('\n'),
    table(
      ['field', 'comes from'],
      Object.entries(fields).map(([field, place]) => [`\`${field}\``, place]),
    ),
  ];
  return lines.join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, head.map(() => '---'), ...rows];
  return `${cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}\n`;
}
