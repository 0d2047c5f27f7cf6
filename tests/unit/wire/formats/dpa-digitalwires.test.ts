import { dpaDigitalwires } from '../../../../server/wire/formats/dpa-digitalwires';
import type { WireItem } from '../../../../server/wire/item';
import { readFormat } from '../../../support/read-format';

const ENTRY = {
  format: 'digitalwires@0.9.1',
  urn: 'urn:newsml:fell.example:20240203:1',
  version: 2,
  version_created: '2024-02-03T11:11:12+01:00',
  pubstatus: 'usable',
  signal: null,
  embargoed: null,
  language: 'de',
  urgency: 3,
  kicker: 'Zugvögel',
  headline: 'Gänse ziehen früher nach Norden',
  teaser: 'Die Gänse sind früh.',
  byline: 'Von Åsa Lind und Nils Holgersson, fell',
  dateline: 'Kiruna/Abisko (fell) - ',
  article_html: '<section class="main"><p>Die Gänse ziehen.</p><h2>Warum</h2><p></p><ul><li>Wärme</li></ul></section>',
  infobox_html: '<section class="infobox"><h2>Hintergrund</h2><p>Graugänse.</p></section>',
  linkbox_html: '<section class="linkbox"><ul><li><a href="https://fell.example">Karte</a></li></ul></section>',
  creditline: 'fell',
  copyrightnotice: 'Copyright 2024, fell\n',
  usageterms: 'Nur mit Vereinbarung\nOnly with agreement',
  ednotes: [
    { role: 'dpaednoterole:closingline', ednote: 'fell al nh', is_publishable: true },
    { role: 'dpaednoterole:editorialnote', ednote: 'Bilder folgen', is_publishable: true },
    { role: 'dpaednoterole:contacts', ednote: 'Lind, +46 1', is_publishable: false },
  ],
  associations: [
    {
      type: 'image',
      urn: 'urn:newsml:fell.example:20240203:p1',
      headline: 'Gänse',
      caption: 'Gänse über Kiruna. ',
      creditline: 'Nils Holgersson/fell',
      renditions: [
        { size: 2048, width: 2048, height: null, mimetype: 'image/jpeg', url: 'https://fell.example/1.jpg' },
      ],
    },
  ],
  categories: [
    { type: 'dnltype:dpasubject', name: 'Tiere', qcode: 'medtop:20000500' },
    { type: 'dnltype:dpasubject', name: 'Vögel', qcode: 'dpasubject:7' },
    { type: 'dnltype:geosubject', name: 'Schweden', qcode: 'dpacountry:9' },
    { type: 'dnltype:desk', name: 'vm', qcode: 'dpacat:vm' },
    { type: 'dnltype:provider', name: 'fell', qcode: 'dnlprov:fell' },
  ],
  keyword_names: ['Gänse'],
  genre_names: ['Bericht'],
};

async function itemOf(entry: object): Promise<WireItem | undefined> {
  return (await readFormat(dpaDigitalwires, JSON.stringify(entry))).readings[0]?.item;
}

describe('dpa digitalwires', () => {
  test('an entry gives all its fields; infobox is story, linkbox is not', async () => {
    expect(await itemOf(ENTRY)).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: 'urn:newsml:fell.example:20240203:1',
      version: '2',
      versionCreated: '2024-02-03T10:11:12.000Z',
      language: 'de',
      urgency: 3,
      slugline: 'Zugvögel',
      headline: 'Gänse ziehen früher nach Norden',
      abstract: 'Die Gänse sind früh.',
      byline: 'Åsa Lind und Nils Holgersson, fell',
      dateline: 'Kiruna/Abisko',
      bodyHtml: '<p>Die Gänse ziehen.</p><h2>Warum</h2><ul><li>Wärme</li></ul>\n<h2>Hintergrund</h2><p>Graugänse.</p>',
      creditLine: 'fell',
      copyrightNotice: 'Copyright 2024, fell',
      usageTerms: 'Nur mit Vereinbarung Only with agreement',
      edNote: 'Bilder folgen Lind, +46 1',
      keywords: ['Gänse'],
      genres: ['Bericht'],
      categories: ['vm'],
      provider: 'fell',
      subjects: [
        { code: 'medtop:20000500', scheme: 'medtop', name: 'Tiere' },
        { code: 'dpasubject:7', scheme: 'dpasubject', name: 'Vögel' },
      ],
      places: [{ name: 'Schweden', code: 'dpacountry:9' }],
      photos: [
        {
          uri: 'urn:newsml:fell.example:20240203:p1',
          headline: 'Gänse',
          caption: 'Gänse über Kiruna.',
          creditLine: 'Nils Holgersson/fell',
          renditions: [{ name: '2048', href: 'https://fell.example/1.jpg', mimeType: 'image/jpeg', width: 2048 }],
        },
      ],
    });
  });

  const embargoNote = { role: 'dpaednoterole:embargo', ednote: 'Sperrfrist Sonntag', is_publishable: false };
  const states: [object, Partial<WireItem>][] = [
    [{ pubstatus: null }, { pubStatus: 'usable' }],
    [{ pubstatus: 'canceled' }, { pubStatus: 'canceled', signals: ['kill'] }],
    [{ signal: 'sig:correction' }, { signals: ['correction'] }],
    [{ embargoed: '2024-02-04T00:00:00+01:00' }, { embargoedUntil: '2024-02-03T23:00:00.000Z' }],
    [{ ednotes: [embargoNote] }, { embargoedUntil: '9999-12-31T23:59:59.000Z', edNote: 'Sperrfrist Sonntag' }],
  ];
  test.each(states)('%j', async (change, expected) => {
    expect(await itemOf({ ...ENTRY, ...change })).toMatchObject(expected);
  });

  test('entries of a feed, and an entry that is cut short', async () => {
    const feed = JSON.stringify({ entries: [ENTRY, { ...ENTRY, urn: 'urn:2' }] });
    expect((await readFormat(dpaDigitalwires, feed)).readings).toHaveLength(2);
    const cut = JSON.stringify(ENTRY).slice(0, 300);
    await expect(readFormat(dpaDigitalwires, cut)).rejects.toMatchObject({ code: 'malformed' });
  });
});
