import { wxr } from '../../../../server/wire/formats/wxr';
import type { WireItem } from '../../../../server/wire/item';
import { Source } from '../../../../server/wire/source';
import { readFormat } from '../../../support/read-format';

const NAMESPACES =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"';
const AUTHOR =
  '<wp:author><wp:author_login><![CDATA[ibakker]]></wp:author_login><wp:author_display_name><![CDATA[Ines Bakker]]></wp:author_display_name></wp:author>';

function site(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${NAMESPACES}><channel><title>Fen Blog</title><link>https://fen.example</link><language>en-GB</language><wp:base_site_url>https://fen.example</wp:base_site_url>${AUTHOR}${items}</channel></rss>`;
}

const post = (inner: string, id = '7'): string =>
  `<item><title>The wall</title><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type>${inner}</item>`;
const text = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`;
const attachment = (id: string, inner: string, parent = '7'): string =>
  `<item><title>wall</title><guid>https://fen.example/?attachment_id=${id}</guid><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://fen.example/up/wall-${id}.jpg</wp:attachment_url>${inner}</item>`;
const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

async function itemsOf(xml: string): Promise<WireItem[]> {
  const { readings } = await readFormat(wxr, xml);
  return readings.map(({ item }) => item);
}

async function one(inner: string, others = ''): Promise<WireItem> {
  const [first] = await itemsOf(site(post(inner) + others));
  if (!first) throw new Error('nothing was read');
  return first;
}

it.each([
  ['an export', site(''), true],
  ['a feed', '<rss version="2.0"><channel/></rss>', false],
])('%s', (_, xml, expected) => {
  expect(wxr.detect(new Source({ bytes: Buffer.from(xml) }))).toBe(expected);
});

describe('a post', () => {
  it('has its fields', async () => {
    const item = await one(
      `<link>https://fen.example/wall</link><guid isPermaLink="false">https://fen.example/?p=7</guid>
       <pubDate>Tue, 05 Mar 2024 17:20:00 +0000</pubDate><dc:creator>ibakker</dc:creator>
       <excerpt:encoded><![CDATA[Work starts in April.]]></excerpt:encoded>${text('<p>The council voted.</p>')}
       <wp:post_modified_gmt>2024-03-06 06:00:00</wp:post_modified_gmt><wp:status>publish</wp:status>
       <category domain="category" nicename="local"><![CDATA[Local &amp; County]]></category>
       <category domain="post_tag" nicename="harbour">harbour</category><category domain="nav_menu">Top</category>`,
    );
    expect(item).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: 'https://fen.example/?p=7',
      headline: 'The wall',
      byline: 'Ines Bakker',
      firstCreated: '2024-03-05T17:20:00.000Z',
      versionCreated: '2024-03-06T06:00:00.000Z',
      language: 'en-GB',
      provider: 'Fen Blog',
      categories: ['Local & County'],
      keywords: ['harbour'],
      abstract: 'Work starts in April.',
      bodyHtml: '<p>The council voted.</p>',
    });
  });

  it.each([
    ['draft', '', { pubStatus: 'withheld' }],
    ['private', '', { pubStatus: 'withheld' }],
    ['trash', '', { pubStatus: 'canceled' }],
    ['publish', '<wp:post_password>s3cret</wp:post_password>', { pubStatus: 'withheld' }],
    [
      'future',
      '<wp:post_date_gmt>2030-01-01 06:00:00</wp:post_date_gmt>',
      { pubStatus: 'usable', embargoedUntil: '2030-01-01T06:00:00.000Z' },
    ],
  ])('with status %s %s', async (status, inner, expected) => {
    expect(await one(`<wp:status>${status}</wp:status>${inner}`)).toMatchObject(expected);
  });

  it.each([
    ['blank lines part paragraphs', 'One\ntwo.\n\nThree.', '<p>One<br>\ntwo.</p><p>Three.</p>'],
    ['lists stay lists', 'One.\n\n<ul>\n<li>a</li>\n</ul>\n\nTwo.', '<p>One.</p><ul>\n<li>a</li>\n</ul><p>Two.</p>'],
    [
      'comments of the block editor go',
      '<!-- wp:paragraph {"dropCap":true} --><p>One.</p><!-- /wp:paragraph -->',
      '<p>One.</p>',
    ],
    ['shortcodes go', 'One.\n\n[gallery ids="1,2"]\n\nTwo.', '<p>One.</p><p>Two.</p>'],
    ['scripts go', '<p>One.</p><script>alert(1)</script><p onclick="x">Two.</p>', '<p>One.</p><p>Two.</p>'],
  ])('%s', async (_, content, expected) => {
    const { bodyHtml } = await one(text(content));
    expect(bodyHtml?.replace(/>\s+</g, '><')).toBe(expected.replace(/>\s+</g, '><'));
  });
});

describe('pictures', () => {
  it('are attachments with the credit that WordPress read from the file', async () => {
    const stored =
      'a:2:{s:5:"width";i:800;s:10:"image_meta";a:4:{s:6:"credit";s:16:"Lena Voss / AP ";s:9:"copyright";s:12:"© Lena Voss";s:17:"created_timestamp";s:10:"1709661600";s:5:"title";s:8:"The wall";}}';
    const item = await one(
      text('<p>A.</p>'),
      attachment(
        '9',
        `<excerpt:encoded>The wall after the storm.</excerpt:encoded>${meta('_wp_attachment_image_alt', 'A wall')}${meta('_wp_attachment_metadata', stored)}`,
      ),
    );
    expect(item.photos).toEqual([
      {
        uri: 'https://fen.example/?attachment_id=9',
        headline: 'The wall',
        caption: 'The wall after the storm.',
        altText: 'A wall',
        byline: 'Lena Voss',
        creditLine: 'Lena Voss / AP',
        copyrightNotice: '© Lena Voss',
        dateCreated: '2024-03-05T18:00:00.000Z',
        renditions: [{ name: 'main', href: 'https://fen.example/up/wall-9.jpg' }],
      },
    ]);
  });

  it('have the credit that a plugin keeps', async () => {
    const item = await one('', attachment('9', meta('_media_credit', 'Northpix')));
    expect(item.photos?.[0]?.creditLine).toBe('Northpix');
  });

  it('come once, with the caption that the post prints, the featured one first', async () => {
    const content =
      '[caption id="a" width="300"]<img src="https://fen.example/up/wall-9-300x200.jpg" width="300" height="200"> Printed caption. Photo: Lena Voss/AP[/caption]\n\nText.\n\n<img src="https://other.example/x.jpg">';
    const item = await one(
      text(content) + meta('_thumbnail_id', '10'),
      attachment('9', '<excerpt:encoded>Stored caption.</excerpt:encoded>') + attachment('10', '', '0'),
    );
    expect(
      item.photos?.map(({ caption, creditLine, renditions }) => [renditions?.[0]?.href, caption, creditLine]),
    ).toEqual([
      ['https://fen.example/up/wall-10.jpg', undefined, undefined],
      ['https://fen.example/up/wall-9.jpg', 'Printed caption.', 'Lena Voss/AP'],
      ['https://other.example/x.jpg', undefined, undefined],
    ]);
    expect(item.bodyHtml).toBe('<p>Text.</p>');
  });

  it('that no post has are items of their own; films are none', async () => {
    const film = attachment('11', '', '0').replace('wall-11.jpg', 'film.mp4');
    const items = await itemsOf(site(post(text('A.')) + attachment('9', meta('credit', 'Northpix'), '0') + film));
    expect(items.map(({ type, creditLine }) => [type, creditLine])).toEqual([
      ['text', undefined],
      ['picture', 'Northpix'],
    ]);
  });
});

describe('comments', () => {
  const comment = (id: string, parent: string, inner: string): string =>
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_parent>${parent}</wp:comment_parent>${inner}</wp:comment>`;
  const by = (author: string, words: string, more = ''): string =>
    `<wp:comment_author><![CDATA[${author}]]></wp:comment_author><wp:comment_content><![CDATA[${words}]]></wp:comment_content>${more}`;

  it('have their author, their text and what they answer', async () => {
    const { comments } = await one(
      comment('3', '2', by('Bo Lind', 'Eleven <b>years</b>!')) +
        comment(
          '2',
          '0',
          by(
            'Ada Quist',
            'At last.',
            '<wp:comment_author_email>ada@q.example</wp:comment_author_email><wp:comment_date_gmt>2024-03-06 08:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved>',
          ),
        ),
    );
    expect(comments).toEqual([
      { author: 'Bo Lind', text: 'Eleven years!', replyTo: 1 },
      { author: 'Ada Quist', email: 'ada@q.example', publishedAt: '2024-03-06T08:00:00.000Z', text: 'At last.' },
    ]);
  });

  it('that are spam, in the bin, or made by machines stay out', async () => {
    const { comments } = await one(
      comment('1', '0', by('S', 'Buy', '<wp:comment_approved>spam</wp:comment_approved>')) +
        comment('2', '0', by('T', 'Gone', '<wp:comment_approved>trash</wp:comment_approved>')) +
        comment('3', '0', by('P', 'Ping', '<wp:comment_type>pingback</wp:comment_type>')) +
        comment('4', '3', by('Ada', 'Hm', '<wp:comment_approved>0</wp:comment_approved>')),
    );
    expect(comments).toEqual([{ author: 'Ada', text: 'Hm' }]);
  });
});

it.each(['[caption ', '[caption]', '<!-- ', '[gallery ', '\n \t'])(
  'a text of nothing but "%s" costs little time',
  async (mark) => {
    const started = Date.now();
    await itemsOf(site(post(text(mark.repeat(100_000)))));
    expect(Date.now() - started).toBeLessThan(5_000);
  },
);

it('menus, revisions and templates are no stories', async () => {
  const others = ['nav_menu_item', 'revision', 'wp_template'].map((type) =>
    post(text('B.')).replace('>post<', `>${type}<`),
  );
  const items = await itemsOf(site(others.join('') + post(text('A.')).replace('>post<', '>page<')));
  expect(items).toHaveLength(1);
  await expect(itemsOf(site(others.join('')))).rejects.toMatchObject({ name: 'WireError', code: 'no-content' });
});
