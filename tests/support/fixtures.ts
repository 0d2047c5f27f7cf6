import * as text from '../../bench/fixtures-text';
import * as xml from '../../bench/fixtures-xml';
import { stories } from '../../bench/stories';
import type { FormatName } from '../../server/wire/format';
import { jpegWith } from './jpeg';
import { zipOf } from './zip';

const STORIES = stories(3, 8);
const each = (write: (story: (typeof STORIES)[number]) => string): Buffer[] =>
  STORIES.map((story) => Buffer.from(write(story), 'utf8'));
const picture = jpegWith({
  iim: { '1:90': '\x1b%G', '2:80': 'Jörg Lind', '2:110': 'Nordlys', '2:120': 'A ferry.', '2:55': '20240203' },
  xmp: { 'photoshop:Credit': 'Nordlys', 'dc:creator': ['Jörg Lind'], 'plus:Licensor': [{ 'plus:LicensorURL': 'u' }] },
  exif: { 315: 'Jörg Lind', 270: 'A ferry.' },
});
const mailOfParts = Buffer.from(
  [
    'From: Nordlys <desk@nordlys.example>\r\nTo: in@news.example\r\nSubject: =?utf-8?Q?F=C3=A6rge?=\r\nMIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary="b2"\r\n',
    '--b2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    '<h1>Ferry runs on</h1><p>VARD=C3=98 (Nordlys) - The ferry runs until <b>May</b>.</p><img src=3D"cid:p">\r\n--b2--',
    '--b1\r\nContent-Type: image/jpeg; name="p.jpg"\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <p>\r\n',
    `${picture.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b1--\r\n`,
  ].join('\r\n'),
);

/** A few invented inputs of every format. */
export function fixtures(): Record<FormatName, Buffer[]> {
  return {
    nitf: each(xml.nitf),
    'newsml-1': each(xml.newsml1),
    'newsml-g2': each(xml.newsmlG2),
    rss: [Buffer.from(xml.rss(STORIES))],
    atom: [Buffer.from(xml.atom(STORIES))],
    wxr: [Buffer.from(xml.wxr(STORIES))],
    ninjs: each(text.ninjs),
    'ap-media': each(text.apMedia),
    'dpa-digitalwires': each(text.digitalwires),
    'plain-text': each(text.plainText),
    'anpa-1312': each(text.anpa1312),
    'iptc-7901': each(text.iptc7901),
    email: [...each(text.email), mailOfParts],
    'web-page': each(text.webPage),
    image: [picture],
  };
}

/** Archives of such inputs. */
export const ARCHIVES: readonly Buffer[] = [
  zipOf([
    { name: 'story.xml', data: xml.nitf(STORIES[0] ?? fail()) },
    { name: 'p.jpg', data: picture },
  ]),
  zipOf([{ name: 'a/story.txt', data: text.plainText(STORIES[1] ?? fail()), stored: true }]),
];

function fail(): never {
  throw new Error('There are no stories.');
}
