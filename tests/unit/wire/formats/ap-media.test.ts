import { apMedia } from '../../../../server/wire/formats/ap-media';
import type { WireItem } from '../../../../server/wire/item';
import { readFormat } from '../../../support/read-format';

const ITEM = {
  uri: 'https://api.example/media/v/content/a1?qt=token',
  altids: { itemid: 'a1', etag: 'a1_0' },
  version: 2,
  type: 'text',
  urgency: 4,
  language: 'en',
  versioncreated: '2024-02-03T10:11:12Z',
  firstcreated: '2024-02-03T09:00:00Z',
  pubstatus: 'usable',
  headline: 'Geese fly north',
  headline_extended: 'The geese are early this year',
  slugline: 'AP-EU--Geese, 1st Ld-Writethru',
  bylines: [{ by: 'By NILS HOLGERSSON and AKKA K.', title: 'Fell Press' }],
  located: 'KIRUNA, Sweden',
  copyrightnotice: 'Copyright 2024 Fell Press.',
  usageterms: ['Editorial use only.', 'No archives.'],
  ednote: 'Eds: UPDATES with photos.',
  provider: 'AP',
  keywords: ['Geese'],
  editorialtypes: ['Lead'],
  signals: ['newscontent'],
  subject: [
    { rels: ['category'], code: 'i', name: 'International News' },
    { rels: ['direct'], code: 'ab12', name: 'Birds', scheme: 'http://cv.ap.org/id/' },
  ],
  place: [
    { code: 'p1', name: 'Sweden', rels: ['direct'] },
    { code: 'p2', name: 'Europe', rels: ['ancestor'] },
  ],
  associations: {
    1: { altids: { itemid: 'b2' }, type: 'picture', headline: 'Geese' },
    2: { altids: { itemid: 'c3' }, type: 'video', headline: 'Geese' },
  },
};

async function itemOf(item: object): Promise<WireItem | undefined> {
  const { readings } = await readFormat(apMedia, JSON.stringify({ api_version: '2.1', data: { item } }));
  return readings[0]?.item;
}

describe('AP Media API', () => {
  test('a story gives all its fields; the token of the query is no part of its identifier', async () => {
    const { readings } = await readFormat(apMedia, JSON.stringify({ data: { item: ITEM } }));
    expect(readings[0]?.item).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: 'tag:ap.org,2011:a1',
      version: '2',
      versionCreated: '2024-02-03T10:11:12.000Z',
      firstCreated: '2024-02-03T09:00:00.000Z',
      urgency: 4,
      language: 'en',
      headline: 'Geese fly north',
      abstract: 'The geese are early this year',
      slugline: 'AP-EU--Geese, 1st Ld-Writethru',
      byline: 'NILS HOLGERSSON and AKKA K.',
      dateline: 'KIRUNA, Sweden',
      located: 'KIRUNA, Sweden',
      copyrightNotice: 'Copyright 2024 Fell Press.',
      usageTerms: 'Editorial use only. No archives.',
      edNote: 'Eds: UPDATES with photos.',
      provider: 'AP',
      keywords: ['Geese'],
      signals: ['update'],
      categories: ['i', 'International News'],
      subjects: [{ code: 'ab12', name: 'Birds', scheme: 'http://cv.ap.org/id/' }],
      places: [{ name: 'Sweden', code: 'p1' }],
      photos: [{ uri: 'tag:ap.org,2011:b2', headline: 'Geese' }],
    });
    expect(readings[0]?.provenance['usageTerms']).toEqual({ path: '$.data.item.usageterms', confidence: 1 });
  });

  test('a picture has photographer, credit and place', async () => {
    const item = await itemOf({
      ...ITEM,
      type: 'picture',
      associations: undefined,
      bylines: undefined,
      photographer: { name: 'Nils H.', title: 'STRINGER' },
      description_creditline: 'FELL PRESS',
      description_caption: 'Geese over Kiruna. (Fell Photo/Nils H.)',
      datelinelocation: { city: 'Kiruna', countryareaname: 'Norrbotten', countrycode: 'SWE', countryname: 'SWEDEN' },
      renditions: {
        main: { type: 'picture', href: 'https://api.example/1.jpg', mimetype: 'image/jpeg', width: 900, height: 600 },
        preview: { type: 'picture', pricetag: 'Unavailable' },
        caption_nitf: { type: 'text', href: 'https://api.example/1.xml' },
      },
    });
    expect(item).toMatchObject({ type: 'picture', creditLine: 'FELL PRESS', byline: 'Nils H.' });
    expect(item?.photos).toEqual([
      expect.objectContaining({
        byline: 'Nils H.',
        bylineTitle: 'STRINGER',
        creditLine: 'FELL PRESS',
        caption: 'Geese over Kiruna. (Fell Photo/Nils H.)',
        instructions: 'Eds: UPDATES with photos.',
        usageTerms: 'Editorial use only. No archives.',
        city: 'Kiruna',
        state: 'Norrbotten',
        country: 'SWEDEN',
        countryCode: 'SWE',
        renditions: [
          { name: 'main', href: 'https://api.example/1.jpg', mimeType: 'image/jpeg', width: 900, height: 600 },
        ],
      }),
    ]);
  });

  test('NITF that a collector put into the item is its body, the JSON stays first', async () => {
    const nitf = `<nitf><body><body.head><hedline><hl1>Other</hl1></hedline></body.head>
      <body.content><p>The geese are early.</p></body.content></body></nitf>`;
    const item = await itemOf({ ...ITEM, renditions: { nitf: { content: nitf } } });
    expect(item).toMatchObject({ headline: 'Geese fly north', bodyHtml: '<p>The geese are early.</p>' });
  });

  const states: [object, Partial<WireItem>][] = [
    [{ pubstatus: 'canceled' }, { pubStatus: 'canceled', signals: ['update', 'kill'] }],
    [{ pubstatus: 'withheld' }, { pubStatus: 'withheld' }],
    [{ pubstatus: 'embargoed', embargoed: '2024-02-04T06:00:00Z' }, { embargoedUntil: '2024-02-04T06:00:00.000Z' }],
    [{ pubstatus: 'embargoed' }, { embargoedUntil: '9999-12-31T23:59:59.000Z' }],
    [{ editorialtypes: ['Correction'] }, { signals: ['correction'] }],
    [{ editorialtypes: ['Advisory'] }, { signals: ['advisory'] }],
  ];
  test.each(states)('%j', async (change, expected) => {
    expect(await itemOf({ ...ITEM, ...change })).toMatchObject(expected);
  });

  test.each([
    [{ embargoed: '2024-02-04T06:00:00Z' }, { embargoedUntil: '2024-02-04T06:00:00.000Z' }],
    [{ pubstatus: 'embargoed' }, { embargoedUntil: '9999-12-31T23:59:59.000Z' }],
    [
      { webexpiredate: '2024-03-01T00:00:00Z', expires: '2024-04-01T00:00:00Z' },
      { expires: '2024-03-01T00:00:00.000Z' },
    ],
    [{ pubstatus: 'withheld' }, { pubStatus: 'withheld' }],
  ])('of a picture beside the story alone: %j', async (change, expected) => {
    const item = await itemOf({ ...ITEM, associations: { 1: { ...ITEM.associations[1], ...change } } });
    expect(item?.photos).toEqual([{ uri: 'tag:ap.org,2011:b2', headline: 'Geese', ...expected }]);
    expect([item?.pubStatus, item?.embargoedUntil, item?.expires]).toEqual(['usable', undefined, undefined]);
  });

  test('an item alone and a page of them', async () => {
    const other = { ...ITEM, altids: { itemid: 'z9' } };
    const page = { data: { items: [{ item: ITEM }, { item: other }] } };
    expect((await readFormat(apMedia, JSON.stringify(ITEM))).readings).toHaveLength(1);
    const { readings } = await readFormat(apMedia, JSON.stringify(page));
    expect(readings.map(({ item }) => item.uri)).toEqual(['tag:ap.org,2011:a1', 'tag:ap.org,2011:z9']);
  });

  test('an answer that is cut short is malformed, other JSON is not AP', async () => {
    const cut = JSON.stringify({ data: { item: ITEM } }).slice(0, 400);
    await expect(readFormat(apMedia, cut)).rejects.toMatchObject({ code: 'malformed' });
    await expect(readFormat(apMedia, '{"data":{"item":{"id":1}}}')).rejects.toThrow('not detected');
  });
});
