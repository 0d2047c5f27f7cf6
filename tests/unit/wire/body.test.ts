import fc from 'fast-check';
import { bodyHtml, escapedHtml, paragraphs } from '../../../server/wire/body';
import { BODY_ELEMENTS } from '../../../server/wire/html';
import { DEFAULT_LIMITS } from '../../../server/wire/limits';
import { parseXml } from '../../../server/wire/xml';
import { rawText } from '../../../server/wire/xml-tree';
import { cpuSeconds, unitOfWork } from '../../support/cpu';

const context = { limits: DEFAULT_LIMITS, warn: () => undefined };
const body = (xml: string) => bodyHtml(parseXml(`<body.content>${xml}</body.content>`, context).children);

describe('bodyHtml', () => {
  test.each([
    // paragraphs
    ['<p>One</p>\n<p>Two</p>', '<p>One</p><p>Two</p>'],
    ['<p>  One\n   two  </p>', '<p>One two</p>'],
    ['Bare text <em>here</em>', '<p>Bare text <em>here</em></p>'],
    ['Before<p>one</p>after', '<p>Before</p><p>one</p><p>after</p>'],
    ['<p> </p><p>&nbsp;</p><p><br/></p><p>One<br/></p>', '<p>One</p>'],
    ['<p>One<br/>two</p>', '<p>One<br>two</p>'],
    ['<p>One <p>inner</p> two</p>', '<p>One</p><p>inner</p><p>two</p>'],
    ['<block><p>One</p></block><div>Two</div>', '<p>One</p><p>Two</p>'],
    // inline emphasis keeps its tail
    ['<p>An <em>early</em> start, <b>late</b>.</p>', '<p>An <em>early</em> start, <b>late</b>.</p>'],
    ['<p><em>a</em>\n<em>b</em></p>', '<p><em>a</em> <em>b</em></p>'],
    ['<p>A<em> </em>b</p>', '<p>A b</p>'],
    ['<em>One<p>two</p></em>', '<p><em>One</em></p><p><em>two</em></p>'],
    ['<p>The <org>Harbour Board</org> of <location>Vardø</location></p>', '<p>The Harbour Board of Vardø</p>'],
    ['<p>She said <q>no</q></p>', '<p>She said “no”</p>'],
    ['<p>1<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></p>', '<p>11/2</p>'],
    // headings
    ['<hl2>Ferries</hl2><p>One</p>', '<h2>Ferries</h2><p>One</p>'],
    ['<h1>A</h1><h3>B</h3><h6>C</h6>', '<h2>A</h2><h3>B</h3><h4>C</h4>'],
    // lists
    ['<ul><li>One</li><li><p>Two</p></li></ul>', '<ul><li>One</li><li><p>Two</p></li></ul>'],
    ['<ol><li>One<ul><li>Inner</li></ul></li></ol>', '<ol><li>One<ul><li>Inner</li></ul></li></ol>'],
    ['<li>Stray</li>', '<p>Stray</p>'],
    ['<ul>Stray<li> </li></ul>', '<ul><li>Stray</li></ul>'],
    ['<ul><p>Stray</p></ul>', '<ul><li>Stray</li></ul>'],
    ['<p>Before <ul><li>One</li></ul></p>', '<p>Before</p><ul><li>One</li></ul>'],
    // tables: an empty cell keeps its column
    [
      '<nitf-table><nitf-table-metadata><nitf-col value="x"/></nitf-table-metadata><table><tr><th/><th colspan="2">Tide</th></tr><tr><td>a</td><td>b</td><td></td></tr></table></nitf-table>',
      '<table><tr><th></th><th colspan="2">Tide</th></tr><tr><td>a</td><td>b</td><td></td></tr></table>',
    ],
    ['<table><tr><td><div>a</div><div>b</div></td></tr></table>', '<table><tr><td>a<br>b</td></tr></table>'],
    ['<td>Stray</td>', '<p>Stray</p>'],
    // quotes and preformatted text
    ['<bq><block><p>Said</p></block><credit>A. N.</credit></bq>', '<blockquote><p>Said</p><p>A. N.</p></blockquote>'],
    ['<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
    // media and notes stand elsewhere
    ['<p>One</p><media><media-caption>Cap</media-caption></media><note>Eds</note>', '<p>One</p>'],
  ])('%s → %s', (xml, html) => {
    expect(body(xml)).toBe(html);
  });

  test.each([
    ['<script>alert(1)</script><p>One</p>'],
    ['<style>p{}</style><iframe src="https://evil.example"/><p>One</p>'],
    ['<p onclick="alert(1)" style="x">One</p>'],
    ['<svg><p>no</p></svg><object>no</object><form><input value="no"/></form><p>One</p>'],
    ['<x:script xmlns:x="urn:x">alert(1)</x:script><SCRIPT>alert(2)</SCRIPT><p>One</p>'],
    ['<p><a href="javascript:alert(1)">One</a></p>'],
    ['<p><a href=" java&#10;script:alert(1)">One</a></p>'],
    ['<p><a href="data:text/html,x">One</a></p>'],
    ['<p><a href="//evil.example">One</a></p>'],
  ])('lets nothing run: %s', (xml) => {
    expect(body(xml)).toBe('<p>One</p>');
  });

  it('escapes text and the addresses of links', () => {
    expect(body('<p>&lt;script&gt; &amp; co</p>')).toBe('<p>&lt;script&gt; &amp; co</p>');
    expect(body('<p><a href="https://a.example/?a=1&amp;b=%22">x</a></p>')).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=%22">x</a></p>',
    );
    expect(body(`<p><a href='https://a.example/"onmouseover="x'>x</a></p>`)).toBe(
      '<p><a href="https://a.example/&quot;onmouseover=&quot;x">x</a></p>',
    );
    expect(body('<p><a href="mailto:desk@example.org">desk</a></p>')).toBe(
      '<p><a href="mailto:desk@example.org">desk</a></p>',
    );
  });

  it('gives nothing where there is no text', () => {
    expect(body('<p/><ul><li/></ul><img src="x.jpg"/>')).toBeUndefined();
  });

  it('writes well-formed HTML of the allowed elements, and all the text, whatever it is given', () => {
    const names = [
      'p',
      'hl2',
      'h1',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'caption',
      'bq',
      'em',
      'b',
      'a',
      'br',
      'div',
      'pre',
      'org',
    ];
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 5 }, fc.constantFrom('x', ' y ', '\n', '&amp;', '&lt;i&gt;'), tie('tree')),
      tree: fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
        .map(
          ([name, nodes]) => `<${name}${name === 'a' ? ' href="https://x.example/"' : ''}>${nodes.join('')}</${name}>`,
        ),
    }));
    fc.assert(
      fc.property(tree, (xml) => {
        const html = body(xml) ?? '';
        const written = parseXml(`<x>${html.replaceAll('<br>', '<br/>')}</x>`, context);
        const used = [...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name ?? '');
        expect(used.filter((name) => !BODY_ELEMENTS.includes(name))).toEqual([]);
        const letters = (text: string) => text.replace(/\s/g, '');
        expect(letters(rawText(written))).toBe(letters(rawText(parseXml(`<x>${xml}</x>`, context))));
        const inside = (block: string) =>
          html.match(new RegExp(`<${block}>(?:(?!</${block}>).)*<(?:p|h2|ul|ol|table|blockquote)>`, 's'));
        expect(inside('p') ?? inside('h2')).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('stays linear on a paragraph of 50,000 inline elements', async () => {
    const xml = `<p>${'<b>x</b> <br/>'.repeat(50_000)}</p>`;
    let read: string | undefined;
    expect(await cpuSeconds(() => (read = body(xml)))).toBeLessThan(25 * (await unitOfWork()));
    expect(read).toHaveLength('<p></p>'.length + '<b>x</b> <br>'.length * 50_000 - ' <br>'.length);
  });
});

describe('text without elements', () => {
  test.each([
    ['One\ntwo\n\nThree', '<p>One two</p><p>Three</p>'],
    ['One\r\nTwo\r\n', '<p>One</p><p>Two</p>'],
    ['\n      One\n      Two\n   ', '<p>One</p><p>Two</p>'],
    ['   One\ntwo\n   Three\nfour', '<p>One two</p><p>Three four</p>'],
    ['\n  Vardø\n    One\n  two\n    Three\n', '<p>Vardø</p><p>One two</p><p>Three</p>'],
    ['  a < b & c ', '<p>a &lt; b &amp; c</p>'],
    [' \n ', undefined],
  ])('paragraphs(%j) → %s', (text, html) => {
    expect(paragraphs(text)).toBe(html);
  });

  test.each([
    ['<P>One</P><p onclick="x">Two</p><script>no</script>', '<p>One</p><p>Two</p>'],
    ['Profit < 5 percent\n\nLoss > 2', '<p>Profit &lt; 5 percent</p><p>Loss &gt; 2</p>'],
  ])('escapedHtml(%j) → %s', (text, html) => {
    expect(escapedHtml(text)).toBe(html);
  });
});
