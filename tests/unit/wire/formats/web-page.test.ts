import type { ParseContext } from '../../../../server/wire/format';
import { webPage } from '../../../../server/wire/formats/web-page';
import type { Reading } from '../../../../server/wire/item';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { Source } from '../../../../server/wire/source';

const PARAGRAPHS = [
  'The town council of Marsh End voted on Tuesday to rebuild the harbour wall, which the January storm broke in three places.',
  'Work is to begin in April and to cost 4.2 million, of which the county pays half, according to the plan that the council saw.',
  'Fishermen had asked for a higher wall, but the engineers said that it would only send the waves into the old market.',
  '“We have waited for this for ten years,” said Ida Holm, who keeps the last smokehouse on the quay and lost its roof.',
];
const prose = (paragraphs: readonly string[] = PARAGRAPHS): string =>
  paragraphs.map((text) => `<p>${text}</p>`).join('\n');

function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}

async function read(html: string): Promise<Reading & { warnings: string[] }> {
  const warnings: string[] = [];
  const context: ParseContext = { limits: DEFAULT_LIMITS, warn: (code) => warnings.push(code) };
  const source = new Source({ bytes: Buffer.from(html) });
  expect(webPage.detect(source)).toBe(true);
  const readings = await webPage.parse(source, context);
  expect(readings).toHaveLength(1);
  const [reading] = readings;
  if (!reading) throw new Error('nothing was read');
  return { ...reading, warnings };
}

const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('what a web page is', () => {
  it.each([
    ['a document', '<!DOCTYPE html><html><body>', true],
    ['a document after a comment and a BOM', '\ufeff<!-- saved page -->\n<html>', true],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', true],
    ['a piece of one', '<div class="story"><h1>A</h1><p>b</p><p>c</p></div>', true],
    ['a story that writes of tags', 'The <p> tag is 30 years old. <p> <br> <div>', false],
    ['a feed', '<?xml version="1.0"?><rss><channel><description>&lt;p></description></channel></rss>', false],
    ['JSON', '{"html":"<p>a</p><p>b</p><p>c</p>"}', false],
  ])('%s', (_, text, expected) => {
    expect(webPage.detect(new Source({ bytes: Buffer.from(text) }))).toBe(expected);
  });
});

describe('a page of news', () => {
  const HEAD = `
    <title>Marsh End to rebuild its harbour wall - The Fen Courier</title>
    <link rel="canonical" href="https://fencourier.example/harbour-wall">
    <meta property="og:title" content="Marsh End to rebuild its harbour wall">
    <meta property="og:site_name" content="The Fen Courier">
    <meta property="og:description" content="Work on the wall starts in April.">
    ${linked({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'BreadcrumbList', name: 'Home' },
        { '@type': 'Person', '@id': '#ib', name: 'Ines Bakker' },
        {
          '@type': 'NewsArticle',
          headline: 'Marsh End to rebuild its harbour wall',
          author: [{ '@id': '#ib' }, { '@type': 'Person', name: 'Tom Okri' }],
          publisher: { '@type': 'Organization', name: 'The Fen Courier' },
          datePublished: '2024-03-05T18:20:00+01:00',
          dateModified: '2024-03-06T07:00:00+01:00',
          articleSection: ['Local', 'Sea &amp; Coast'],
          keywords: 'harbour, flood defence',
          copyrightHolder: { '@type': 'Organization', name: 'Fen Press Ltd' },
          copyrightNotice: '© 2024 Fen Press Ltd',
          image: {
            '@type': 'ImageObject',
            url: 'https://fencourier.example/img/wall-800x600.jpg',
            creditText: 'Lena Voss / Northpix',
            copyrightNotice: '© Lena Voss',
            acquireLicensePage: 'https://northpix.example/licence',
          },
        },
      ],
    })}`;
  const BODY = `
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <header><h1>Marsh End to rebuild its harbour&nbsp;wall</h1><div class="byline">By <a href="/ib">Ines Bakker</a></div></header>
    <div class="cookie-banner"><p>We value your privacy and use cookies to show you advertisements that suit you well.</p></div>
    <article>
      <figure><img src="/img/wall-1200x900.jpg?x=1" width="1200" height="900" alt="A broken wall">
        <figcaption>The wall after the storm. <span class="credit">Photo: Lena Voss / Northpix</span></figcaption></figure>
      <p>MARSH END, England (Reuters) - ${PARAGRAPHS[0]}</p>
      <p>${PARAGRAPHS[1]} <a href="javascript:alert(1)">Bad</a> <a href="https://fencourier.example/plan">the <em>plan</em></a></p>
      <div class="related-stories"><h3>Related</h3><ul><li><a href="/a">Storm breaks the wall of the harbour</a></li></ul></div>
      <h2>A higher wall</h2>
      <p>${PARAGRAPHS[2]}</p>
      <div class="newsletter-signup"><p>Sign up for our newsletter and get the news of the fens every morning at seven.</p></div>
      <ul><li>April: piles</li><li>June: concrete</li></ul>
      <p>${PARAGRAPHS[3]}</p>
      <p>Read more: <a href="/b">The smokehouse that would not close</a></p>
      <div class="share-buttons"><a href="#">Facebook</a> <a href="#">Email</a></div>
      <div class="author-bio"><p>Ines Bakker has written about the coast for the Courier since 2011 and lives by the sea.</p></div>
    </article>
    <aside><h2>Most read</h2><p>A long paragraph about something else that nobody who reads of harbours would ever want to read.</p></aside>
    <footer>© 2024 Fen Press</footer>
    <script>document.write('<p>evil</p>')</script>`;

  it('has the fields that it states and prints', async () => {
    const { item } = await read(page(BODY, HEAD));
    expect(item).toMatchObject({
      type: 'text',
      pubStatus: 'usable',
      uri: 'https://fencourier.example/harbour-wall',
      headline: 'Marsh End to rebuild its harbour wall',
      byline: 'Ines Bakker, Tom Okri',
      dateline: 'MARSH END, England',
      provider: 'Reuters',
      firstCreated: '2024-03-05T17:20:00.000Z',
      versionCreated: '2024-03-06T06:00:00.000Z',
      language: 'en-GB',
      abstract: 'Work on the wall starts in April.',
      categories: ['Local', 'Sea & Coast'],
      keywords: ['harbour', 'flood defence'],
      copyrightHolder: 'Fen Press Ltd',
      copyrightNotice: '© 2024 Fen Press Ltd',
    });
  });

  it('has the paragraphs, subheads and lists of the story and nothing else of the page', async () => {
    const { item } = await read(page(BODY, HEAD));
    expect(item.bodyHtml?.split('\n')).toEqual([
      `<p>${PARAGRAPHS[0]}</p>`,
      `<p>${PARAGRAPHS[1]} <a>Bad</a> <a href="https://fencourier.example/plan">the <em>plan</em></a></p>`,
      '<h2>A higher wall</h2>',
      `<p>${PARAGRAPHS[2]}</p>`,
      '<ul>',
      '<li>April: piles</li>',
      '<li>June: concrete</li>',
      '</ul>',
      `<p>${PARAGRAPHS[3]}</p>`,
    ]);
  });

  it('has the photo with what is printed under it and what JSON-LD says of it', async () => {
    const { item } = await read(page(BODY, HEAD));
    expect(item.photos).toEqual([
      {
        caption: 'The wall after the storm.',
        altText: 'A broken wall',
        byline: 'Lena Voss',
        creditLine: 'Lena Voss / Northpix',
        copyrightNotice: '© Lena Voss',
        licensorUrl: 'https://northpix.example/licence',
        renditions: [
          { name: 'main', href: 'https://fencourier.example/img/wall-1200x900.jpg?x=1', width: 1200, height: 900 },
        ],
      },
    ]);
  });

  it('says where each field came from', async () => {
    const { item, provenance } = await read(page(BODY, HEAD));
    const fields = Object.keys(item).filter((field) => !['type', 'pubStatus', 'photos'].includes(field));
    expect(Object.keys(provenance)).toEqual(expect.arrayContaining(fields));
    expect(provenance['byline']).toEqual({ path: 'json-ld:author', confidence: 1 });
    expect(provenance['photos.0.creditLine']).toMatchObject({ path: 'body/figure' });
  });
});

describe('the headline', () => {
  const h1 = '<h1>Marsh End to rebuild its wall</h1>';
  it.each([
    [
      'the title without the site, where it is named',
      `<title>Wall to be rebuilt | Fen Courier</title><meta property="og:site_name" content="Fen Courier">`,
      '',
      'Wall to be rebuilt',
    ],
    [
      'the title without a short last part, where it is not',
      '<title>Marsh End council to rebuild its wall – Fen Courier</title>',
      '',
      'Marsh End council to rebuild its wall',
    ],
    [
      'a title with a dash of its own',
      '<title>Marsh End – a town and its long wait for a wall</title>',
      '',
      'Marsh End – a town and its long wait for a wall',
    ],
    [
      'the printed one, confirmed by the title',
      '<title>Marsh End to rebuild its wall: what we know</title>',
      h1,
      'Marsh End to rebuild its wall',
    ],
    [
      'not the name of the site in the h1',
      '<meta property="og:title" content="Wall to be rebuilt in spring">',
      '<h1>Fen Courier</h1>',
      'Wall to be rebuilt in spring',
    ],
    [
      'of several h1, the one that the title confirms',
      '<title>Marsh End to rebuild its wall</title>',
      `<h1>Videos</h1>${h1}`,
      'Marsh End to rebuild its wall',
    ],
    [
      'an h2 that ends the title',
      '<title>Fen Courier - News » Marsh End to rebuild</title>',
      '<h1>Fen Courier</h1><h2>Marsh End to rebuild</h2>',
      'Marsh End to rebuild',
    ],
    ['the printed one alone', '', h1, 'Marsh End to rebuild its wall'],
  ])('%s', async (_, head, heading, expected) => {
    const { item } = await read(page(`${heading}<article>${prose()}</article>`, head));
    expect(item.headline).toBe(expected);
  });
});

describe('the byline', () => {
  const site = '<meta property="og:site_name" content="Fen Courier">';
  it.each([
    ['a class', '<span class="byline">By Ines Bakker</span>', 'Ines Bakker'],
    ['rel=author', '<a rel="author" href="/ib">Ines Bakker</a>', 'Ines Bakker'],
    [
      'two links of one line',
      '<div class="byline">By <a href="/1">Ines Bakker</a> and <a href="/2">Tom Okri</a></div>',
      'Ines Bakker, Tom Okri',
    ],
    ['a line of text', '<p>Von Ines Bakker</p>', 'Ines Bakker'],
    ['an agency is no person', '<p class="byline">By Reuters</p>', undefined],
    ['the site is no person', '<p class="byline">Fen Courier</p>', undefined],
  ])('%s', async (_, html, expected) => {
    const { item } = await read(page(`<article><h1>Marsh End</h1>${html}${prose()}</article>`, site));
    expect(item.byline).toBe(expected);
  });

  it('can stand at the end, as a signature', async () => {
    const { item } = await read(
      page(`<article>${prose()}<p style="text-align:right"><strong>Ines Bakker</strong></p></article>`),
    );
    expect(item.byline).toBe('Ines Bakker');
    expect(item.bodyHtml).not.toContain('Ines Bakker');
  });
});

describe('captions and credits', () => {
  const figure = (caption: string): string =>
    page(
      `<article><p>${PARAGRAPHS[0]}</p><figure><img src="https://x.example/a.jpg"><figcaption>${caption}</figcaption></figure>${prose(PARAGRAPHS.slice(1))}</article>`,
    );
  it.each([
    ['The wall. Photo: Lena Voss/AP', 'The wall.', 'Lena Voss/AP', 'Lena Voss'],
    ['The wall. (Photo by Lena Voss / AFP)', 'The wall.', 'Lena Voss / AFP', 'Lena Voss'],
    ['Die Mauer. Foto: © Lena Voss', 'Die Mauer.', 'Lena Voss', undefined],
    ['The wall © Lena Voss', 'The wall', 'Lena Voss', undefined],
    ['(Fen Courier)', undefined, 'Fen Courier', undefined],
    ['<div class="text">The wall.</div><div class="image-source">Northpix</div>', 'The wall.', 'Northpix', undefined],
    [
      'The wall, which nobody has photographed since.',
      'The wall, which nobody has photographed since.',
      undefined,
      undefined,
    ],
  ])('%s', async (html, caption, creditLine, byline) => {
    const { item } = await read(figure(html));
    expect(item.photos?.[0]?.caption).toBe(caption);
    expect(item.photos?.[0]?.creditLine).toBe(creditLine);
    expect(item.photos?.[0]?.byline).toBe(byline);
    expect(item.bodyHtml).not.toContain('Foto');
  });

  it('reads a caption that stands as a paragraph, and gives it to the picture beside it', async () => {
    const { item } = await read(
      page(
        `<article>${prose()}<p><img src="https://x.example/b.jpg"></p><p>Ida Holm in front of her smokehouse. © AFP / LENA VOSS</p><p>${PARAGRAPHS[1]}</p></article>`,
      ),
    );
    expect(item.photos).toEqual([
      expect.objectContaining({
        caption: 'Ida Holm in front of her smokehouse.',
        creditLine: 'AFP / LENA VOSS',
        renditions: [{ name: 'main', href: 'https://x.example/b.jpg' }],
      }),
    ]);
    expect(item.bodyHtml).not.toContain('smokehouse. ©');
  });

  it('takes the address that a lazy picture will have', async () => {
    const { item } = await read(
      page(
        `<article><p>${PARAGRAPHS[0]}</p><img src="data:image/gif;base64,R0lGOD" data-lazy-src="https://x.example/real.jpg">${prose(PARAGRAPHS.slice(1))}</article>`,
      ),
    );
    expect(item.photos?.[0]?.renditions).toEqual([{ name: 'main', href: 'https://x.example/real.jpg' }]);
  });

  it('leaves icons, portraits and pictures of other stories', async () => {
    const { item } = await read(
      page(
        `<article><img class="avatar" src="/me.jpg"><img src="/i.jpg" width="16" height="16">${prose()}</article><aside><img src="/other.jpg"></aside>`,
      ),
    );
    expect(item.photos).toBeUndefined();
  });
});

describe('comments of readers', () => {
  const COMMENTS = `
    <div id="comments" class="comments-area"><h3>2 thoughts on the wall</h3><ol class="comment-list">
      <li class="comment" id="comment-7"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Ada Quist</b> <span class="says">says:</span></div>
        <time datetime="2024-03-06T08:00:00+00:00">6 March</time></footer><div class="comment-content"><p>At last.</p><p>Ten years!</p></div><div class="reply"><a href="#">Reply</a></div></article>
        <ol class="children"><li class="comment" id="comment-8"><article class="comment-body"><div class="comment-author"><b class="fn">Bo Lind</b></div><div class="comment-content"><p>Eleven.</p></div></article></li></ol></li>
    </ol><div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div></div>`;

  it('are read with their threads and are no part of the story', async () => {
    const { item } = await read(page(`<article>${prose()}</article>${COMMENTS}`));
    expect(item.comments).toEqual([
      { author: 'Ada Quist', text: 'At last.\nTen years!', publishedAt: '2024-03-06T08:00:00.000Z' },
      { author: 'Bo Lind', text: 'Eleven.', replyTo: 0 },
    ]);
    expect(item.bodyHtml).not.toMatch(/At last|Eleven|Leave a Reply|published/);
  });

  it.each([
    [
      'blogger',
      '<li class="comment" id="c1"><div class="comment-block"><div class="comment-header"><cite class="user">Ada Quist</cite></div><p class="comment-content">At last.</p></div></li>',
    ],
    [
      'schema.org',
      '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Ada Quist</span><div itemprop="text">At last.</div></div>',
    ],
    [
      'BEM',
      '<div class="comments__item"><div class="comments__author">Ada Quist</div><div class="comments__text">At last.</div></div>',
    ],
    [
      'a date before the text',
      '<div class="comment"><span class="author">Ada Quist schreibt:</span><br>5. März 2024<p>At last.</p></div>',
    ],
  ])('are read as %s has them', async (_, html) => {
    const { item } = await read(page(`<article>${prose()}</article><section>${html}</section>`));
    expect(item.comments).toEqual([{ author: 'Ada Quist', text: 'At last.' }]);
  });

  it('are none where there is only a form', async () => {
    const form =
      '<div id="comments" class="comments"><h3>Leave a comment</h3><form><p class="comment-form-author"><label>Name *</label></p><textarea></textarea></form></div>';
    const { item } = await read(page(`<article>${prose()}</article>${form}`));
    expect(item.comments).toBeUndefined();
    expect(item.bodyHtml).not.toContain('Leave');
  });

  it('are read from JSON-LD where the page prints none', async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Marsh End',
      comment: [
        {
          '@type': 'Comment',
          text: 'At last.',
          author: { name: 'Ada Quist' },
          comment: { '@type': 'Comment', text: 'Yes.', author: 'Bo Lind' },
        },
      ],
    };
    const { item } = await read(page(`<article>${prose()}</article>`, linked(data)));
    expect(item.comments).toEqual([
      { author: 'Ada Quist', text: 'At last.' },
      { author: 'Bo Lind', text: 'Yes.', replyTo: 0 },
    ]);
  });
});

describe('a page that prints little', () => {
  const body = PARAGRAPHS.join('\n\n');
  const data = (articleBody: string): string => linked({ '@type': 'NewsArticle', headline: 'Marsh End', articleBody });

  it('has the text that JSON-LD states, where the rest is made by scripts', async () => {
    const { item, provenance } = await read(page(`<article><p>${PARAGRAPHS[0]}</p></article>`, data(body)));
    expect(item.bodyHtml).toBe(PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''));
    expect(provenance['bodyHtml']).toEqual({ path: 'json-ld:articleBody', confidence: 0.8 });
  });

  it('has what is printed, where that is no shorter', async () => {
    const { provenance } = await read(page(`<article>${prose()}</article>`, data(body)));
    expect(provenance['bodyHtml']?.path).toBe('body/article');
  });

  it('is not the long text beside it, where JSON-LD tells them apart', async () => {
    const terms = Array.from(
      { length: 12 },
      (_, n) =>
        `<p>Clause ${n}: the reader agrees, in so far as the law permits, to read, to keep and to obey the rules, and so on.</p>`,
    ).join('');
    const { item } = await read(
      page(`<div class="a">${prose()}</div><section><article>${terms}</article></section>`, data(body)),
    );
    expect(item.bodyHtml).toContain(PARAGRAPHS[2]);
    expect(item.bodyHtml).not.toContain('Clause');
  });

  it.each([
    ['a time element', '<time datetime="2024-03-05T18:20:00+01:00">yesterday</time>', '', '2024-03-05T17:20:00.000Z'],
    ['a line of text', '<p>5 March 2024</p>', '', '2024-03-05T00:00:00.000Z'],
    [
      'its address',
      '',
      '<link rel="canonical" href="https://fen.example/2024/03/05/wall">',
      '2024-03-05T00:00:00.000Z',
    ],
  ])('has the date of %s', async (_, html, head, expected) => {
    const { item } = await read(page(`<article><h1>Marsh End</h1>${html}${prose()}</article>`, head));
    expect(item.firstCreated).toBe(expected);
  });

  it('prints a pull quote twice, and has it once', async () => {
    const quote = 'it would only send the waves into the old market';
    const { item } = await read(
      page(
        `<article>${prose(PARAGRAPHS.slice(0, 2))}<blockquote>“${quote}”</blockquote>${prose(PARAGRAPHS.slice(2))}</article>`,
      ),
    );
    expect(item.bodyHtml?.split(quote)).toHaveLength(2);
  });
});

describe('broken and hostile pages', () => {
  it('reads a story with scripts, handlers and bad links, and keeps none of them', async () => {
    const bad =
      '<script>alert(1)</script><img src=x onerror=alert(1)><a href="jav&#x61;script:alert(1)" onclick="x()">l</a><iframe src="//e.example"></iframe><svg onload=alert(1)>';
    const { item } = await read(page(`<article>${prose()}<p>${PARAGRAPHS[0]} ${bad}</p></article>`));
    expect(item.bodyHtml).not.toMatch(/script|onerror|onclick|onload|iframe|svg/i);
  });

  it('keeps markup that was escaped as text', async () => {
    const { item } = await read(
      page(
        `<article>${prose()}<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the board, and the class laughed for a while.</p></article>`,
      ),
    );
    expect(item.bodyHtml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('reads JSON-LD with raw line ends, and does without JSON-LD that is beyond repair', async () => {
    const broken = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Marsh\nEnd to rebuild",}</script>`;
    const mended = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Marsh\nEnd to rebuild"};</script>`;
    expect((await read(page(`<article>${prose()}</article>`, mended))).item.headline).toBe('Marsh End to rebuild');
    expect((await read(page(`<article>${prose()}</article>`, `<title>The wall</title>${broken}`))).item.headline).toBe(
      'The wall',
    );
  });

  it('reads unclosed paragraphs, stray end tags and references of windows-1252', async () => {
    const { item } = await read(
      `<html><body></div><div><p>${PARAGRAPHS.join('<p>')}<p>It&#146;s caf&eacute; time &#8211; said the mayor of Marsh End, and went.</span></body>`,
    );
    expect(item.bodyHtml?.split('\n')).toEqual(
      [...PARAGRAPHS, 'It’s café time – said the mayor of Marsh End, and went.'].map((text) => `<p>${text}</p>`),
    );
  });

  it.each([
    ['nesting without end', '<div>'.repeat(100_000), 'too-deep'],
    ['inline nesting', '<b><i>'.repeat(1_000), 'too-deep'],
    ['a million "<"', '<'.repeat(1_000_000), 'too-large'],
    ['a million "&"', '<p>' + '&'.repeat(1_000_000), 'too-large'],
    ['a million no-break spaces', '<p>' + '\u00a0'.repeat(1_000_000), 'too-large'],
    ['a tag without end', '<a x="'.repeat(1), 'no-content'],
    ['nothing but a menu', '<nav><a href="/">Home</a></nav>', 'no-content'],
    ['nothing', '', 'no-content'],
  ])('%s is refused', async (_, body, code) => {
    await expect(read(page(body))).rejects.toMatchObject({ name: 'WireError', code });
  });

  it.each([
    ['end tags that close nothing', `${'<b>'.repeat(100)}${'</i>'.repeat(100_000)}`],
    ['a tag with 100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
    ['comments that do not end', '<!-- '.repeat(100_000)],
    ['a caption of labels', `<figure><img src=a.jpg><figcaption>${'Foto: '.repeat(50_000)}</figcaption></figure>`],
    ['2,000 line breaks', 'a<br>'.repeat(2_000)],
    ['4,000 pictures', '<figure><img src=a.jpg><figcaption>Foto: x</figcaption></figure>'.repeat(4_000)],
  ])('%s cost little time', async (_, body) => {
    const started = Date.now();
    await read(page(`<article>${prose()}</article>${body}`)).catch((error: unknown) =>
      expect(error).toMatchObject({ name: 'WireError' }),
    );
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
