import { markup, type Story } from './stories';

/** Stories in the formats that are JSON, lines, mail or a web page. */

export function ninjs(story: Story): string {
  const { id, headline, byline, place, abstract, keywords, photo } = story;
  return JSON.stringify({
    uri: `urn:example:${id}`,
    type: 'text',
    version: '2',
    versioncreated: '2024-05-31T15:04:00Z',
    pubstatus: 'usable',
    urgency: 4,
    language: 'en-GB',
    headline,
    byline,
    located: place,
    description_text: abstract,
    copyrightholder: 'Nordlys News',
    copyrightnotice: '© 2024 Nordlys News',
    usageterms: 'No archival use after 30 days.',
    ednote: 'Pictures to follow.',
    keywords,
    subject: [{ code: 'medtop:20000344', name: 'economy' }],
    body_html: markup(story),
    associations: {
      featured: {
        uri: `urn:example:${id}:photo`,
        type: 'picture',
        description_text: photo.caption,
        byline: photo.byline,
        creditline: photo.credit,
        renditions: { original: { href: photo.href, mimetype: 'image/jpeg', width: 1200, height: 800 } },
      },
    },
  });
}

export function apMedia(story: Story): string {
  const { id, headline, byline, abstract, photo } = story;
  return JSON.stringify({
    data: {
      item: {
        uri: `https://api.example/${id}`,
        altids: { itemid: id, etag: `${id}_2a`, friendlykey: '1' },
        version: 2,
        type: 'text',
        pubstatus: 'usable',
        urgency: 4,
        versioncreated: '2024-05-31T15:04:00Z',
        firstcreated: '2024-05-31T12:00:00Z',
        headline,
        headline_extended: abstract,
        bylines: [{ by: `By ${byline}` }],
        copyrightnotice: 'Copyright 2024 Nordlys News.',
        usageterms: ['No archival use after 30 days.'],
        ednote: 'Pictures to follow.',
        body_nitf: `<block>${markup(story)}</block>`,
        associations: { 1: { type: 'picture', caption: photo.caption, uri: photo.href } },
      },
    },
  });
}

export function digitalwires(story: Story): string {
  const { id, headline, byline, abstract, keywords } = story;
  return JSON.stringify({
    version: '2',
    urn: `urn:newsml:dpa.com:20090101:${id}`,
    entry_id: id,
    version_created: '2024-05-31T15:04:00+02:00',
    updated: '2024-05-31T15:04:01Z',
    pubstatus: 'usable',
    urgency: 3,
    language: 'en',
    headline,
    kicker: 'Ferries',
    teaser: abstract,
    byline: `By ${byline}`,
    dateline: 'Vardø (nn) - ',
    creditline: 'nn',
    copyrightnotice: 'Copyright 2024, nn',
    usageterms: 'Only with written agreement.',
    keyword_names: keywords,
    categories: [{ type: 'dnltype:dpasubject', qcode: 'dpasubject:1', name: 'economy' }],
    ednotes: [{ ednote: 'Pictures to follow.', role: 'dpaednoterole:editorialnote' }],
    article_html: `<section class="main">${markup(story)}</section>`,
    associations: [],
  });
}

const plainLines = ({ paragraphs }: Story): string => paragraphs.join('\n\n');

export function plainText(story: Story): string {
  const { headline, byline, place } = story;
  return `${headline}\n\nBy ${byline}\n\n${place} (Nordlys) - ${plainLines(story)}\n\n© 2024 Nordlys News. All rights reserved.\n`;
}

export function anpa1312({ id, headline, byline, paragraphs }: Story): string {
  const body = paragraphs.map((text) => `\t${text}\r\n`).join('');
  return `\x16\x16\x01aP1234\x1fapnet-\r\nr i \x13\x11BC-${id}   05-31 0900\r\n\x02^BC-${id},900<\r\n^${headline}<\r\n^By ${byline}=\r\n^Nordlys Writer=\r\n${body}\x03\r\nNN-WF-05-31-24 1504GMT<\r\n\x0c\x04`;
}

export function iptc7901({ headline, byline, paragraphs }: Story): string {
  const body = paragraphs.map((text) => `   ${text}\r\n`).join('');
  return `\x01nno0123 4 ec 900 nordlys\r\nNorway-ferries/\r\n\x02${headline} =\r\n\r\nBy ${byline} =\r\n\r\n   Vardo (nn) - ${body.trimStart()}nn rh\r\n\x03311504 GMT May 24\r\n\x7f\x7f\x04`;
}

export function email(story: Story): string {
  const { id, headline, byline } = story;
  return `From: Nordlys Desk <desk@nordlys.example>\r\nTo: in@news.example\r\nSubject: ${headline}\r\nMessage-ID: <${id}@nordlys.example>\r\nDate: Fri, 31 May 2024 15:04:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${headline}\r\n\r\nBy ${byline}\r\n\r\n${plainLines(story).replace(/\n/g, '\r\n')}\r\n`;
}

export function webPage(story: Story): string {
  const { headline, byline, photo } = story;
  const nav = Array.from({ length: 40 }, (_, n) => `<li><a href="/section/${n}">Section ${n}</a></li>`).join('');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${headline} | Nordlys</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Nordlys"><meta name="author" content="${byline}">
<meta property="article:published_time" content="2024-05-31T15:04:00Z"></head><body><nav><ul>${nav}</ul></nav>
<main><article><h1>${headline}</h1><p class="byline">By ${byline}</p><figure><img src="${photo.href}" alt="A ferry">
<figcaption>${photo.caption} (${photo.credit})</figcaption></figure>${markup(story)}</article></main>
<footer><p>© 2024 Nordlys News</p></footer></body></html>`;
}
