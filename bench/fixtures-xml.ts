import { escaped, markup, type Story } from './stories';

/** Stories in the XML formats, with the metadata that agencies send beside them. */

const subjects = ['04000000', '04015000', '10000000', '04015001', '11000000'];

export function nitf(story: Story): string {
  const { id, headline, byline, place, abstract, keywords, photo } = story;
  return `<?xml version="1.0" encoding="UTF-8"?>
<nitf version="-//IPTC//DTD NITF 3.6//EN" baselang="en-GB"><head><title>${escaped(headline)}</title>
<meta name="anpa-category" content="i"/><meta name="anpa-keyword" content="${id}"/>
<tobject tobject.type="news"><tobject.property tobject.property.type="current"/>
${subjects.map((code) => `<tobject.subject tobject.subject.refnum="${code}" tobject.subject.type="Economy"/>`).join('\n')}
</tobject>
<docdata management-status="usable"><doc-id id-string="${id}" regsrc="example.org"/><urgency ed-urg="4"/>
<date.issue norm="20240531T150400+0200"/><date.release norm="20240531T150400+0200"/><date.expire norm="20240630T150400Z"/>
<du-key key="${id}" version="2"/><ed-msg info="Pictures to follow."/><doc.copyright holder="Nordlys News" year="2024"/>
<key-list>${keywords.map((keyword) => `<keyword key="${keyword}"/>`).join('')}</key-list></docdata></head>
<body><body.head><hedline><hl1>${escaped(headline)}</hl1><hl2>Night crossing stays</hl2></hedline>
<byline>By <person>${byline}</person></byline><distributor>Nordlys News</distributor>
<dateline><location>${place}</location><story.date norm="20240531">May 31</story.date></dateline>
<abstract><p>${escaped(abstract)}</p></abstract></body.head>
<body.content>${markup(story)}
<media media-type="image"><media-reference mime-type="image/jpeg" source="${photo.href}" width="1200" height="800"/>
<media-caption>${escaped(photo.caption)}</media-caption><media-producer>${photo.byline}</media-producer></media>
</body.content></body></nitf>`;
}

export function newsml1Item(story: Story): string {
  const { id, headline, byline, place, keywords, photo } = story;
  return `<NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20240531</DateId>
<NewsItemId>${id}</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
<PublicIdentifier>urn:newsml:example.org:20240531:${id}:2</PublicIdentifier></NewsIdentifier><NameLabel>${id}</NameLabel>
</Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20240531T150400Z</FirstCreated>
<ThisRevisionCreated>20240531T160400Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>${escaped(headline)}</HeadLine><ByLine>By ${byline}</ByLine>
<DateLine>${place}, May 31, 2024 (Nordlys) -</DateLine><CreditLine>Nordlys</CreditLine>
<CopyrightLine>© 2024 Nordlys News</CopyrightLine><SlugLine>${id}</SlugLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Nordlys"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/>
${subjects.map((code) => `<SubjectCode><SubjectMatter FormalName="${code}" cat="ECO"/></SubjectCode>`).join('\n')}
${keywords.map((keyword) => `<Property FormalName="Keyword" Value="${keyword}"/>`).join('\n')}</DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/><DataContent><nitf><body><body.content>
${markup(story)}</body.content></body></nitf></DataContent></ContentItem></NewsComponent>
<NewsComponent Duid="photo0"><NewsLines><HeadLine>${escaped(photo.caption)}</HeadLine><CreditLine>${photo.credit}</CreditLine>
<ByLine>${photo.byline}</ByLine></NewsLines><NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
<DataContent><p>${escaped(photo.caption)}</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="HighDef"/><ContentItem Href="${photo.href}"><MediaType FormalName="Photo"/><Characteristics>
<Property FormalName="Width" Value="1200"/><Property FormalName="Height" Value="800"/></Characteristics></ContentItem></NewsComponent>
</NewsComponent></NewsComponent></NewsItem>`;
}

export function newsml1(story: Story): string {
  return `<?xml version="1.0" encoding="UTF-8"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>20240531T160400Z</DateAndTime>
</NewsEnvelope>${newsml1Item(story)}</NewsML>`;
}

export function newsmlG2Item(story: Story): string {
  const { id, headline, byline, place, abstract, keywords } = story;
  return `<newsItem guid="urn:newsml:example.org:20240531:${id}" version="2" standard="NewsML-G2" standardversion="2.32"
conformance="power" xml:lang="en-GB"><catalogRef href="https://catalog.example/g2.xml"/>
<rightsInfo><copyrightHolder literal="Nordlys News"/><copyrightNotice>© 2024 Nordlys News</copyrightNotice>
<usageTerms>No archival use after 30 days.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="nordlys.example"/><versionCreated>2024-05-31T15:04:00+02:00</versionCreated>
<firstCreated>2024-05-31T12:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><signal qcode="sig:update"/>
<edNote>Pictures to follow.</edNote></itemMeta>
<contentMeta><urgency>4</urgency><contentCreated>2024-05-31T12:00:00Z</contentCreated><located><name>Vardø</name></located>
<language tag="en"/>${subjects.map((code) => `<subject qcode="subj:${code}"><name>Economy</name></subject>`).join('\n')}
${keywords.map((keyword) => `<keyword>${keyword}</keyword>`).join('\n')}<slugline>${id}</slugline>
<headline>${escaped(headline)}</headline><dateline>${place} (Nordlys) -</dateline><by>By ${byline}</by><creditline>Nordlys</creditline>
<description role="drol:summary">${escaped(abstract)}</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
${markup(story)}</body></html></inlineXML></contentSet></newsItem>`;
}

/** A message with items; `header` and `footer` stand alone for the streaming benchmark. */
export const MESSAGE_HEADER = `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-31T15:04:00Z</sent></header><itemSet>`;
export const MESSAGE_FOOTER = '</itemSet></newsMessage>';

export function newsmlG2(story: Story): string {
  return `${MESSAGE_HEADER}${newsmlG2Item(story)}${MESSAGE_FOOTER}`;
}

const feedItem = (story: Story): string => {
  const { id, headline, byline, abstract, photo } = story;
  return `<item><title>${escaped(headline)}</title><link>https://news.example/${id}</link><guid>${id}</guid>
<pubDate>Fri, 31 May 2024 15:04:00 GMT</pubDate><dc:creator>${byline}</dc:creator><category>Economy</category>
<description>${escaped(abstract)}</description><content:encoded><![CDATA[${markup(story)}]]></content:encoded>
<media:content url="${photo.href}" type="image/jpeg" width="1200" height="800"><media:credit>${photo.credit}</media:credit>
<media:description>${escaped(photo.caption)}</media:description></media:content></item>`;
};

export function rss(entries: readonly Story[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Nordlys</title><link>https://news.example/</link><description>News</description><language>en</language>
<copyright>© 2024 Nordlys News</copyright>${entries.map(feedItem).join('\n')}</channel></rss>`;
}

export function atom(entries: readonly Story[]): string {
  const entry = ({ id, headline, byline, abstract }: Story, content: string): string =>
    `<entry><id>urn:example:${id}</id><title>${escaped(headline)}</title><updated>2024-05-31T15:04:00Z</updated>
<author><name>${byline}</name></author><link href="https://news.example/${id}"/><summary>${escaped(abstract)}</summary>
<rights>© 2024 Nordlys News</rights><content type="html">${escaped(content)}</content></entry>`;
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:example:feed</id>
<title>Nordlys</title><updated>2024-05-31T15:04:00Z</updated>${entries.map((one) => entry(one, markup(one))).join('\n')}</feed>`;
}

export function wxr(entries: readonly Story[]): string {
  const item = (story: Story, n: number): string =>
    `<item><title>${escaped(story.headline)}</title><link>https://blog.example/${story.id}</link>
<pubDate>Fri, 31 May 2024 15:04:00 +0000</pubDate><dc:creator>${story.byline}</dc:creator><guid>https://blog.example/?p=${n}</guid>
<content:encoded><![CDATA[${markup(story)}]]></content:encoded><excerpt:encoded><![CDATA[${story.abstract}]]></excerpt:encoded>
<wp:post_id>${n}</wp:post_id><wp:post_date_gmt>2024-05-31 15:04:00</wp:post_date_gmt><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type><category domain="category" nicename="economy">Economy</category></item>`;
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Nordlys</title><wp:wxr_version>1.2</wp:wxr_version>
${entries.map(item).join('\n')}</channel></rss>`;
}
