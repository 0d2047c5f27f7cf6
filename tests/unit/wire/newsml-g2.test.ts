import { newsmlG2 } from '../../../server/wire/formats/newsml-g2';
import { Source } from '../../../server/wire/source';
import { readFormat } from '../../support/read-format';

const read = async (xml: string, options = {}) => {
  const { readings, warnings } = await readFormat(newsmlG2, xml, options);
  return { readings, items: readings.map(({ item }) => item), warnings: warnings.map(({ code }) => code) };
};
const one = async (xml: string) => {
  const [item] = (await read(xml)).items;
  if (!item) throw new Error('nothing was read');
  return item;
};
const newsItem = ({ guid = 'urn:nn:1', type = 'text', rights = '', meta = '', content = '', set = '', after = '' }) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="3" xml:lang="en-GB"><rightsInfo>${rights}</rightsInfo>
<itemMeta><itemClass qcode="ninat:${type}"/><provider literal="nordlys.example"/><versionCreated>2024-05-31T15:04:00+02:00</versionCreated>${meta}</itemMeta>
<contentMeta>${content}</contentMeta>${after}<contentSet>${set}</contentSet></newsItem>`;
const xhtml = (body: string) =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body>${body}</body></html></inlineXML>`;
const message = (...items: string[]) =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-31T15:04:00Z</sent></header><itemSet>${items.join('')}</itemSet></newsMessage>`;

const STORY = newsItem({
  rights:
    '<copyrightHolder qcode="nnc:nn"><name>Nordlys News AS</name></copyrightHolder><copyrightNotice xml:lang="en">© 2024 Nordlys</copyrightNotice><copyrightNotice xml:lang="no">© 2024 Nordlys. Alle rettigheter</copyrightNotice><usageTerms>No archives.</usageTerms>',
  meta: '<firstCreated>2024-05-31T12:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><signal qcode="sig:correction"/><edNote>Fixes the price.</edNote><edNote role="nn:contact">Desk: +47 1</edNote>',
  content: `<urgency>4</urgency><located qcode="nnp:1"><name>Vardø</name></located><creator role="nn:typist"><name>rh</name></creator><language tag="en"/><genre qcode="nng:current"><name>Current</name></genre>
<keyword>ferry</keyword><subject qcode="medtop:20000344"><name>economy</name></subject><subject uri="http://cv.iptc.org/newscodes/mediatopic/20000345"/><subject type="cpnat:geoArea" qcode="iso3166-1a2:NO"><name>Norway</name></subject><subject type="nntype:category" qcode="nncat:e"><name>Economy</name></subject>
<slugline separator="-">FERRY-NIGHT</slugline><headline role="hld:subHeadline">For now</headline><headline rank="3">Ferries</headline><headline rank="1">Ferry &amp; night</headline>
<dateline>Vardø (nn) - </dateline><by>By Ragna Holm</by><creditline>Nordlys/nn</creditline><description role="drol:summary">It stays.</description><description role="drol:caption">no</description>`,
  set: xhtml('<p>One.</p><p>Two.</p>'),
});

describe('NewsML-G2', () => {
  it('reads a whole news item', async () => {
    expect(await one(STORY)).toEqual({
      type: 'text',
      uri: 'urn:nn:1',
      version: '3',
      versionCreated: '2024-05-31T13:04:00.000Z',
      firstCreated: '2024-05-31T12:00:00.000Z',
      pubStatus: 'usable',
      signals: ['correction'],
      language: 'en',
      urgency: 4,
      genres: ['Current'],
      headline: 'Ferry & night',
      subheadline: 'For now',
      slugline: 'FERRY-NIGHT',
      byline: 'Ragna Holm',
      dateline: 'Vardø',
      located: 'Vardø',
      abstract: 'It stays.',
      bodyHtml: '<p>One.</p><p>Two.</p>',
      keywords: ['ferry'],
      subjects: [
        { code: 'medtop:20000344', scheme: 'medtop', name: 'economy' },
        { code: 'medtop:20000345', scheme: 'medtop' },
      ],
      categories: ['Economy'],
      places: [{ name: 'Norway', code: 'iso3166-1a2:NO' }],
      provider: 'nordlys.example',
      creditLine: 'Nordlys/nn',
      copyrightHolder: 'Nordlys News AS',
      copyrightNotice: '© 2024 Nordlys © 2024 Nordlys. Alle rettigheter',
      usageTerms: 'No archives.',
      edNote: 'Fixes the price. Desk: +47 1',
    });
  });

  it('reads a prefixed item as one without', async () => {
    const prefixed = STORY.replace(/<(\/?)(?!html|head|title|body|p\b)(\w)/g, '<$1g2:$2').replace(
      'xmlns=',
      'xmlns:g2=',
    );
    expect(prefixed).toContain('<g2:newsItem');
    expect(await one(prefixed)).toEqual(await one(STORY));
  });

  it('says where each field came from', async () => {
    const [reading] = (await read(STORY)).readings;
    expect(reading?.provenance['usageTerms']).toEqual({ path: 'newsItem/rightsInfo/usageTerms', confidence: 1 });
    const fields = Object.keys(reading?.item ?? {}).filter((field) => field !== 'type');
    expect(fields.filter((field) => reading?.provenance[field] === undefined)).toEqual([]);
  });

  test.each([
    ['<embargoed>2024-06-01T06:00:00Z</embargoed>', '2024-06-01T06:00:00.000Z', []],
    ['<embargoed/>', '9999-12-31T23:59:59.000Z', []],
    ['<embargoed>until Friday noon</embargoed>', '9999-12-31T23:59:59.000Z', ['embargo-unclear']],
    ['', undefined, []],
  ])('embargo: %s', async (meta, until, warned) => {
    const { items, warnings } = await read(newsItem({ meta }));
    expect([items[0]?.embargoedUntil, warnings]).toEqual([until, warned]);
  });

  test.each([
    ['<pubStatus qcode="stat:canceled"/>', 'canceled', ['kill']],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', 'withheld', undefined],
    [
      '<pubStatus qcode="stat:usable"/><signal qcode="edStat:C"/><signal qcode="prodId:TXT"/>',
      'usable',
      ['correction'],
    ],
    ['<pubStatus qcode="stat:usable"/><signal qcode="sig:update"/><signal qcode="sig:atomic"/>', 'usable', ['update']],
    ['', 'usable', undefined],
  ])('status and signals: %s', async (meta, pubStatus, signals) => {
    const item = await one(newsItem({ meta }));
    expect([item.pubStatus, item.signals]).toEqual([pubStatus, signals]);
  });

  test.each([
    ['<copyrightHolder literal="Nordlys"/>', { copyrightHolder: 'Nordlys' }, []],
    ['<copyrightHolder qcode="nn:Nordlys"/>', { copyrightHolder: 'Nordlys' }, []],
    ['<copyrightHolder literal=""/><copyrightNotice/>', {}, []],
    ['<usageTerms>A</usageTerms></rightsInfo><rightsInfo><usageTerms>B</usageTerms>', { usageTerms: 'A B' }, []],
    [
      '<usageTerms>No archives.</usageTerms><dataMining uri="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>',
      { usageTerms: 'No archives. Data mining: DMI-PROHIBITED' },
      [],
    ],
    [
      '<rightsExpressionXML langid="http://www.w3.org/ns/odrl/2/"><o:Policy xmlns:o="urn:o"/></rightsExpressionXML>',
      {},
      ['rights-expression'],
    ],
  ])('rights: %s', async (rights, expected, warned) => {
    const { items, warnings } = await read(newsItem({ rights }));
    const { copyrightHolder, copyrightNotice, usageTerms } = items[0] ?? {};
    expect(JSON.parse(JSON.stringify({ copyrightHolder, copyrightNotice, usageTerms }))).toEqual(expected);
    expect(warnings).toEqual(warned);
  });

  it('takes the block of notes only where it stands alone', async () => {
    const block = '<edNote role="x:notepad"><section><h3>Notes</h3><p>Fixes it.</p></section></edNote>';
    expect((await one(newsItem({ meta: block }))).edNote).toBe('Notes Fixes it.');
    expect((await one(newsItem({ meta: `${block}<edNote>Fixes it.</edNote>` }))).edNote).toBe('Fixes it.');
  });

  it('reads a picture, whose rights are those of the item', async () => {
    const item = await one(
      newsItem({
        type: 'picture',
        rights:
          '<copyrightHolder literal="Nordlys"/><copyrightNotice href="https://nn.example/rights">© Nordlys</copyrightNotice><usageTerms>No sales.</usageTerms><dataMining qcode="plus:DMI-PROHIBITED"/>',
        meta: '<edNote>MANDATORY CREDIT</edNote>',
        content: `<contentCreated>2024-05-30</contentCreated><located literal="poi1"/><infoSource literal="Pool" role="isrol:contentSource"/><creator><name>Jonas Lind</name></creator><digitalSourceType qcode="digsrctype:digitalCapture"/>
<keyword>boat</keyword><headline>The boat</headline><creditline>Jonas Lind/Nordlys</creditline><description role="drol:caption">The boat at Vardø.</description>`,
        after:
          '<assert literal="poi1"><POIDetails><address><locality><name>Vardø</name></locality><area><name>Finnmark</name></area><country><name>Norway</name></country></address></POIDetails></assert>',
        set: '<remoteContent href="a.jpg" contenttype="image/jpeg" rendition="rnd:highRes" width="3000" height="2000"/><remoteContent rendition="rnd:thumbnail" contenttype="image/jpeg" hascontent="false"/>',
      }),
    );
    expect(item).toMatchObject({
      type: 'picture',
      abstract: 'The boat at Vardø.',
      creditLine: 'Jonas Lind/Nordlys',
      copyrightHolder: 'Nordlys',
      usageTerms: 'No sales.',
    });
    expect(item.photos).toEqual([
      {
        uri: 'urn:nn:1',
        headline: 'The boat',
        caption: 'The boat at Vardø.',
        byline: 'Jonas Lind',
        creditLine: 'Jonas Lind/Nordlys',
        source: 'Pool',
        copyrightHolder: 'Nordlys',
        copyrightNotice: '© Nordlys',
        usageTerms: 'No sales.',
        instructions: 'MANDATORY CREDIT',
        webStatementOfRights: 'https://nn.example/rights',
        dataMining: 'DMI-PROHIBITED',
        digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
        dateCreated: '2024-05-30',
        city: 'Vardø',
        state: 'Finnmark',
        country: 'Norway',
        keywords: ['boat'],
        renditions: [{ name: 'highRes', href: 'a.jpg', mimeType: 'image/jpeg', width: 3000, height: 2000 }],
      },
    ]);
  });

  it('reads city, state and country from the wider places', async () => {
    const content =
      '<located><name>Vardø</name><broader qcode="x:1"><name>Finnmark</name></broader><broader qcode="iso3166-1a2:NO"><name>Norway</name></broader></located>';
    const [photo] = (await one(newsItem({ type: 'picture', content }))).photos ?? [];
    expect(photo).toMatchObject({ city: 'Vardø', state: 'Finnmark', country: 'Norway', countryCode: 'NO' });
  });

  it('finds the photos of a story: figures, images beside it, pictures it links to', async () => {
    const item = await one(
      newsItem({
        meta: '<link rel="irel:seeAlso" residref="urn:nn:9"><itemClass qcode="ninat:picture"/><title>The quay</title></link>',
        set: `${xhtml('<p>One.</p><figure><img src="https://x.example/a.jpg" alt="A boat"/><div class="byline">Jonas Lind/nn</div><figcaption>The boat.</figcaption></figure>')}
<remoteContent href="b.jpg" contenttype="image/jpeg" rendition="rnd:highRes"/><remoteContent href="c.jpg" contenttype="image/jpeg" rendition="rnd:highRes"/><remoteContent href="d.mp4" contenttype="video/mp4"/>`,
      }),
    );
    expect(item.photos).toEqual([
      { renditions: [{ name: 'highRes', href: 'b.jpg', mimeType: 'image/jpeg' }] },
      { renditions: [{ name: 'highRes', href: 'c.jpg', mimeType: 'image/jpeg' }] },
      {
        altText: 'A boat',
        caption: 'The boat.',
        creditLine: 'Jonas Lind/nn',
        renditions: [{ name: 'main', href: 'https://x.example/a.jpg' }],
      },
      { uri: 'urn:nn:9', headline: 'The quay' },
    ]);
  });

  test.each([
    ['XHTML', xhtml('<p>One</p><script>x</script>'), '<p>One</p>'],
    ['NITF', '<inlineXML><nitf><body><body.content><p>One</p></body.content></body></nitf></inlineXML>', '<p>One</p>'],
    [
      'a vocabulary of its own',
      '<inlineXML><BODY xmlns=""><BRODTEXT><P>One</P><MELLIS>Two</MELLIS></BRODTEXT></BODY></inlineXML>',
      '<p>One</p><h3>Two</h3>',
    ],
    ['plain text', '<inlineData contenttype="text/plain">One\n\nTwo</inlineData>', '<p>One</p><p>Two</p>'],
    ['markup in CDATA', '<inlineData contenttype="text/plain"><![CDATA[<p>One</p>]]></inlineData>', '<p>One</p>'],
    ['binary data', '<inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData>', undefined],
    ['the first of several', `${xhtml('<p>One</p>')}${xhtml('<p>Two</p>')}`, '<p>One</p>'],
  ])('content as %s', async (_, set, html) => {
    expect((await one(newsItem({ set }))).bodyHtml).toBe(html);
  });

  test.each([
    ['<h1>Ferry</h1><p>One</p>', '<p>One</p>'],
    ['<article><h1> Ferry </h1><h2>Stays</h2><p>One</p></article>', '<h2>Stays</h2><p>One</p>'],
    ['<p>One</p><h2>Ferry</h2>', '<p>One</p><h2>Ferry</h2>'],
    ['<header><ul><li>islands</li></ul><h1>Ferry</h1></header><section><p>One</p></section>', '<p>One</p>'],
    ['<section><header><h3>Box</h3></header><p>One</p></section>', '<h3>Box</h3><p>One</p>'],
    ['<header><p>One</p></header>', '<p>One</p>'],
  ])('leaves out what repeats the fields: %s', async (html, body) => {
    const item = await one(newsItem({ content: '<headline>Ferry</headline>', set: xhtml(html) }));
    expect(item.bodyHtml).toBe(body);
  });

  it('reads all items of a message and leaves concepts out', async () => {
    const xml = message(
      '<packageItem guid="urn:nn:p"><itemMeta><title>Ferries</title></itemMeta><groupSet><group><itemRef residref="urn:nn:9"><itemClass qcode="ninat:picture"/></itemRef></group></groupSet></packageItem>',
      '<conceptItem guid="urn:nn:c"/>',
      newsItem({ guid: 'urn:nn:a' }),
    );
    const { items } = await read(xml);
    expect(items.map(({ uri, type }) => [uri, type])).toEqual([
      ['urn:nn:p', 'composite'],
      ['urn:nn:a', 'text'],
    ]);
    expect(items[0]).toMatchObject({ headline: 'Ferries', photos: [{ uri: 'urn:nn:9' }] });
  });

  it('gives the story of a package its pictures', async () => {
    const xml = message(
      '<packageItem guid="urn:nn:p"><groupSet><group><itemRef residref="urn:nn:t"/><itemRef residref="urn:nn:b"/></group></groupSet></packageItem>',
      newsItem({
        guid: 'urn:nn:t',
        set: xhtml(
          '<p>One</p><figure><img src="s.jpg" data-uri="urn:nn:b"/><div class="credit">Lind/nn</div></figure>',
        ),
      }),
      newsItem({ guid: 'urn:nn:b', type: 'picture', content: '<headline>The boat</headline>' }),
      newsItem({ guid: 'urn:nn:other', type: 'picture' }),
    );
    const { items } = await read(xml);
    const boat = { uri: 'urn:nn:b', headline: 'The boat' };
    expect(items.map(({ photos }) => photos)).toMatchObject([
      [boat],
      [{ ...boat, creditLine: 'Lind/nn' }],
      [boat],
      [{ uri: 'urn:nn:other' }],
    ]);
  });

  it('says what the limit of items left out', async () => {
    const xml = message(newsItem({ guid: 'a' }), newsItem({ guid: 'b' }));
    const { items, warnings } = await read(xml, { limits: { items: 1 } });
    expect([items.length, warnings]).toEqual([1, ['too-many-items']]);
  });

  test.each([
    ['<conceptItem guid="x"/>', 'no-content'],
    ['<knowledgeItem/>', 'no-content'],
    [message(), 'no-content'],
    [STORY.slice(0, 900), 'malformed'],
    [
      `<!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/hostname">]>${newsItem({ content: '<headline>&x;</headline>' })}`,
      'malformed',
    ],
  ])('refuses %.60s', async (xml, code) => {
    await expect(read(xml)).rejects.toMatchObject({ code });
  });

  test.each([
    ['<newsItem guid="x">', true],
    ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', true],
    ['<newsItem id="1">', false],
    ['<g:newsMessage xmlns:g="urn:x">', true],
    ['<groupSet/>', false],
    ['<NewsItem/>', false],
  ])('detects %j: %s', (xml, isG2) => {
    expect(newsmlG2.detect(new Source({ bytes: Buffer.from(xml) }))).toBe(isG2);
  });
});
