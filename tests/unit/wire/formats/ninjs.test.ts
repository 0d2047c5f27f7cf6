import { ninjs } from '../../../../server/wire/formats/ninjs';
import type { WireItem } from '../../../../server/wire/item';
import { readFormat } from '../../../support/read-format';

async function itemOf(object: object): Promise<WireItem | undefined> {
  const { readings } = await readFormat(ninjs, JSON.stringify({ uri: 'urn:fell:1', type: 'text', ...object }));
  return readings[0]?.item;
}

/** The same story in the three shapes of ninjs. */
const STORY = {
  '1.x': {
    versioncreated: '2024-02-03T10:11:12Z',
    firstcreated: '2024-02-03T09:00:00+01:00',
    pubstatus: 'usable',
    urgency: 3,
    byline: 'By Åsa Lind',
    headline: 'Geese &amp; ganders fly  north',
    headline_sub: 'Early this year',
    slugline: 'geese-north',
    located: 'Kiruna',
    description_text: 'The geese are early.',
    body_text: 'Plain',
    body_html: '<p onclick="x()">Geese <em>fly</em> north.</p>',
    subject: [
      { code: '20000500', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', name: 'animals' },
      { code: '06000000', name: 'environment' },
      { code: 'birds', scheme: 'http://fell.example/tags/' },
    ],
    place: [{ name: 'Sweden', code: 'SE' }],
    genre: [{ name: 'Feature', code: 'f' }],
    infosource: [{ name: 'Fell News' }],
    copyrightholder: 'Fell AB',
    copyrightnotice: '© 2024 Fell AB',
    usageterms: 'No archives',
    ednote: 'Pictures follow',
    expires: '2024-03-03T00:00:00Z',
    associations: {
      main: {
        uri: 'urn:fell:p1',
        type: 'picture',
        headline: 'Geese',
        description_text: 'Geese over the fell.',
        byline: 'Nils H.',
        contentcreated: '2024-02-02T08:00:00+01:00',
        usageterms: 'Sweden out',
        rightsinfo: { linkedrights: 'https://fell.example/rights' },
        renditions: { web: { href: 'https://fell.example/1.jpg', mimetype: 'image/jpeg', width: 800, height: 600 } },
      },
      clip: { uri: 'urn:fell:v1', type: 'video' },
    },
  },
  '3.x': {
    versionCreated: '2024-02-03T10:11:12Z',
    firstCreated: '2024-02-03T09:00:00+01:00',
    pubStatus: 'usable',
    urgency: 3,
    by: 'Åsa Lind',
    headlines: [
      { role: 'subhead', value: 'Early this year' },
      { role: 'main', value: 'Geese & ganders fly north' },
    ],
    slugline: 'geese-north',
    located: 'Kiruna',
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'The geese are early.' }],
    bodies: [
      { role: 'text', contentType: 'text/plain', value: 'Plain' },
      { role: 'text', contentType: 'application/xhtml+xml', value: '<p class="x">Geese <em>fly</em> north.</p>' },
    ],
    subjects: [
      { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000500', name: 'animals' },
      { uri: 'http://cv.iptc.org/newscodes/subjectcode/06000000', name: 'environment' },
      { literal: 'birds' },
    ],
    places: [{ name: 'Sweden', literal: 'SE' }],
    genres: [{ name: 'Feature' }],
    infoSources: [{ name: 'Fell News' }],
    copyrightHolder: 'Fell AB',
    copyrightNotice: '© 2024 Fell AB',
    usageTerms: 'No archives',
    edNote: 'Pictures follow',
    expires: '2024-03-03T00:00:00Z',
    associations: [
      {
        name: 'main',
        uri: 'urn:fell:p1',
        type: 'picture',
        headlines: [{ value: 'Geese' }],
        descriptions: [{ value: 'Geese over the fell.' }],
        by: 'Nils H.',
        contentCreated: '2024-02-02T08:00:00+01:00',
        usageTerms: 'Sweden out',
        rightsInfo: { linkedRights: 'https://fell.example/rights' },
        renditions: [
          { name: 'web', href: 'https://fell.example/1.jpg', contentType: 'image/jpeg', width: 800, height: 600 },
        ],
      },
      { name: 'clip', uri: 'urn:fell:v1', type: 'video' },
    ],
  },
};

describe.each(Object.entries(STORY))('a story in ninjs %s', (_version, story) => {
  test('gives all its fields', async () => {
    expect(await itemOf(story)).toMatchObject({
      type: 'text',
      uri: 'urn:fell:1',
      versionCreated: '2024-02-03T10:11:12.000Z',
      firstCreated: '2024-02-03T08:00:00.000Z',
      expires: '2024-03-03T00:00:00.000Z',
      pubStatus: 'usable',
      urgency: 3,
      headline: 'Geese & ganders fly north',
      subheadline: 'Early this year',
      byline: 'Åsa Lind',
      slugline: 'geese-north',
      located: 'Kiruna',
      abstract: 'The geese are early.',
      bodyHtml: '<p>Geese <em>fly</em> north.</p>',
      subjects: [
        { code: 'medtop:20000500', scheme: 'medtop', name: 'animals' },
        { code: 'subj:06000000', scheme: 'subj', name: 'environment' },
        { code: 'birds' },
      ],
      places: [{ name: 'Sweden', code: 'SE' }],
      genres: ['Feature'],
      provider: 'Fell News',
      copyrightHolder: 'Fell AB',
      copyrightNotice: '© 2024 Fell AB',
      usageTerms: 'No archives',
      edNote: 'Pictures follow',
      photos: [
        {
          uri: 'urn:fell:p1',
          headline: 'Geese',
          caption: 'Geese over the fell.',
          byline: 'Nils H.',
          dateCreated: '2024-02-02T08:00:00+01:00',
          usageTerms: 'Sweden out',
          webStatementOfRights: 'https://fell.example/rights',
          renditions: [
            { name: 'web', href: 'https://fell.example/1.jpg', mimeType: 'image/jpeg', width: 800, height: 600 },
          ],
        },
      ],
    });
  });
});

describe('what agencies do differently', () => {
  const cases: [what: string, object: object, expected: Partial<WireItem>][] = [
    ['an empty text is absent', { pubstatus: 'usable', headline: '', title: 'Geese' }, { headline: 'Geese' }],
    ['a text for a list', { versioncreated: 'x', headlines: 'Geese' }, { headline: 'Geese' }],
    ['a list for a text', { pubstatus: 'usable', usageterms: ['A.', 'B.'] }, { usageTerms: 'A. B.' }],
    ['a number for a text', { pubstatus: 'usable', version: 7 }, { version: '7' }],
    ['guid for uri', { uri: undefined, guid: 'g1', pubstatus: 'usable' }, { uri: 'g1' }],
    ['service for sections', { pubstatus: 'usable', service: [{ name: 'Nature' }] }, { categories: ['Nature'] }],
    ['source for infosource', { pubstatus: 'usable', source: 'Fell' }, { provider: 'Fell' }],
    ['text only', { body_text: 'One.\n\nTwo & three.' }, { bodyHtml: '<p>One.</p><p>Two &amp; three.</p>' }],
    ['a kill', { pubstatus: 'canceled' }, { pubStatus: 'canceled', signals: ['kill'] }],
    ['a kill by its code', { pubstatus: 'stat:canceled' }, { pubStatus: 'canceled', signals: ['kill'] }],
    ['withheld', { pubStatus: 'withheld' }, { pubStatus: 'withheld' }],
    ['an embargo of 1.x', { embargoed: '2024-02-03T12:00:00+01:00' }, { embargoedUntil: '2024-02-03T11:00:00.000Z' }],
    ['an embargo of 3.x', { embargoedUntil: '2024-02-03T12:00:00Z' }, { embargoedUntil: '2024-02-03T12:00:00.000Z' }],
    [
      'an embargo without a date',
      { embargoed: true, pubstatus: 'usable' },
      { embargoedUntil: '9999-12-31T23:59:59.000Z' },
    ],
  ];
  test.each(cases)('%s', async (_what, object, expected) => {
    expect(await itemOf({ renditions: {}, ...object })).toMatchObject(expected);
  });

  test('no embargo is no embargo', async () => {
    for (const embargoed of ['', null, false]) {
      expect(await itemOf({ embargoed, pubstatus: 'usable' })).not.toHaveProperty('embargoedUntil');
    }
  });

  test('a picture is its own photo, with the rights in both', async () => {
    const item = await itemOf({
      type: 'picture',
      headline: 'Geese',
      copyrightnotice: '© Fell',
      body_text: 'Alt',
      renditions: {},
    });
    expect(item).toMatchObject({ type: 'picture', copyrightNotice: '© Fell' });
    expect(item?.photos).toEqual([{ uri: 'urn:fell:1', headline: 'Geese', copyrightNotice: '© Fell', altText: 'Alt' }]);
    expect(item).not.toHaveProperty('bodyHtml');
  });

  test('every value has the key it came from', async () => {
    const text = JSON.stringify({
      uri: 'u',
      headlines: [{ value: 'Geese' }],
      versionCreated: '2024-02-03T10:11:12Z',
      associations: [{ type: 'picture', by: 'Nils' }],
    });
    const { readings } = await readFormat(ninjs, text);
    expect(readings[0]?.provenance).toEqual({
      uri: { path: '$.uri', confidence: 1 },
      headline: { path: '$.headlines[0].value', confidence: 1 },
      versionCreated: { path: '$.versionCreated', confidence: 1 },
      'photos.0.byline': { path: '$.associations[0].by', confidence: 1 },
    });
  });
});

describe('what is ninjs', () => {
  test('a list, and a page of an API', async () => {
    const items = [
      { uri: 'a', type: 'text', pubstatus: 'usable' },
      { uri: 'b', type: 'text', pubstatus: 'usable' },
    ];
    for (const value of [items, { _items: items, _meta: { total: 2 } }]) {
      const { readings } = await readFormat(ninjs, JSON.stringify(value));
      expect(readings.map(({ item }) => item.uri)).toEqual(['a', 'b']);
    }
  });

  test.each([
    ['another vocabulary', { id: 7, headline: 'Geese', body: 'x' }],
    ['another type', { uri: 'u', type: 'Feature', renditions: {} }],
    ['a list of something else', [{ uri: 'u', type: 'text', pubstatus: 'usable' }, 7]],
    ['an empty list', []],
    ['a text', 'versioncreated'],
  ])('%s is not', async (_what, value) => {
    await expect(readFormat(ninjs, JSON.stringify(value))).rejects.toThrow('not detected');
  });

  test('ninjs that is cut short is malformed', async () => {
    const cut = '{"uri":"urn:fell:1","type":"text","versioncreated":"2024-02-03T10:11:12Z","body_html":"<p>Ge';
    await expect(readFormat(ninjs, cut)).rejects.toMatchObject({ code: 'malformed' });
  });

  test('a plan holds nothing to publish', async () => {
    await expect(itemOf({ type: 'planning', versionCreated: 'x' })).rejects.toMatchObject({ code: 'no-content' });
  });
});
