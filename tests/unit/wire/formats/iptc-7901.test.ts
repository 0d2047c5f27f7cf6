import iconv from 'iconv-lite';
import { iptc7901 } from '../../../../server/wire/formats/iptc-7901';
import type { WireItem } from '../../../../server/wire/item';
import { readFormat } from '../../../support/read-format';

interface Parts {
  header?: string;
  keywords?: string;
  text: readonly string[];
  trailer?: string;
}

/** SOH header STX text ETX trailer DEL EOT. */
function transmission({ header, keywords, text, trailer }: Parts): Buffer {
  const head = `\x01${header ?? 'eca0003 3 i 380  dpa 0045'}\r\n\n${keywords ?? 'Norway/weather/'}\r\n`;
  return Buffer.from(
    `${head}\x02${text.join('\r\n')}\r\n\r\n\x03${trailer ?? '212322 GMT Nov 18'}\r\n\x7f\x7f\x04`,
    'latin1',
  );
}

async function itemOf(parts: Parts, zone?: string): Promise<WireItem | undefined> {
  const { readings } = await readFormat(iptc7901, { bytes: transmission(parts) }, zone === undefined ? {} : { zone });
  return readings[0]?.item;
}

const BODY = ['', 'Skarn (dpa) - The harbour stayed closed on', 'Wednesday.', '', 'Nobody sails.', ''];

describe('IPTC 7901', () => {
  test('a story as dpa sends it', async () => {
    const text = [
      'REFILE', '1ST LEAD', 'Storm closes harbour of Skarn', 'By Nils Holgersson, dpa =', ...BODY,
      '# Notebook', '', '## Note to editors', '- adds quote', '', '* * * *',
      'The following information is not intended for publication', '', '- Editing by: Akka, <desk@example.com>',
    ]; // prettier-ignore
    expect(await itemOf({ text })).toEqual({
      type: 'text',
      pubStatus: 'usable',
      uri: expect.stringMatching(/^newswire:iptc-7901:dpa:eca0003:20181121:[0-9a-f]{32}$/) as unknown,
      urgency: 3,
      categories: ['i'],
      slugline: 'Norway/weather/',
      provider: 'dpa',
      versionCreated: '2018-11-21T23:22:00.000Z',
      headline: 'Storm closes harbour of Skarn',
      byline: 'Nils Holgersson, dpa',
      dateline: 'Skarn',
      signals: ['correction', 'update'],
      edNote:
        'Notebook Note to editors - adds quote The following information is not intended for publication - Editing by: Akka, <desk@example.com>',
      bodyHtml: '<p>Skarn (dpa) - The harbour stayed closed on Wednesday.</p><p>Nobody sails.</p>',
    });
  });

  test('a story as ATS sends it: rubrics, indents, latin-1, a date without a zone', async () => {
    const item = await itemOf(
      {
        header: 'bsf025 3 ec 121   etf 967',
        keywords: 'France',
        text: [
          'Situation ',
          'France:  ',
          "Tempête: une «catastrophe» pour l'économie = ",
          ' ',
          '   Paris (ats) Le port est fermé, ',
          'a dit le maire.',
          ' ',
          '   Il a plu.',
        ],
        trailer: '091223 dec 18',
      },
      'Europe/Zurich',
    );
    expect(item).toMatchObject({
      headline: "Tempête: une «catastrophe» pour l'économie",
      categories: ['ec'],
      versionCreated: '2018-12-09T11:23:00.000Z',
      bodyHtml: '<p>Paris (ats) Le port est fermé, a dit le maire.</p><p>Il a plu.</p>',
    });
  });

  test('a headline goes on in the next line where the first is full', async () => {
    const text = ['Storm closes the harbour of Skarn and all ferries wait', 'until noon, says the port =', ...BODY];
    expect((await itemOf({ text }))?.headline).toBe(
      'Storm closes the harbour of Skarn and all ferries wait until noon, says the port',
    );
  });

  const flags: [string[], Partial<WireItem>][] = [
    [['KILL KILL KILL', 'Storm closes harbour ='], { pubStatus: 'canceled', signals: ['kill'] }],
    [['HOLD HOLD HOLD', 'Storm closes harbour ='], { pubStatus: 'withheld' }],
    [['Berichtigung', 'Storm closes harbour ='], { signals: ['correction'] }],
    [
      ['EMBARGO: 22 November 2018, 06.00 GMT', 'Storm closes harbour ='],
      { embargoedUntil: '2018-11-22T06:00:00.000Z' },
    ],
  ];
  test.each(flags)('%j', async (head, expected) => {
    expect(await itemOf({ text: [...head, ...BODY] })).toMatchObject(expected);
  });

  test.each(['latin1', 'cp850', 'utf-8', 'windows-1251'])('text in %s', async (charset) => {
    const letters =
      charset === 'windows-1251'
        ? 'Буря закрыла гавань, сообщили власти города'
        : 'Schöne Grüße aus Lübeck, sagt der Bürgermeister für die Stadt';
    const bytes = transmission({ text: BODY });
    const at = bytes.indexOf('\x02') + 1;
    const text = iconv.encode(`${letters} =\r\n\r\n${letters}.\r\n`, charset);
    const whole = Buffer.concat([bytes.subarray(0, at), text, Buffer.from('\x03212322 GMT Nov 18\r\n\x04')]);
    const { readings } = await readFormat(iptc7901, { bytes: whole });
    expect(readings[0]?.item.headline).toBe(letters);
  });

  test('German month names', async () => {
    const item = await itemOf({ text: ['Sturm =', ...BODY], trailer: '211259 GMT Dez 18' });
    expect(item?.versionCreated).toBe('2018-12-21T12:59:00.000Z');
  });

  test('a header without a text is malformed', async () => {
    await expect(itemOf({ text: [''] })).rejects.toMatchObject({ code: 'malformed' });
  });
});
