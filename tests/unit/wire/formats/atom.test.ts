import { atom } from '../../../../server/wire/formats/atom';
import type { WireItem } from '../../../../server/wire/item';
import { Source } from '../../../../server/wire/source';
import { readFormat } from '../../../support/read-format';

const NAMESPACES =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:app="http://www.w3.org/2007/app"';

function feed(entries: string, head = ''): string {
  return `<?xml version="1.0"?><feed ${NAMESPACES} xml:lang="en"><id>f</id><title>Fen Wire</title>${head}${entries}</feed>`;
}

async function itemsOf(xml: string): Promise<WireItem[]> {
  const { readings } = await readFormat(atom, xml);
  return readings.map(({ item }) => item);
}

async function one(entry: string, head = ''): Promise<WireItem> {
  const [first] = await itemsOf(feed(`<entry>${entry}</entry>`, head));
  if (!first) throw new Error('nothing was read');
  return first;
}

describe('what Atom is', () => {
  it.each([
    ['a feed', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', true],
    ['a feed with a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', true],
    ['Atom 0.3', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', true],
    ['one entry', '<entry xmlns="http://www.w3.org/2005/Atom"/>', true],
    ['another feed', '<feed xmlns="urn:cattle"/>', false],
  ])('%s', (_, xml, expected) => {
    expect(atom.detect(new Source({ bytes: Buffer.from(xml) }))).toBe(expected);
  });
});

describe('an entry', () => {
  it('has its fields', async () => {
    const item = await one(
      `<id>tag:fen.example,2024:17</id><title type="html">Wall &amp;amp; &lt;b&gt;harbour&lt;/b&gt;</title>
       <link rel="alternate" href="/wall"/><link rel="license" href="https://cc.example/by"/>
       <published>2024-03-05T18:20:00+01:00</published><updated>2024-03-06T06:00:00Z</updated>
       <author><name>Ines Bakker</name><email>i@fen.example</email></author><author><name>Tom Okri</name></author>
       <category term="local" label="Local"/><category term="sea"/>
       <rights>© 2024 Fen Press Ltd</rights><summary>Work starts in April.</summary>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The council <em>voted</em>.</p><script>x</script></div></content>`,
    );
    expect(item).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: 'tag:fen.example,2024:17',
      headline: 'Wall & harbour',
      firstCreated: '2024-03-05T17:20:00.000Z',
      versionCreated: '2024-03-06T06:00:00.000Z',
      byline: 'Ines Bakker, Tom Okri',
      language: 'en',
      provider: 'Fen Wire',
      categories: ['Local', 'sea'],
      copyrightNotice: '© 2024 Fen Press Ltd',
      copyrightHolder: 'Fen Press Ltd',
      usageTerms: 'https://cc.example/by',
      abstract: 'Work starts in April.',
      bodyHtml: '<p>The council <em>voted</em>.</p>',
    });
  });

  it.each([
    ['text', '<content>5 &lt; 6 &amp; 7</content>', '<p>5 &lt; 6 &amp; 7</p>'],
    ['text with markup in it', '<content type="text">A &lt;b&gt; tag</content>', '<p>A &lt;b&gt; tag</p>'],
    ['HTML', '<content type="html">&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
    [
      'XHTML with a prefix',
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>A</h:p></h:div></content>',
      '<p>A</p>',
    ],
    ['a summary alone', '<summary type="html">&lt;p&gt;A&lt;/p&gt;</summary>', '<p>A</p>'],
    ['elsewhere', '<content type="video/mp4" src="https://a.example/f.mp4"/>', undefined],
    [
      'a script',
      '<content type="html">&lt;p&gt;A&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content>',
      '<p>A</p>',
    ],
  ])('has a body of %s', async (_, content, expected) => {
    expect((await one(`<title>T</title>${content}`)).bodyHtml).toBe(expected);
  });

  it.each([
    [
      'the feed’s author and rights',
      '',
      '<author><name>Ines Bakker</name></author><rights>© Fen</rights>',
      { byline: 'Ines Bakker', copyrightNotice: '© Fen' },
    ],
    [
      'those of the feed that it came from',
      '<source><title>Bay Wire</title><rights>© Bay</rights></source>',
      '<rights>© Fen</rights>',
      { provider: 'Bay Wire', copyrightNotice: '© Bay' },
    ],
    ['a draft', '<app:control><app:draft>yes</app:draft></app:control>', '', { pubStatus: 'withheld' }],
    [
      'the credit of its picture',
      '<media:content url="https://a.example/a.jpg" type="image/jpeg"><media:credit>L. Voss/AP</media:credit></media:content>',
      '',
      { photos: [expect.objectContaining({ creditLine: 'L. Voss/AP' })] },
    ],
    [
      'the credit without a picture',
      '<media:group><media:credit role="creator">Lena Voss</media:credit><media:license>Editorial</media:license></media:group>',
      '',
      { creditLine: 'Lena Voss', usageTerms: 'Editorial' },
    ],
    [
      'an enclosed picture, by its address',
      '<link rel="enclosure" type="image/jpeg" href="https://a.example/a.jpg"/>',
      '',
      { photos: [{ renditions: [{ name: 'main', href: 'https://a.example/a.jpg', mimeType: 'image/jpeg' }] }] },
    ],
  ])('has %s', async (_, entry, head, expected) => {
    expect(await one(`<title>T</title>${entry}`, head)).toMatchObject(expected);
  });

  it('that was deleted is a kill', async () => {
    const [item] = await itemsOf(
      feed(
        '<at:deleted-entry ref="tag:fen.example,2024:17" when="2024-03-07T00:00:00Z"><at:comment>Sent in error</at:comment></at:deleted-entry>',
      ),
    );
    expect(item).toEqual({
      type: 'text',
      pubStatus: 'canceled',
      uri: 'tag:fen.example,2024:17',
      versionCreated: '2024-03-07T00:00:00.000Z',
      edNote: 'Sent in error',
    });
  });

  it('may have a prefix, and stand alone', async () => {
    const xml =
      '<a:entry xmlns:a="http://www.w3.org/2005/Atom"><a:id>1</a:id><a:title>T</a:title><a:rights>© Fen</a:rights></a:entry>';
    expect(await itemsOf(xml)).toEqual([
      expect.objectContaining({ uri: '1', headline: 'T', copyrightNotice: '© Fen' }),
    ]);
  });

  it('of Atom 0.3 has other names for its dates', async () => {
    const xml =
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><copyright>© Fen</copyright><entry><title>T</title><issued>2004-04-20T00:23:47Z</issued><modified>2004-04-20T11:56:34Z</modified></entry></feed>';
    expect(await itemsOf(xml)).toEqual([
      expect.objectContaining({
        firstCreated: '2004-04-20T00:23:47.000Z',
        versionCreated: '2004-04-20T11:56:34.000Z',
        copyrightNotice: '© Fen',
      }),
    ]);
  });
});

it.each([
  ['no entries', feed(''), 'no-content'],
  ['an entry with nothing in it', feed('<entry><author><name>A</name></author></entry>'), 'no-content'],
  ['a feed that is cut off', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T', 'malformed'],
])('%s is refused', async (_, xml, code) => {
  await expect(itemsOf(xml)).rejects.toMatchObject({ name: 'WireError', code });
});
