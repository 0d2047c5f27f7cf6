import { anpa1312 } from '../../../../server/wire/formats/anpa-1312';
import type { WireItem } from '../../../../server/wire/item';
import { readFormat } from '../../../support/read-format';

interface Parts {
  header?: string;
  text: readonly string[];
  trailer?: string;
}

/** SYN SYN SOH header STX text ETX trailer EOT. */
function transmission({ header, text, trailer = 'AP-WF-02-03-24 1011GMT<' }: Parts): string {
  const head = header ?? 'a4644\x1f-----\r\nr i\x13\x11 BC-EU--Norway-Storm     02-03 0600';
  return `\x16\x16\x01${head}\r\n\x02${text.join('\r\n')}\r\n\r\n\t   \x03${trailer}\r\n\r\n\f\r\n\x04`;
}

async function itemOf(parts: Parts): Promise<WireItem | undefined> {
  return (await readFormat(anpa1312, transmission(parts))).readings[0]?.item;
}

const HEAD = ['^BC-EU--Norway-Storm, 1st Ld-Writethru,600<', '^Storm closes harbour of Skarn< '];
const BODY = [
  '\t   SKARN, Norway (AP) _ The harbour stayed closed, officials said. ',
  "\t   ``Nobody sails,'' said the pilot. ",
];

describe('ANPA 1312', () => {
  test('a story as AP sends it', async () => {
    const text = [
      ...HEAD,
      '^Ferries wait for noon<',
      '^AP Photo XYZ101, XYZ102<',
      '^Eds: UPDATES with quotes.<',
      '^By NILS HOLGERSSON and AKKA K.=',
      '^Associated Press=',
      ...BODY,
      '\t   ___',
      '^ON LAND=',
      '\t   Buses run.',
    ];
    expect(await itemOf({ text })).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: expect.stringMatching(/^newswire:anpa-1312:AP:a4644:20240203:[0-9a-f]{32}$/) as unknown,
      urgency: 4,
      categories: ['i'],
      provider: 'AP',
      versionCreated: '2024-02-03T10:11:00.000Z',
      slugline: 'BC-EU--Norway-Storm, 1st Ld-Writethru',
      signals: ['update'],
      headline: 'Storm closes harbour of Skarn',
      abstract: 'Ferries wait for noon',
      byline: 'NILS HOLGERSSON and AKKA K.',
      dateline: 'SKARN, Norway',
      edNote: 'AP Photo XYZ101, XYZ102 Eds: UPDATES with quotes.',
      bodyHtml:
        '<p>SKARN, Norway (AP) — The harbour stayed closed, officials said.</p>' +
        '<p>“Nobody sails,” said the pilot.</p><p>ON LAND</p><p>Buses run.</p>',
    });
  });

  test('a story as Kyodo sends it: wrapped lines, a headline that ends with "+", day before month', async () => {
    const item = await itemOf({
      header: 'a0105KYODO\x1f_koko-\r\nr s\x14\x12 BC-Skarn-Regatta   09-12 0344',
      text: [
        'BC-Skarn-Regatta',
        'Sailing: Akka wins seventh',
        'regatta of Skarn+',
        '     SKARN, Norway, Dec. 9 Kyodo - Akka won ',
        'on Sunday.',
        '     She sailed.',
        '==Kyodo',
      ],
      trailer: 'KWS-21:37-09-12-18',
    });
    expect(item).toMatchObject({
      provider: 'Kyodo',
      versionCreated: '2018-12-09T21:37:00.000Z',
      headline: 'Sailing: Akka wins seventh regatta of Skarn',
      dateline: 'SKARN, Norway',
      bodyHtml: '<p>SKARN, Norway, Dec. 9 Kyodo - Akka won on Sunday.</p><p>She sailed.</p>',
    });
  });

  test('columns become a table', async () => {
    const text = [
      ...HEAD,
      '^League=',
      '\x08\x1f\x1e W\x1e \x1e L',
      '\x08Skarn\x10 Bay\x1f\x1e 73\x1e \x1e 52{',
      '\t   Akka 6, Nils 5',
    ];
    expect((await itemOf({ text }))?.bodyHtml).toBe(
      '<p>League</p><table><tbody><tr><td></td><td>W</td><td>L</td></tr>' +
        '<tr><td>Skarn Bay</td><td>73</td><td>52½</td></tr></tbody></table><p>Akka 6, Nils 5</p>',
    );
  });

  const flags: [what: string, head: string[], expected: Partial<WireItem>][] = [
    ['a kill', ['^BC-EU--Norway-Storm, KILL,100<', '^Storm<'], { pubStatus: 'canceled', signals: ['kill'] }],
    ['a correction', ['^BC-EU--Norway-Storm, Correction<', '^Storm<'], { signals: ['correction'] }],
    [
      'an embargo in the note',
      [
        '^BC-EU--Norway-Storm<',
        '^Storm<',
        '^Eds: Hold for release at 0600 GMT, Feb. 5, 2024.<',
        '^EMBARGOED UNTIL 0600 GMT, Feb. 5, 2024<',
      ],
      { embargoedUntil: '2024-02-05T06:00:00.000Z' },
    ],
  ];
  test.each(flags)('%s stands in the text', async (_what, head, expected) => {
    expect(await itemOf({ text: [...head, ...BODY] })).toMatchObject(expected);
  });

  test('an alert has its text as headline', async () => {
    const text = ['^BC-EU--APNewsAlert,20<', '\t   SKARN, Norway (AP) _ Storm closes harbour of Skarn.'];
    const header = 'a4645\x1f-----\r\nb i\x13\x11 BC-EU--APNewsAlert     02-03 0020';
    expect(await itemOf({ header, text })).toMatchObject({
      headline: 'Storm closes harbour of Skarn.',
      signals: ['alert'],
      urgency: 2,
    });
  });

  test('a note that goes on in the next line, and one that readers see too', async () => {
    const text = [
      ...HEAD,
      '^Eds: UPDATES with quotes. Will be',
      'updated by noon.<',
      "\t   EDITOR'S NOTE _ Nils sails.",
      ...BODY,
    ];
    const item = await itemOf({ text });
    expect(item?.edNote).toBe("Eds: UPDATES with quotes. Will be updated by noon. EDITOR'S NOTE — Nils sails.");
    expect(item?.bodyHtml).toMatch(/^<p>EDITOR'S NOTE — Nils sails\.<\/p><p>SKARN/);
    expect(item?.dateline).toBe('SKARN, Norway');
  });

  test('an agency is no author', async () => {
    expect(await itemOf({ text: [...HEAD, '^By The Associated Press=', ...BODY] })).not.toHaveProperty('byline');
  });

  test('a second delivery has the same identifier, another story another', async () => {
    const wrapped = [...HEAD, '\t   SKARN, Norway (AP) _ The harbour', 'stayed closed, officials said.', BODY[1] ?? ''];
    const first = await itemOf({ text: [...HEAD, ...BODY] });
    expect((await itemOf({ text: wrapped }))?.uri).toBe(first?.uri);
    expect((await itemOf({ text: [...HEAD, ...BODY, '\t   More.'] }))?.uri).not.toBe(first?.uri);
  });

  test('several transmissions in a file', async () => {
    const both =
      transmission({ text: [...HEAD, ...BODY] }) + transmission({ text: ['^BC-Other<', '^Other<', ...BODY] });
    const { readings } = await readFormat(anpa1312, both);
    expect(readings.map(({ item }) => item.headline)).toEqual(['Storm closes harbour of Skarn', 'Other']);
  });

  test('a header without a text is malformed, other text is not ANPA', async () => {
    await expect(itemOf({ text: [''] })).rejects.toMatchObject({ code: 'malformed' });
    await expect(readFormat(anpa1312, '\x01eca0003 3 i 380  dpa 0045\r\n\x02x\x03')).rejects.toThrow('not detected');
  });
});
