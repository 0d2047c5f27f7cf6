import { nitf } from '../../../server/wire/formats/nitf';
import { Source } from '../../../server/wire/source';
import { readFormat } from '../../support/read-format';

const read = async (xml: string, options = {}) => {
  const { readings, warnings } = await readFormat(nitf, xml, options);
  const [reading] = readings;
  if (!reading) throw new Error('nothing was read');
  return { item: reading.item, provenance: reading.provenance, warnings: warnings.map(({ code }) => code) };
};
const story = ({ docdata = '', head = '', bodyHead = '', body = '', attributes = '' }) =>
  `<nitf><head>${head}<docdata ${attributes}>${docdata}</docdata></head><body><body.head>${bodyHead}</body.head><body.content>${body}</body.content></body></nitf>`;

const FULL = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf version="-//IPTC//DTD NITF 3.6//EN" baselang="en-GB">
<head><title>Ferries</title><meta name="anpa-category" content="i"/>
<tobject tobject.type="news"><tobject.property tobject.property.type="Current"/>
<tobject.subject tobject.subject.refnum="04015001" tobject.subject.type="Economy" tobject.subject.detail="ferries"/>
<tobject.subject tobject.subject.ipr="NNX" tobject.subject.refnum="F01"/></tobject>
<docdata management-status="usable"><doc-id id-string="nn-4711" regsrc="nn.example"/><urgency ed-urg="3"/>
<date.issue norm="20240531T150400+0200"/><date.release norm="20240531T150400+0200"/><date.expire norm="20240630T000000Z"/>
<du-key key="ferry-night" version="2" generation="5"/><ed-msg info="Pictures to follow"/>
<doc.copyright holder="Nordlys News" year="2024"/><doc.rights limitations="online" geography="Norway" enddate="20241231"/>
<key-list><keyword key="ferry"/><keyword key="islands"/></key-list>
<evloc city="Vardø" iso-cc="NOR"/></docdata></head>
<body><body.head><hedline><hl1>Island ferry to run &mdash; for now</hl1><hl2>Night crossing stays</hl2></hedline>
<note noteclass="editorsnote"><body.content><p>Second lead.</p></body.content></note>
<byline>By <person>Ragna Holm</person><byttl>Staff Writer</byttl></byline><distributor>Nordlys News</distributor>
<dateline><location><city>VARDØ</city>, <country>Norway</country></location><story.date>May 31</story.date></dateline>
<abstract><p>The night boat stays.</p></abstract></body.head>
<body.content><p>One.</p><media media-type="image"><media-reference mime-type="image/jpeg" source="boat.jpg" alternate-text="A boat" width="1200" height="800" source-credit="Nordlys Photo"/>
<media-caption>The boat at Vardø.</media-caption><media-producer>Jonas Lind</media-producer></media><p>Two.</p></body.content></body></nitf>`;

describe('NITF', () => {
  it('reads a whole story', async () => {
    const { item, warnings } = await read(FULL);
    expect(item).toEqual({
      type: 'text',
      uri: 'nn-4711',
      version: '2',
      versionCreated: '2024-05-31T13:04:00.000Z',
      pubStatus: 'usable',
      expires: '2024-06-30T00:00:00.000Z',
      language: 'en-GB',
      urgency: 3,
      genres: ['Current'],
      headline: 'Island ferry to run — for now',
      subheadline: 'Night crossing stays',
      slugline: 'ferry-night',
      byline: 'Ragna Holm',
      dateline: 'VARDØ, Norway',
      abstract: 'The night boat stays.',
      bodyHtml: '<p>One.</p><p>Two.</p>',
      keywords: ['ferry', 'islands'],
      subjects: [
        { code: 'subj:04015001', scheme: 'subj', name: 'ferries' },
        { code: 'NNX:F01', scheme: 'NNX' },
      ],
      categories: ['i'],
      places: [{ name: 'Vardø', code: 'NOR' }],
      provider: 'Nordlys News',
      copyrightHolder: 'Nordlys News',
      usageTerms: 'online; Geography: Norway; Until: 20241231',
      edNote: 'Pictures to follow Second lead.',
      photos: [
        {
          caption: 'The boat at Vardø.',
          byline: 'Jonas Lind',
          creditLine: 'Nordlys Photo',
          altText: 'A boat',
          renditions: [{ name: 'main', href: 'boat.jpg', mimeType: 'image/jpeg', width: 1200, height: 800 }],
        },
      ],
    });
    expect(warnings).toEqual([]);
  });

  it('says where each field came from', async () => {
    const { item, provenance } = await read(FULL);
    expect(provenance['headline']).toEqual({ path: 'nitf/body/body.head/hedline/hl1', confidence: 1 });
    expect(provenance['copyrightHolder']?.path).toBe('nitf/head/docdata/doc.copyright/@holder');
    const fields = Object.keys(item).filter((field) => !['type', 'pubStatus', 'photos'].includes(field));
    expect(fields.filter((field) => provenance[field] === undefined)).toEqual([]);
  });

  test.each([
    [
      'released later than issued',
      'usable',
      '<date.issue norm="20240531T100000Z"/><date.release norm="20240601T060000Z"/>',
      '2024-06-01T06:00:00.000Z',
    ],
    [
      'released when issued',
      'usable',
      '<date.issue norm="20240531T100000Z"/><date.release norm="20240531T100000Z"/>',
      undefined,
    ],
    ['embargoed with a release', 'embargoed', '<date.release norm="20240601T060000Z"/>', '2024-06-01T06:00:00.000Z'],
    ['embargoed without one', 'embargoed', '', '9999-12-31T23:59:59.000Z'],
  ])('embargo: %s', async (_, status, docdata, embargoedUntil) => {
    const { item } = await read(story({ docdata, attributes: `management-status="${status}"`, body: '<p>x</p>' }));
    expect([item.embargoedUntil, item.pubStatus]).toEqual([embargoedUntil, 'usable']);
  });

  test.each([
    ['canceled', 'canceled', ['kill']],
    ['withheld', 'withheld', undefined],
    ['usable', 'usable', undefined],
  ])('status %s', async (status, pubStatus, signals) => {
    const { item } = await read(story({ attributes: `management-status="${status}"`, body: '<p>x</p>' }));
    expect([item.pubStatus, item.signals]).toEqual([pubStatus, signals]);
  });

  test.each([
    ['<byline>By Ragna Holm</byline>', 'Ragna Holm'],
    ['<byline>By<person>Ragna Holm</person></byline><byline>Jonas Lind</byline>', 'Ragna Holm, Jonas Lind'],
    ['<byline><byttl>Nordlys News</byttl></byline>', 'Nordlys News'],
    ['<byline> </byline>', undefined],
  ])('byline: %s', async (bodyHead, byline) => {
    expect((await read(story({ bodyHead, body: '<p>x</p>' }))).item.byline).toBe(byline);
  });

  test.each([
    ['<dateline>BERGEN March 22 NN -</dateline>', 'BERGEN'],
    ['<dateline><story.date norm="20240531">20240531T150400</story.date></dateline>', undefined],
  ])('dateline: %s', async (bodyHead, dateline) => {
    expect((await read(story({ bodyHead, body: '<p>x</p>' }))).item.dateline).toBe(dateline);
  });

  test.each([
    ['<rights><rights.owner>Nordlys</rights.owner></rights>', { copyrightHolder: 'Nordlys' }],
    [
      '<rights><rights.owner>Nordlys</rights.owner><rights.limitations>No archives</rights.limitations></rights>',
      { copyrightHolder: 'Nordlys', usageTerms: 'No archives' },
    ],
    [
      '<copyrite>Copyright <copyrite.year>2024</copyrite.year> <copyrite.holder>Nordlys</copyrite.holder></copyrite>',
      { copyrightHolder: 'Nordlys', copyrightNotice: 'Copyright 2024 Nordlys' },
    ],
    ['<byline>x</byline>', {}],
  ])('rights: %s', async (bodyHead, rights) => {
    const { copyrightHolder, copyrightNotice, usageTerms } = (await read(story({ bodyHead, body: '<p>x</p>' }))).item;
    expect(JSON.parse(JSON.stringify({ copyrightHolder, copyrightNotice, usageTerms }))).toEqual(rights);
  });

  it('takes a headline that is repeated for one line', async () => {
    const { item } = await read(story({ bodyHead: '<hedline><hl1>A</hl1><hl2>A</hl2></hedline>' }));
    expect([item.headline, item.subheadline]).toEqual(['A', undefined]);
  });

  it('reads dates without a zone in the zone of the feed', async () => {
    const xml = story({ docdata: '<date.issue norm="2024-05-31 15:04"/>', body: '<p>x</p>' });
    expect((await read(xml, { zone: 'Europe/Oslo' })).item.versionCreated).toBe('2024-05-31T13:04:00.000Z');
    expect((await read(xml)).warnings).toEqual(['date-without-zone']);
  });

  test.each([
    ['<nitf/>', true],
    ['\uFEFF<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "x"><nitf version="3">', true],
    ['<html><nitf/></html>', false],
    ['<rss/>', false],
    ['nitf', false],
  ])('detects %j: %s', (text, isNitf) => {
    expect(nitf.detect(new Source({ bytes: Buffer.from(text) }))).toBe(isNitf);
  });

  test.each([
    ['cut', FULL.slice(0, 1500), 'malformed'],
    [
      'an entity bomb',
      `<!DOCTYPE nitf [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>`,
      'malformed',
    ],
    ['too deep', `<nitf>${'<block>'.repeat(10_000)}`, 'too-deep'],
  ])('refuses what is %s', async (_, xml, code) => {
    await expect(read(xml)).rejects.toMatchObject({ code });
  });

  it('lets no script through', async () => {
    const { item } = await read(story({ body: '<p>One<script>alert(1)</script></p><p onclick="x()">Two</p>' }));
    expect(item.bodyHtml).toBe('<p>One</p><p>Two</p>');
  });
});
