import { newsml1 } from '../../../server/wire/formats/newsml-1';
import { readFormat } from '../../support/read-format';

const read = async (xml: string) => {
  const { readings, warnings } = await readFormat(newsml1, xml);
  return { items: readings.map(({ item }) => item), readings, warnings: warnings.map(({ code }) => code) };
};
const one = async (xml: string) => {
  const [item] = (await read(xml)).items;
  if (!item) throw new Error('nothing was read');
  return item;
};
const newsItem = ({ id = 'nn1', management = '', component = '', extra = '', revision = '2' }) =>
  `<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>nn.example</ProviderId><DateId>20240531</DateId><NewsItemId>${id}</NewsItemId>
<RevisionId PreviousRevision="1" Update="N">${revision}</RevisionId><PublicIdentifier>urn:newsml:nn.example:20240531:${id}:${revision}</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240531T120000Z</FirstCreated><ThisRevisionCreated>20240531T150400+0200</ThisRevisionCreated>${management}</NewsManagement>${extra}${component}</NewsItem>`;
const newsml = (...items: string[]) =>
  `<NewsML Version="1.2"><NewsEnvelope><SentFrom><Party FormalName="Nordlys Desk"/></SentFrom></NewsEnvelope>${items.join('')}</NewsML>`;
const text = (html: string) =>
  `<ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content>${html}</body.content></body></nitf></DataContent></ContentItem>`;
const image = (role: string, href: string) =>
  `<NewsComponent><Role FormalName="${role}"/><ContentItem Href="${href}"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="768"/><Property FormalName="Height" Value="512"/></Characteristics></ContentItem></NewsComponent>`;
const caption = (words: string) =>
  `<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>${words}</p></DataContent></ContentItem></NewsComponent>`;

const STORY = `<NewsComponent><NewsLines><HeadLine>Ferry stays</HeadLine><SubHeadLine>For now</SubHeadLine><ByLine>By Ragna Holm</ByLine>
<DateLine>Vardø, May 31, 2024 (NN) -</DateLine><CreditLine>Nordlys</CreditLine><CopyrightLine>© 2024 Nordlys News</CopyrightLine><SlugLine>ferry-night</SlugLine>
<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>ADDS minister</NewsLineText></NewsLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Nordlys"/></Provider></AdministrativeMetadata>
<RightsMetadata><Copyright><CopyrightHolder>Nordlys News AS</CopyrightHolder></Copyright><UsageRights><UsageType>Online</UsageType><Geography>Norway</Geography><EndDate>20241231T000000Z</EndDate></UsageRights></RightsMetadata>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/><SubjectCode><SubjectMatter FormalName="04015000" cat="ECO"/><SubjectDetail FormalName="FER" Scheme="NnCodes"/></SubjectCode>
<Location HowPresent="Origin"><Property FormalName="City" Value="Vardø"/></Location><Property FormalName="Keyword" Value="ferry"/></DescriptiveMetadata>
${text('<p>One.</p><p>Two.</p>')}</NewsComponent>`;

describe('NewsML 1', () => {
  it('reads a whole story', async () => {
    expect(
      await one(
        newsml(newsItem({ component: STORY, management: '<Status FormalName="Usable"/><Urgency FormalName="4"/>' })),
      ),
    ).toEqual({
      type: 'text',
      uri: 'urn:newsml:nn.example:20240531:nn1',
      version: '2',
      versionCreated: '2024-05-31T13:04:00.000Z',
      firstCreated: '2024-05-31T12:00:00.000Z',
      pubStatus: 'usable',
      expires: '2024-12-31T00:00:00.000Z',
      language: 'en',
      urgency: 4,
      genres: ['Current'],
      headline: 'Ferry stays',
      subheadline: 'For now',
      slugline: 'ferry-night',
      byline: 'Ragna Holm',
      dateline: 'Vardø',
      located: 'Vardø',
      bodyHtml: '<p>One.</p><p>Two.</p>',
      keywords: ['ferry'],
      subjects: [
        { code: 'subj:04015000', scheme: 'subj' },
        { code: 'NnCodes:FER', scheme: 'NnCodes' },
      ],
      categories: ['ECO'],
      provider: 'Nordlys',
      creditLine: 'Nordlys',
      copyrightHolder: 'Nordlys News AS',
      copyrightNotice: '© 2024 Nordlys News',
      usageTerms: 'Online; Geography: Norway; Until: 20241231T000000Z',
      edNote: 'ADDS minister',
    });
  });

  it('gives an item the same identifier in every revision', async () => {
    const uris = await Promise.all(
      ['1', '12'].map(async (revision) => (await one(newsml(newsItem({ revision, component: STORY })))).uri),
    );
    expect(uris).toEqual(['urn:newsml:nn.example:20240531:nn1', 'urn:newsml:nn.example:20240531:nn1']);
  });

  it('finds the text and the photos in nested components, and inherits the lines', async () => {
    const component = `<NewsComponent><NewsLines><CopyrightLine>© 2024 Nordlys</CopyrightLine></NewsLines><NewsComponent><NewsLines><HeadLine>Ferry stays</HeadLine></NewsLines>
<NewsComponent><Role FormalName="Body"/>${text('<media media-type="image"><media-reference data-location="#photo0"/></media><p>One.</p>')}</NewsComponent></NewsComponent>
<NewsComponent Duid="photo0"><NewsLines><HeadLine>The boat</HeadLine><CreditLine>Nordlys/Archive</CreditLine><ByLine>Jonas Lind</ByLine></NewsLines>
${caption('The boat at Vardø.')}${image('HighDef', 'a.jpg')}${image('Thumbnail', 'b.jpg')}</NewsComponent></NewsComponent>`;
    const item = await one(newsml(newsItem({ component })));
    expect(item).toMatchObject({
      type: 'text',
      headline: 'Ferry stays',
      copyrightNotice: '© 2024 Nordlys',
      bodyHtml: '<p>One.</p>',
    });
    expect(item.creditLine).toBeUndefined();
    expect(item.photos).toEqual([
      {
        headline: 'The boat',
        caption: 'The boat at Vardø.',
        byline: 'Jonas Lind',
        creditLine: 'Nordlys/Archive',
        renditions: [
          { name: 'HighDef', href: 'a.jpg', mimeType: 'image/jpeg', width: 768, height: 512 },
          { name: 'Thumbnail', href: 'b.jpg', mimeType: 'image/jpeg', width: 768, height: 512 },
        ],
      },
    ]);
  });

  it('reads a photo on its own, with the advice that limits it', async () => {
    const component = `<NewsComponent><NewsLines><HeadLine>The boat</HeadLine><CreditLine>Nordlys</CreditLine><ByLine>Jonas Lind</ByLine>
<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>NO ARCHIVES</NewsLineText></NewsLine></NewsLines>${caption('The boat at Vardø.')}${image('Main', 'a.jpg')}</NewsComponent>`;
    const item = await one(newsml(newsItem({ component })));
    expect(item).toMatchObject({
      type: 'picture',
      abstract: 'The boat at Vardø.',
      creditLine: 'Nordlys',
      usageTerms: 'NO ARCHIVES',
    });
    expect(item.bodyHtml).toBeUndefined();
    expect(item.photos).toMatchObject([
      { caption: 'The boat at Vardø.', byline: 'Jonas Lind', instructions: 'NO ARCHIVES' },
    ]);
  });

  test.each([
    ['<Status FormalName="Usable"/>', { pubStatus: 'usable' }],
    ['<Status FormalName="Canceled"/>', { pubStatus: 'canceled', signals: ['kill'] }],
    ['<Status FormalName="Withheld"/>', { pubStatus: 'withheld' }],
    ['<Status FormalName="Embargoed"/>', { pubStatus: 'usable', embargoedUntil: '9999-12-31T23:59:59.000Z' }],
    [
      '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20240601T060000Z</DateAndTime></StatusWillChange>',
      { pubStatus: 'usable', embargoedUntil: '2024-06-01T06:00:00.000Z' },
    ],
    [
      '<Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Canceled"/><DateAndTime>20240601T060000Z</DateAndTime></StatusWillChange>',
      { pubStatus: 'usable', expires: '2024-06-01T06:00:00.000Z' },
    ],
    ['<NewsItemType FormalName="Alert"/>', { signals: ['alert'] }],
    [
      '<Instruction FormalName="Correct">Fixes the name.</Instruction>',
      { signals: ['correction'], edNote: 'Fixes the name.' },
    ],
    ['<Urgency>2</Urgency>', { urgency: 2 }],
  ])('management: %s', async (management, expected) => {
    const component = `<NewsComponent>${text('<p>x</p>')}</NewsComponent>`;
    const item = await one(newsml(newsItem({ management, component })));
    const { pubStatus, signals, embargoedUntil, expires, edNote, urgency } = item;
    expect({ pubStatus, signals, embargoedUntil, expires, edNote, urgency }).toMatchObject(expected);
    expect('embargoedUntil' in item).toBe('embargoedUntil' in expected);
  });

  test.each([
    ['NITF', '<nitf><body><body.content><p>One</p></body.content></body></nitf>', '<p>One</p>'],
    [
      'XHTML',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>One</p></body></html>',
      '<p>One</p>',
    ],
    ['bare paragraphs', '<p>One</p><p>Two</p>', '<p>One</p><p>Two</p>'],
    ['HTML in CDATA', '<![CDATA[<P>One</P><script>x</script>]]>', '<p>One</p>'],
    ['plain text', 'One\n\nTwo', '<p>One</p><p>Two</p>'],
  ])('content as %s', async (_, data, html) => {
    const component = `<NewsComponent><ContentItem><DataContent>${data}</DataContent></ContentItem></NewsComponent>`;
    expect((await one(newsml(newsItem({ component })))).bodyHtml).toBe(html);
  });

  it('takes title, lead and body from components with these roles', async () => {
    const part = (role: string, words: string) =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem><MediaType FormalName="text"/><DataContent>${words}</DataContent></ContentItem></NewsComponent>`;
    const component = `<NewsComponent><NewsComponent>${part('Title', 'Ferry')}${part('Lead', 'It stays.')}${part('Body', 'One')}</NewsComponent></NewsComponent>`;
    expect(await one(newsml(newsItem({ component })))).toMatchObject({
      headline: 'Ferry',
      abstract: 'It stays.',
      bodyHtml: '<p>One</p>',
    });
  });

  it('adds up the limits of a component and of those around it', async () => {
    const limit = (words: string) =>
      `<RightsMetadata><UsageRights><UsageType>${words}</UsageType></UsageRights></RightsMetadata>`;
    const component = `<NewsComponent>${limit('No archives')}<NewsComponent>${limit('Norway only')}${text('<p>x</p>')}</NewsComponent></NewsComponent>`;
    expect((await one(newsml(newsItem({ component })))).usageTerms).toBe('Norway only; No archives');
  });

  it('keeps the rights of a NITF document inside', async () => {
    const data =
      '<nitf><head><docdata><doc.copyright holder="Nordlys"/></docdata></head><body><body.head><rights><rights.limitations>No archives</rights.limitations></rights></body.head><body.content><p>x</p></body.content></body></nitf>';
    const component = `<NewsComponent><ContentItem><DataContent>${data}</DataContent></ContentItem></NewsComponent>`;
    expect(await one(newsml(newsItem({ component })))).toMatchObject({
      copyrightHolder: 'Nordlys',
      usageTerms: 'No archives',
    });
  });

  it('keeps the words of a recording', async () => {
    const part = (role: string, content: string) =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem ${content}</ContentItem></NewsComponent>`;
    const component = `<NewsComponent><Role FormalName="Audio"/>${part('Body', '><DataContent>One</DataContent>')}${part('Sound', 'Href="a.mp3"><Format FormalName="mp3"/>')}</NewsComponent>`;
    expect(await one(newsml(newsItem({ component })))).toMatchObject({ type: 'audio', bodyHtml: '<p>One</p>' });
  });

  it('reads every item of a document', async () => {
    const { items } = await read(
      newsml(newsItem({ id: 'a', component: STORY }), newsItem({ id: 'b', component: STORY })),
    );
    expect(items.map(({ uri }) => uri)).toEqual([
      'urn:newsml:nn.example:20240531:a',
      'urn:newsml:nn.example:20240531:b',
    ]);
  });

  it('does not take a delta for a story', async () => {
    const delta = newsItem({
      id: 'b',
      extra: '<Update><Replace DuidRef="x"><HeadLine>New</HeadLine></Replace></Update>',
    });
    const { items, warnings } = await read(newsml(newsItem({ id: 'a', component: STORY }), delta));
    expect([items.length, warnings]).toEqual([1, ['newsml-update']]);
  });

  it('says where the fields came from', async () => {
    const [reading] = (await read(newsml(newsItem({ component: STORY })))).readings;
    expect(reading?.provenance['headline']).toEqual({
      path: 'NewsItem/NewsComponent/NewsLines/headline',
      confidence: 1,
    });
    expect(reading?.provenance['bodyHtml']?.path).toBe('NewsItem/NewsComponent/ContentItem/DataContent');
  });

  it('refuses 5,000 nested components', async () => {
    const xml = newsml(`<NewsItem>${'<NewsComponent>'.repeat(5000)}${'</NewsComponent>'.repeat(5000)}</NewsItem>`);
    await expect(read(xml)).rejects.toMatchObject({ code: 'too-deep' });
  });
});
