import fc from 'fast-check';
import { cleanBody, isSanitised } from '../../../server/wire/clean-body';
import { BODY_ELEMENTS, sanitiseWireBody } from '../../../server/wire/html';
import { htmlBody, sanitisedBody } from '../../../server/wire/html-body';

describe('clean HTML is kept as it is', () => {
  test.each([
    '<p>Geese fly north.</p><p>They rest at the lake.</p>',
    '<h2>Geese</h2>\n<p>See <a href="https://fell.example/a?b=1">the <em>map</em></a><br>today &amp; tomorrow</p>',
    '<ul><li>One</li><li><b>Two</b></li></ul><blockquote><p>Honk.</p></blockquote>',
  ])('%s', (html) => {
    expect(cleanBody(html)).toBe(html);
    expect(htmlBody(html)).toBe(html);
  });

  test.each([
    ['attributes go', '<p class="x" onclick="y()">a<br onclick="z()">b</p>', '<p>a<br />b</p>'],
    [
      'links keep their address',
      '<p><a class="x" href="https://a.example/?b&amp;c" target="_blank">a</a></p>',
      '<p><a href="https://a.example/?b&amp;c">a</a></p>',
    ],
    [
      'divisions and spans go',
      '<section class="x"><p>a <span style="y">b</span></p>\n<p>c</p></section>',
      '<p>a b</p>\n<p>c</p>',
    ],
  ])('%s', (_what, html, body) => {
    expect(cleanBody(html)).toBe(body);
  });

  test.each([
    ['a script', '<p>a<script>x</script></p>'],
    ['another scheme', '<p><a href="javascript:x">a</a></p>'],
    ['a character reference in a link', '<p><a href="https://&#106;">a</a></p>'],
    ['loose text', 'a'],
    ['text between paragraphs', '<p>a</p>b<p>c</p>'],
    ['an element that is not closed', '<p>a'],
    ['elements that cross', '<p><b>a</p></b>'],
    ['a paragraph in a paragraph', '<p>a<p>b</p></p>'],
    ['a list item without a list', '<li>a</li>'],
    ['a link in a link', '<p><a href="https://a.example"><a href="https://b.example">a</a></a></p>'],
    ['a ">" in an attribute', '<p title="a>b">c</p>'],
    ['a division in a paragraph', '<p><div>a</div></p>'],
    ['text in a division', '<div>a<p>b</p></div>'],
    ['an element with a tail', '<b/><p>a</p>'],
    ['capitals', '<P>a</P>'],
    ['a tag that never ends', '<p>a</p><img src=x onerror=y '],
    ['a comment', '<p>a</p><!-- b -->'],
    ['a bare ampersand', '<p>a & b</p>'],
  ])('%s is not clean', (_what, html) => {
    expect(cleanBody(html)).toBeUndefined();
  });
});

describe('other HTML', () => {
  const cases: [what: string, html: string, body: string | undefined][] = [
    ['loose text becomes a paragraph', 'Geese fly <b>north</b>.', '<p>Geese fly <b>north</b>.</p>'],
    ['two line breaks part paragraphs', 'One<br><br>Two<br>lines', '<p>One</p><p>Two<br />lines</p>'],
    ['divisions are paragraphs', '<div>One</div><div>Two</div>', '<p>One</p><p>Two</p>'],
    ['divisions around paragraphs are nothing', '<div><p>One</p></div>', '<p>One</p>'],
    ['divisions in cells are nothing', '<ul><li><div>One</div></li></ul>', '<ul><li>One</li></ul>'],
    ['text around paragraphs', 'One<p>Two</p>Three', '<p>One</p><p>Two</p><p>Three</p>'],
    ['empty paragraphs go', '<p>One</p><p>&nbsp;</p><p></p><p><br/></p>', '<p>One</p>'],
    [
      'only the body of a page counts',
      '<html><head><title>T</title></head><body><p>One</p></body></html>',
      '<p>One</p>',
    ],
    ['scripts go', '<script>x()</script><p onclick="y()">One</p>', '<p>One</p>'],
    ['nothing is no body', '<div> <br/> </div>', undefined],
  ];
  test.each(cases)('%s', (_what, html, body) => {
    expect(htmlBody(html)).toBe(body);
  });
});

/** Markup as agencies send it: well formed, with attributes, divisions and now and then something else. */
const { blocks: wellFormed } = fc.letrec<{ blocks: string; block: string; inlines: string; inline: string }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }).map((parts) => parts.join('\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    element(fc.constantFrom('p', 'p', 'p', 'h2', 'h3', 'h1'), tie('inlines')),
    element(fc.constantFrom('section', 'div', 'blockquote', 'article'), tie('blocks')),
    element(fc.constantFrom('ul', 'ol'), element(fc.constant('li'), tie('inlines'))),
  ),
  inlines: fc.array(tie('inline'), { maxLength: 4 }).map((parts) => parts.join('')),
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('geese', ' fly ', 'a "b"', '&amp;', ' ', '<br>', '<br class="x"/>'),
    element(fc.constantFrom('b', 'em', 'span', 'u', 'a', 'sup', 'code'), tie('inlines')),
  ),
}));

function element(names: fc.Arbitrary<string>, content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const attributes = fc.constantFrom('', '', ' class="x"', ' onclick="x()"', ' href="https://a.example/?b&amp;c" id=y');
  return fc.tuple(names, attributes, content).map(([name, some, inner]) => `<${name}${some}>${inner}</${name}>`);
}

/** Ways of writing that mean the same: quotation marks, breaks at the edge of a block, white space around elements. */
function same(body: string): string {
  return body
    .replaceAll('&quot;', '"')
    .replace(/<br[^>]*>/g, ' ')
    .replace(/\s*(<\/?(?:b|em|a|sup)\b[^>]*>)\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|h[234]|ul|ol|li|blockquote)>) ?/g, '$1');
}

describe('whatever the HTML', () => {
  const piece = fc.constantFrom(
    '<p>', '</p>', '<p class="x">', '<p>text</p>', '<span>', '</span>', '<br onclick="x">', '<b id=x>', '<a title="x" href="https://a.example">', '<section>', '</section>', '<b>', '</b>', '<i>', '<ul>', '<li>', '</li>', '</ul>', '<br>', '<br />', '<div>', '</div>', '<table>',
    '<td>', '</td>', '<a href="https://a.example">', '<a href="javascript:x">', '</a>', '<script>', '</script>', 'text',
    ' ', '&amp;', '&#60;', '<', '>', '"', '<!--', '-->', '<img src=x onerror=y>', '<h1>', '</h1>', '</body>', '<body>',
  ); // prettier-ignore
  const markup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('the fast way and the slow way write the same', () => {
    let fast = 0;
    fc.assert(
      fc.property(wellFormed, (html) => {
        const body = cleanBody(html);
        if (body === undefined) return;
        fast += 1;
        expect(same(body)).toBe(same(sanitisedBody(html)));
      }),
      { numRuns: 2000 },
    );
    expect(fast).toBeGreaterThan(500);
  });

  test('a body holds the elements of a body and http links, nothing else', () => {
    const safe = new RegExp(`^</?(?:${BODY_ELEMENTS.join('|')})(?: href="https?://[^"<>]*")?(?: /)?>$`);
    fc.assert(
      fc.property(markup, (html) => {
        const tags = (htmlBody(html) ?? '').match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !safe.test(tag))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a body that is sanitised already', () => {
  test.each([
    ['<p>Geese fly north.</p>', true],
    [
      '<h2>Geese</h2><p>See <a href="https://fell.example/a?b=1&amp;c">the <em>map</em></a><br />now &amp; &lt;then&gt;</p>',
      true,
    ],
    ['<p>She said "no".</p>', true],
    ['<p>She said &quot;no&quot;.</p>', false],
    ['<p>a<br>b</p>', false],
    ['<p>a<br/>b</p>', false],
    ['<p class="x">a</p>', false],
    ['<p>a & b</p>', false],
    ['<p>a</p><script>x()</script>', false],
    ['<p onclick="x()">a</p>', false],
    ['<p><a href="javascript:x()">a</a></p>', false],
    ['<p>a', false],
    ['plain text', false],
    [' <p>a</p>', false],
  ])('%s: %s', (html, expected) => {
    expect(isSanitised(html)).toBe(expected);
    if (expected) expect(sanitiseWireBody(html)).toBe(html);
  });

  const piece = fc.constantFrom(
    '<p>', '</p>', '<p>Geese.</p>', '<em>', '</em>', '<a href="https://a.example/?b&amp;c">', '</a>', '<br />', '<br>', '&amp;', '&', '"',
    '<ul><li>', '</li></ul>', '<blockquote>', '</blockquote>', '<h2>', '</h2>', '<div>', '</div>', '<script>', '<!--', '-->', '\n', ' ',
    '<td>', '&lt;', '&quot;', '&#38;', "<img src=x onerror='x()'>", 'text', '>', '<', '\r', '\u00a0', '</p', 'href="javascript:x()"',
  ); // prettier-ignore

  it('is what the sanitiser gives back unchanged, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const html = pieces.join('');
        for (const one of [html, `<p>${html}</p>`]) if (isSanitised(one)) expect(sanitiseWireBody(one)).toBe(one);
      }),
      { numRuns: 3000 },
    );
  });
});
