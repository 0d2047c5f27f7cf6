import { email } from '../../../../server/wire/formats/email';
import type { WireItem } from '../../../../server/wire/item';
import { Source } from '../../../../server/wire/source';
import { jpegWith } from '../../../support/jpeg';
import { readFormat } from '../../../support/read-format';

const HEAD = [
  'Received: by mail.example with ESMTP; Tue, 05 Mar 2024 18:20:07 +0100',
  'Message-ID: <17.wall@fenwire.example>',
  'Date: Tue, 05 Mar 2024 18:20:00 +0100',
  'From: Fen Wire Desk <desk@fenwire.example>',
  'To: newsroom@courier.example',
  'MIME-Version: 1.0',
];
const STORY = `MARSH END, England (Reuters) - The town council of Marsh End voted on Tuesday to rebuild the harbour wall, which the January storm broke in three places.

Work is to begin in April and to cost 4.2 million, of which the county pays half, according to the plan that the council saw.

Fishermen had asked for a higher wall, but the engineers said that it would only send the waves into the old market.`;

function mail(subject: string, body: string, type = 'text/plain; charset=utf-8', more: string[] = []): string {
  return [...HEAD, `Subject: ${subject}`, ...more, `Content-Type: ${type}`, '', body].join('\r\n');
}

interface Part {
  headers: string[];
  body: string;
}

function multipart(kind: string, parts: readonly Part[]): [string, string] {
  const body = parts.map(({ headers, body: text }) => ['--b1', ...headers, '', text].join('\r\n')).join('\r\n');
  return [`${body}\r\n--b1--\r\n`, `multipart/${kind}; boundary=b1`];
}

const textPart = (text: string): Part => ({ headers: ['Content-Type: text/plain; charset=utf-8'], body: text });
const htmlPart = (html: string): Part => ({ headers: ['Content-Type: text/html; charset=utf-8'], body: html });
const filePart = (type: string, name: string, bytes: Buffer, more: string[] = []): Part => ({
  headers: [
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    ...more,
  ],
  body: bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
});

async function read(source: string): Promise<{ item: WireItem; warnings: string[] }> {
  const { readings, warnings } = await readFormat(email, source);
  const [reading] = readings;
  if (!reading) throw new Error('nothing was read');
  return { item: reading.item, warnings: warnings.map(({ code }) => code) };
}

describe('what a mail is', () => {
  it.each([
    ['a mail', mail('A', 'B'), true],
    ['a mail after blank lines', `   \r\n\r\n${mail('A', 'B')}`, true],
    ['a mail of a mailbox', `From desk@fen.example Tue Mar  5 18:20:00 2024\n${mail('A', 'B')}`, true],
    ['a story that was pasted with its head', 'From: Desk\nDate: 5 March 2024\nSubject: Wall\n\nText', false],
    ['a story', 'Received wisdom: the wall\n\nText', false],
  ])('%s', (_, text, expected) => {
    expect(email.detect(new Source({ bytes: Buffer.from(text) }))).toBe(expected);
  });
});

describe('a story by mail', () => {
  it('has the fields of its head and those that the plain-text reader finds', async () => {
    const { item } = await read(
      mail('Marsh End to rebuild its harbour wall', `${STORY}\n\n© 2024 Fen Press Ltd. All rights reserved.`),
    );
    expect(item).toMatchObject({
      type: 'text',
      uri: '17.wall@fenwire.example',
      versionCreated: '2024-03-05T17:20:00.000Z',
      headline: 'Marsh End to rebuild its harbour wall',
      dateline: 'MARSH END, England',
      provider: 'Reuters',
      copyrightHolder: 'Fen Press Ltd',
      language: 'en',
    });
    expect(item.bodyHtml?.match(/<p>/g)).toHaveLength(3);
    expect(item.bodyHtml).toContain('<p>The town council');
  });

  it.each([
    ['Fwd: Re: Wall to be rebuilt in Marsh End', 'Wall to be rebuilt in Marsh End'],
    ['WG: [fen-list] Wall to be rebuilt in Marsh End', 'Wall to be rebuilt in Marsh End'],
    ['=?utf-8?B?TWF1ZXIgd2lyZCBlcm5ldWVydDogQsO8cmdlciBmcm9o?=', 'Mauer wird erneuert: Bürger froh'],
  ])('subject %s', async (subject, headline) => {
    expect((await read(mail(subject, STORY))).item.headline).toBe(headline);
  });

  it('has no signature, no disclaimer and no head of a forwarded mail', async () => {
    const body = `FYI\n\n---------- Forwarded message ----------\nFrom: Ines Bakker <i@fen.example>\nDate: Tue, 5 Mar 2024\nSubject: Wall\n\n${STORY}\n\nThis e-mail and any attachments are confidential and intended only for the addressee.\n\n-- \nInes Bakker\nFen Wire`;
    const { item } = await read(mail('Wall to be rebuilt', body));
    expect(item.bodyHtml?.match(/<p>/g)).toHaveLength(3);
    expect(JSON.stringify(item)).not.toMatch(/FYI|confidential|i@fen/);
  });

  it('is read from the text where there is HTML too', async () => {
    const [body, type] = multipart('alternative', [textPart(STORY), htmlPart('<p>Something else</p>')]);
    const { item } = await read(mail('Wall', body, type));
    expect(item.bodyHtml).not.toContain('Something else');
  });

  it('is read from HTML where there is nothing else, without its scripts', async () => {
    const html = `<html><style>p{}</style><body>${STORY.split('\n\n')
      .map((p) => `<p onclick="x">${p}</p>`)
      .join('')}<script>alert(1)</script></body></html>`;
    const { item } = await read(mail('Wall to be rebuilt', html, 'text/html; charset=utf-8'));
    expect(item.dateline).toBe('MARSH END, England');
    expect(item.bodyHtml?.match(/<p>/g)).toHaveLength(3);
    expect(item.bodyHtml).not.toMatch(/alert|onclick/);
  });

  it('may come in quoted-printable and windows-1252', async () => {
    const body = STORY.replace('Marsh End voted', 'Marsh End=97the caf=E9 town=97voted');
    const { item } = await read(
      mail('Wall', body, 'text/plain; charset=windows-1252', ['Content-Transfer-Encoding: quoted-printable']),
    );
    expect(item.bodyHtml).toContain('Marsh End—the café town—voted');
  });

  it('may label its fields', async () => {
    const labels =
      'Headline: Wall to be rebuilt\nSlugline: fen-wall\nAbstract: Work starts in April.\nUsage: Not for use after 30 June\n\n';
    const { item } = await read(mail('SDA', labels + STORY));
    expect(item).toMatchObject({
      headline: 'Wall to be rebuilt',
      slugline: 'fen-wall',
      abstract: 'Work starts in April.',
      usageTerms: 'Not for use after 30 June',
    });
    expect(item.bodyHtml).not.toContain('Slugline');
  });

  it('may be the JSON of a form', async () => {
    const form = {
      Headline: ['Wall to be rebuilt'],
      Slugline: ['fen-wall'],
      Category: ['LOCAL'],
      Urgency: ['4'],
      Body: ['One.\n\nTwo <script>alert(1)</script>.'],
    };
    const { item } = await read(mail('Form', JSON.stringify(form)));
    expect(item).toMatchObject({
      headline: 'Wall to be rebuilt',
      slugline: 'fen-wall',
      categories: ['LOCAL'],
      urgency: 4,
    });
    expect(item.bodyHtml).not.toContain('<script');
  });

  it('says where each field came from', async () => {
    const { readings } = await readFormat(email, mail('Wall to be rebuilt', STORY));
    expect(readings[0]?.provenance).toMatchObject({
      uri: { path: 'Message-ID', confidence: 1 },
      versionCreated: { path: 'Date', confidence: 1 },
      dateline: { path: expect.stringMatching(/^text\/plain /) },
    });
    expect(JSON.stringify(readings[0]?.provenance)).not.toContain('span');
  });
});

describe('attachments', () => {
  const picture = jpegWith({
    iim: {
      '2:80': 'Lena Voss',
      '2:110': 'AP',
      '2:116': '© 2024 Northpix',
      '2:40': 'NO ARCHIVES',
      '2:120': 'The wall after the storm.',
    },
  });

  it('that are pictures are photos, with what is written in them', async () => {
    const [body, type] = multipart('mixed', [textPart(STORY), filePart('image/jpeg', 'wall.jpg', picture)]);
    const { item } = await read(mail('Wall', body, type));
    expect(item.photos).toEqual([
      expect.objectContaining({
        caption: 'The wall after the storm.',
        byline: 'Lena Voss',
        creditLine: 'AP',
        copyrightNotice: '© 2024 Northpix',
        instructions: 'NO ARCHIVES',
        renditions: [{ name: 'attachment', href: 'attachment:wall.jpg', mimeType: 'image/jpeg' }],
      }),
    ]);
  });

  it('that stand in the HTML are photos too, but for logos', async () => {
    const large = Buffer.concat([picture, Buffer.alloc(6_000)]);
    const [body, type] = multipart('related', [
      htmlPart(`<p>${STORY}</p><img src="cid:wall"><img src="cid:logo">`),
      filePart('image/jpeg', 'wall.jpg', large, ['Content-ID: <wall>']),
      filePart('image/jpeg', 'logo.jpg', picture, ['Content-ID: <logo>']),
    ]);
    const { item } = await read(mail('Wall', body, type));
    expect(item.photos?.map(({ renditions }) => renditions?.[0]?.href)).toEqual(['cid:wall']);
  });

  it('of other kinds are named in a warning', async () => {
    const [body, type] = multipart('mixed', [
      textPart(STORY),
      filePart('application/pdf', 'plan.pdf', Buffer.from('%PDF-1.4')),
    ]);
    const { item, warnings } = await read(mail('Wall', body, type));
    expect(item.photos).toBeUndefined();
    expect(warnings).toContain('attachment-not-read');
  });

  it('that are text are the story where the mail has none', async () => {
    const [body, type] = multipart('mixed', [filePart('text/plain', 'story.txt', Buffer.from(STORY))]);
    expect((await read(mail('Wall', body, type))).item.dateline).toBe('MARSH END, England');
  });
});

describe('broken and hostile mails', () => {
  it('without a story are refused', async () => {
    await expect(read(mail('', ''))).rejects.toMatchObject({ name: 'WireError', code: 'no-content' });
  });

  it('with parts in parts without end are refused', async () => {
    const depth = 200;
    const open = Array.from(
      { length: depth },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    ).join('');
    await expect(read(mail('A', open, 'multipart/mixed; boundary=b0'))).rejects.toMatchObject({
      name: 'WireError',
      code: 'too-deep',
    });
  });

  it.each([
    ['a boundary that never comes', mail('Wall to be rebuilt', STORY, 'multipart/mixed; boundary=none')],
    ['base64 that is none', mail('Wall to be rebuilt', '%%%%', 'text/plain', ['Content-Transfer-Encoding: base64'])],
    ['a charset that nobody knows', mail('Wall to be rebuilt', STORY, 'text/plain; charset=x-klingon')],
  ])('%s costs the part, not the mail', async (_, source) => {
    expect((await read(source)).item.headline).toBe('Wall to be rebuilt');
  });

  it('with lines without end are refused before they cost time', async () => {
    const started = Date.now();
    await expect(read(mail('A', '\n'.repeat(1_000_000)))).rejects.toMatchObject({
      name: 'WireError',
      code: 'too-large',
    });
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('with a megabyte of header lines is read or refused at once', async () => {
    const started = Date.now();
    const source = mail(
      'Wall',
      STORY,
      'text/plain',
      Array.from({ length: 40_000 }, (_, n) => `X-H${n}: ${'a'.repeat(20)}`),
    );
    await read(source).catch((error: unknown) => expect(error).toMatchObject({ name: 'WireError' }));
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
