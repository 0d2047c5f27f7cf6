import { rss } from '../../../../server/wire/formats/rss';
import type { WireItem } from '../../../../server/wire/item';
import { Source } from '../../../../server/wire/source';
import { readFormat } from '../../../support/read-format';

const NAMESPACES =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"';

function feed(items: string, channel = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>Fen Wire</title><link>https://fenwire.example/</link>${channel}${items}</channel></rss>`;
}

async function itemsOf(xml: string): Promise<WireItem[]> {
  const { readings } = await readFormat(rss, xml);
  return readings.map(({ item }) => item);
}

async function one(item: string, channel = ''): Promise<WireItem> {
  const [first] = await itemsOf(feed(`<item>${item}</item>`, channel));
  if (!first) throw new Error('nothing was read');
  return first;
}

describe('what RSS is', () => {
  it.each([
    ['RSS 2.0', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', true],
    ['RSS 2.0 after a comment', '<!-- a feed --><rss version="0.92"><channel/></rss>', true],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
      true,
    ],
    [
      'other RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x.example/">',
      false,
    ],
    ['text about RSS', 'The <rss> element was invented in 1999.', false],
  ])('%s', (_, xml, expected) => {
    expect(rss.detect(new Source({ bytes: Buffer.from(xml) }))).toBe(expected);
  });
});

describe('an item', () => {
  it('has its own fields and those of its channel', async () => {
    const item = await one(
      `<title>Wall &amp;amp; harbour: &lt;i&gt;rebuilt&lt;/i&gt;</title>
       <link>https://fenwire.example/wall</link>
       <guid isPermaLink="false">fw-2024-17</guid>
       <pubDate>Tue, 05 Mar 2024 18:20:00 +0100</pubDate>
       <dcterms:modified>2024-03-06T06:00:00Z</dcterms:modified>
       <dc:creator>By Ines Bakker</dc:creator><dc:creator>Tom Okri</dc:creator>
       <category>Local</category><category domain="post_tag">harbour</category>
       <description>Work starts in &lt;b&gt;April&lt;/b&gt;.</description>
       <content:encoded><![CDATA[<p>The council of Marsh&nbsp;End voted.</p><ul><li>April: piles</li></ul>]]></content:encoded>`,
      '<language>en-gb</language><copyright>© 2024 Fen Press Ltd. All rights reserved.</copyright>',
    );
    expect(item).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: 'fw-2024-17',
      headline: 'Wall & harbour: rebuilt',
      firstCreated: '2024-03-05T17:20:00.000Z',
      versionCreated: '2024-03-06T06:00:00.000Z',
      language: 'en-gb',
      byline: 'Ines Bakker, Tom Okri',
      provider: 'Fen Wire',
      categories: ['Local'],
      keywords: ['harbour'],
      copyrightNotice: '© 2024 Fen Press Ltd. All rights reserved.',
      copyrightHolder: 'Fen Press Ltd',
      abstract: 'Work starts in April.',
      bodyHtml: '<p>The council of Marsh End voted.</p><ul><li>April: piles</li></ul>',
    });
  });

  it('says where each field came from', async () => {
    const { readings } = await readFormat(rss, feed('<item><title>A</title><dc:rights>© B</dc:rights></item>'));
    expect(readings[0]?.provenance).toMatchObject({
      headline: { path: 'title', confidence: 1 },
      copyrightNotice: { path: 'dc:rights', confidence: 1 },
      provider: { path: 'channel/title', confidence: 0.6 },
    });
  });

  it.each([
    ['Ines Bakker', 'Ines Bakker'],
    ['ines@fen.example (Ines Bakker)', 'Ines Bakker'],
    ['Ines Bakker (ines@fen.example)', 'Ines Bakker'],
    ['Ines Bakker &lt;ines@fen.example&gt;', 'Ines Bakker'],
    ['ines@fen.example', undefined],
  ])('author %s', async (author, byline) => {
    expect((await one(`<title>A</title><author>${author}</author>`)).byline).toBe(byline);
  });

  it.each([
    ['the guid', '<guid>g</guid><link>https://a.example/</link>', 'g'],
    ['the link, without a guid', '<link>https://a.example/</link>', 'https://a.example/'],
    ['nothing', '', undefined],
  ])('is known by %s', async (_, xml, uri) => {
    expect((await one(`<title>A</title>${xml}`)).uri).toBe(uri);
  });

  it.each([
    ['HTML', '&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;', '<p>One.</p><p>Two.</p>'],
    ['text', 'One &amp;amp; two &lt; three.', '<p>One &amp; two &lt; three.</p>'],
    ['text with blank lines', 'One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
  ])('has its description as body where there is no other: %s', async (_, description, bodyHtml) => {
    const item = await one(`<title>A</title><description>${description}</description>`);
    expect(item.bodyHtml).toBe(bodyHtml);
    expect(item.abstract).toBeUndefined();
  });
});

describe('rights', () => {
  it.each([
    [
      'its own before the channel’s',
      '<dc:rights>© 2024 Own</dc:rights>',
      '<copyright>© 2024 Channel</copyright>',
      { copyrightNotice: '© 2024 Own', copyrightHolder: 'Own' },
    ],
    [
      'the channel’s dc:rights',
      '',
      '<dc:rights>© 2024 Channel</dc:rights>',
      { copyrightNotice: '© 2024 Channel', copyrightHolder: 'Channel' },
    ],
    ['a stated holder', '<dcterms:rightsHolder>Fen Press</dcterms:rightsHolder>', '', { copyrightHolder: 'Fen Press' }],
    [
      'a licence',
      '<creativeCommons:license>https://cc.example/by/4.0</creativeCommons:license>',
      '',
      { usageTerms: 'https://cc.example/by/4.0' },
    ],
    [
      'an expiry',
      '<dcterms:valid>start=2024-01-01;end=2024-06-30T00:00:00Z</dcterms:valid>',
      '',
      { expires: '2024-06-30T00:00:00.000Z' },
    ],
    [
      'an embargo',
      '<prism:embargoDate>2024-03-07T00:01:00Z</prism:embargoDate>',
      '',
      { embargoedUntil: '2024-03-07T00:01:00.000Z' },
    ],
    [
      'a credit without a picture',
      '<media:credit>Northpix</media:credit><media:license href="https://l.example/">Editorial use</media:license>',
      '',
      { creditLine: 'Northpix', usageTerms: 'Editorial use' },
    ],
    ['taken back', '<media:status state="deleted"/>', '', { pubStatus: 'canceled' }],
    ['blocked', '<media:status state="blocked"/>', '', { pubStatus: 'withheld' }],
  ])('%s', async (_, item, channel, expected) => {
    expect(await one(`<title>A</title>${item}`, channel)).toMatchObject(expected);
  });

  it('says nothing of rights where the feed says nothing', async () => {
    const fields = Object.keys(await one('<title>A</title><description>B</description>'));
    expect(fields).toEqual(['type', 'pubStatus', 'headline', 'provider', 'bodyHtml']);
  });
});

describe('pictures', () => {
  const IMAGE = 'https://fenwire.example/wall.jpg';

  it('keeps the credit, the copyright and the licence of each', async () => {
    const item = await one(
      `<title>A</title><media:content url="${IMAGE}" type="image/jpeg" width="800" height="600">
        <media:title>The wall</media:title><media:description>The wall after the storm.</media:description>
        <media:credit role="photographer" scheme="urn:ebu">Lena Voss</media:credit><media:credit role="distribution company">Northpix</media:credit>
        <media:credit role="copyright holder">Voss Studio</media:credit>
        <media:copyright url="https://northpix.example/terms">© 2024 Lena Voss</media:copyright>
        <media:license type="text/html" href="https://northpix.example/licence">Editorial use only</media:license>
        <media:restriction relationship="deny" type="country">jp</media:restriction>
        <media:keywords>storm, wall</media:keywords></media:content>`,
    );
    expect(item.photos).toEqual([
      {
        headline: 'The wall',
        caption: 'The wall after the storm.',
        byline: 'Lena Voss',
        creditLine: 'Lena Voss / Northpix',
        copyrightHolder: 'Voss Studio',
        copyrightNotice: '© 2024 Lena Voss',
        usageTerms: 'Editorial use only',
        instructions: 'Not allowed in: JP',
        webStatementOfRights: 'https://northpix.example/licence',
        keywords: ['storm', 'wall'],
        renditions: [{ name: 'main', href: IMAGE, mimeType: 'image/jpeg', width: 800, height: 600 }],
      },
    ]);
    expect(item.creditLine).toBeUndefined();
  });

  it.each([
    [
      'several sizes are one photo',
      `<media:content url="${IMAGE}?w=140" width="140" medium="image"><media:credit>L. Voss/Northpix</media:credit></media:content><media:content url="${IMAGE}?w=460" width="460" medium="image"><media:credit>L. Voss/Northpix</media:credit></media:content>`,
      ['w140', 'w460'],
      'L. Voss/Northpix',
    ],
    [
      'a group is one photo',
      `<media:group><media:credit>Northpix</media:credit><media:content url="${IMAGE}" type="image/jpeg"/><media:content url="${IMAGE}.mp4" type="video/mp4"/></media:group>`,
      ['main'],
      'Northpix',
    ],
    [
      'the credit on the item is that of its enclosure',
      `<enclosure url="${IMAGE}" type="image/jpeg" length="1"/><media:credit>© Northpix</media:credit>`,
      ['main'],
      '© Northpix',
    ],
    ['a thumbnail, where there is nothing else', `<media:thumbnail url="${IMAGE}" width="240"/>`, ['main'], undefined],
  ])('%s', async (_, xml, renditions, creditLine) => {
    const item = await one(`<title>A</title>${xml}`);
    expect(item.photos).toHaveLength(1);
    expect(item.photos?.[0]?.renditions?.map(({ name }) => name)).toEqual(renditions);
    expect(item.photos?.[0]?.creditLine).toBe(creditLine);
  });

  it('reads the pictures of the body, with their captions, and takes them out of it', async () => {
    const item = await one(
      '<title>A</title><link>https://fenwire.example/a/</link><content:encoded><![CDATA[<p>Text.</p><figure><img src="/w.jpg" alt="A wall"><figcaption>The wall. Photo: Lena Voss/AP</figcaption></figure><img src="/px.gif" width="1" height="1">]]></content:encoded>',
    );
    expect(item.bodyHtml).toBe('<p>Text.</p>');
    expect(item.photos).toEqual([
      {
        caption: 'The wall.',
        altText: 'A wall',
        byline: 'Lena Voss',
        creditLine: 'Lena Voss/AP',
        renditions: [{ name: 'main', href: 'https://fenwire.example/w.jpg' }],
      },
    ]);
  });

  it('takes no films and no addresses that are not of the web', async () => {
    const item = await one(
      '<title>A</title><media:content url="https://a.example/f.mp4" type="video/mp4"/><enclosure url="javascript:alert(1)" type="image/jpeg"/>',
    );
    expect(item.photos).toBeUndefined();
  });
});

describe('feeds', () => {
  it('have many items; those with nothing in them are left out', async () => {
    const items = await itemsOf(
      feed(
        '<item><title>A</title></item><item><author>a@b.example</author></item><item><description>B</description></item>',
      ),
    );
    expect(items.map(({ headline, bodyHtml }) => headline ?? bodyHtml)).toEqual(['A', '<p>B</p>']);
  });

  it('of RSS 1.0 have their items beside the channel', async () => {
    const items = await itemsOf(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title><dc:rights>© Fen</dc:rights></channel><item rdf:about="https://a.example/1"><title>A</title><link>https://a.example/1</link></item></rdf:RDF>',
    );
    expect(items).toEqual([
      expect.objectContaining({ headline: 'A', uri: 'https://a.example/1', copyrightNotice: '© Fen', provider: 'T' }),
    ]);
  });

  it('may name their namespaces as they like, or not declare them', async () => {
    const renamed =
      '<rss xmlns:m="http://search.yahoo.com/mrss"><channel><item><title>A</title><m:content url="https://a.example/a.jpg"><m:credit>N</m:credit></m:content></item></channel></rss>';
    const undeclared =
      '<rss><channel><item><title>A</title><media:content url="https://a.example/a.jpg"><media:credit>N</media:credit></media:content></item></channel></rss>';
    for (const xml of [renamed, undeclared]) expect((await itemsOf(xml))[0]?.photos?.[0]?.creditLine).toBe('N');
  });

  it('are read as far as the limit, and say so', async () => {
    const { readings, warnings } = await readFormat(rss, feed('<item><title>A</title></item>'.repeat(5)), {
      limits: { items: 3 },
    });
    expect(readings).toHaveLength(3);
    expect(warnings.map(({ code }) => code)).toContain('too-many-items');
  });

  it.each([
    ['no items', feed(''), 'no-content'],
    ['cut off', feed('<item><title>A</title></item>').slice(0, -40), 'malformed'],
    ['too deep', feed(`<item>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</item>`), 'too-deep'],
  ])('%s', async (_, xml, code) => {
    await expect(itemsOf(xml)).rejects.toMatchObject({ name: 'WireError', code });
  });
});

describe('hostile feeds', () => {
  const DTD =
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  it.each(['&x;', '&b;&b;&b;'])('entity %s is never expanded', async (entity) => {
    const xml = `${DTD}<rss><channel><item><title>A ${entity}</title><description>B</description></item></channel></rss>`;
    const items = await itemsOf(xml).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'WireError' });
      return [];
    });
    expect(JSON.stringify(items)).not.toMatch(/root:|aaaaaaaaaa/);
  });

  it.each([
    '<script>alert(1)</script><p>Hi</p>',
    '<p onclick="alert(1)">Hi</p>',
    '<a href="javascript:alert(1)">Hi</a>',
    '<a href="jAvA\tscript:alert(1)">Hi</a>',
    '<svg><script>alert(1)</script></svg><p>Hi</p>',
    '<iframe src="https://evil.example"></iframe><p>Hi</p>',
    '<img src=x onerror=alert(1)><p>Hi</p>',
    '<figure><img src="javascript:alert(1)"><figcaption onclick=x>Hi</figcaption></figure><p>Hi</p>',
    '<p>Hi<math><mtext></p><script>alert(1)</script>',
  ])('content:encoded with %s', async (html) => {
    const item = await one(`<title>A</title><content:encoded><![CDATA[${html}]]></content:encoded>`);
    expect(item.bodyHtml).toContain('Hi');
    expect(JSON.stringify(item)).not.toMatch(/script|onclick|onerror|iframe|svg|math/i);
  });

  it('markup that nests too deeply costs its pictures, not the feed', async () => {
    const deep = `<![CDATA[${'<div>'.repeat(400)}<img src="https://a.example/a.jpg">Text]]>`;
    const { readings, warnings } = await readFormat(
      rss,
      feed(`<item><title>A</title><content:encoded>${deep}</content:encoded></item>`),
    );
    expect(readings[0]?.item.bodyHtml).toContain('Text');
    expect(warnings.map(({ code }) => code)).toEqual(['markup-too-large']);
  });

  it('reads 2,000 items in a moment', async () => {
    const xml = feed(
      '<item><title>A</title><description>&lt;p&gt;B&lt;/p&gt;</description><media:content url="https://a.example/a.jpg"><media:credit>N</media:credit></media:content></item>'.repeat(
        2_000,
      ),
    );
    const started = Date.now();
    expect(await itemsOf(xml)).toHaveLength(2_000);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
