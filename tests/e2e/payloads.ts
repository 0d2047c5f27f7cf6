import { XSS_PAYLOADS } from '../support/xss';

export const PAYLOADS = XSS_PAYLOADS;

/** Feeds hold fifty stories: so many payloads go into a category of their own. */
export const SECTION_SIZE = 50;
export const sectionOf = (n: number): string => `Section ${Math.floor(n / SECTION_SIZE)}`;
export const SECTIONS = [...new Set(PAYLOADS.map((_, n) => sectionOf(n)))];

/** One number for each vector, the contexts in turn: as many as an editor of the test writes by hand. */
export const BY_HAND = PAYLOADS.flatMap((_, n) => (n % 5 === Math.floor(n / 5) % 5 ? [n] : []));
export const storyUri = (n: number): string => `urn:xss:${n}`;
export const photoUri = (n: number): string => `urn:xss:photo:${n}`;

/** A story as a hostile agency's machine sends it, with one payload in each place where readers see text. */
const story = (n: number) => ({
  uri: storyUri(n),
  type: 'text',
  version: '1',
  versioncreated: new Date(Date.UTC(2026, 2, 4) + n * 1000).toISOString(),
  headline: `${n} ${PAYLOADS[n]}`,
  byline: PAYLOADS[n],
  description_text: PAYLOADS[n],
  body_html: `<p>Story ${n}.</p>${PAYLOADS[n]}`,
  creditline: PAYLOADS[n],
  copyrightnotice: PAYLOADS[n],
  service: [{ name: sectionOf(n) }],
  keywords: [PAYLOADS[n]],
  associations: {
    main: {
      uri: photoUri(n),
      type: 'picture',
      headline: PAYLOADS[n],
      description_text: `${n} ${PAYLOADS[n]}`,
      byline: PAYLOADS[n],
      creditline: PAYLOADS[n],
      copyrightnotice: PAYLOADS[n],
    },
  },
});

const all = PAYLOADS.map((_, n) => n);

const jsonFile = (name: string, numbers: readonly number[]) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(numbers.map(story))),
});

/** Every payload as a story: many at once, which the bulk writer writes. */
export const everyStory = jsonFile('hostile.json', all);
/** The first few, as an editor looks at them before anything is written. */
export const someStories = JSON.stringify(all.slice(0, 16).map(story));

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\u0000', '')}]]>`; // prettier-ignore

/** Posts of WordPress with all payloads as comments, each with the one before as its author. XML has no control characters. */
export const HOSTILE_POSTS = 4;
const postOf = (n: number): number => n % HOSTILE_POSTS;
const clean = (text: string): string => [...text].filter((one) => one >= ' ' || /[\n\t]/.test(one)).join('');
const comment = (n: number): string => `<wp:comment><wp:comment_id>${n + 1}</wp:comment_id>
<wp:comment_author>${cdata(clean(PAYLOADS[Math.max(0, n - 1)] ?? ''))}</wp:comment_author>
<wp:comment_date_gmt>2026-03-04 05:06:07</wp:comment_date_gmt><wp:comment_content>${cdata(clean(`${n} ${PAYLOADS[n]}`))}</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>`;

export const everyComment = {
  name: 'hostile.xml',
  mimeType: 'text/xml',
  buffer: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Varnhaven</title><link>https://varnhaven.example</link><wp:wxr_version>1.2</wp:wxr_version>
${Array.from(
  { length: HOSTILE_POSTS },
  (
    _,
    post,
  ) => `<item><title>Hostile letters ${post}</title><link>https://varnhaven.example/${post}</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">https://varnhaven.example/?p=${post}</guid><content:encoded><![CDATA[<p>Letters.</p>]]></content:encoded>
<wp:post_id>${post}</wp:post_id><wp:post_date_gmt>2026-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
${all
  .filter((n) => postOf(n) === post)
  .map(comment)
  .join('\n')}</item>`,
).join('\n')}
</channel></rss>`),
};
