import fc from 'fast-check';
import { BODY_ELEMENTS, sanitiseBody } from '../../../server/wire/html';
import { htmlBody, isClean } from '../../../server/wire/html-body';

describe('clean HTML is kept as it is', () => {
  test.each([
    '<p>Geese fly north.</p><p>They rest at the lake.</p>',
    '<h2>Geese</h2>\n<p>See <a href="https://fell.example/a?b=1">the <em>map</em></a><br>today &amp; tomorrow</p>',
    '<ul><li>One</li><li><b>Two</b></li></ul><blockquote><p>Honk.</p></blockquote>',
  ])('%s', (html) => {
    expect(isClean(html)).toBe(true);
    expect(htmlBody(html)).toBe(html);
  });

  test.each([
    ['an attribute', '<p class="x">a</p>'],
    ['a handler', '<p onclick="x()">a</p>'],
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
    ['a tag that never ends', '<p>a</p><img src=x onerror=y '],
    ['a comment', '<p>a</p><!-- b -->'],
    ['a bare ampersand', '<p>a & b</p>'],
  ])('%s is not clean', (_what, html) => {
    expect(isClean(html)).toBe(false);
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

describe('whatever the HTML', () => {
  const piece = fc.constantFrom(
    '<p>', '</p>', '<b>', '</b>', '<i>', '<ul>', '<li>', '</li>', '</ul>', '<br>', '<br />', '<div>', '</div>', '<table>',
    '<td>', '</td>', '<a href="https://a.example">', '<a href="javascript:x">', '</a>', '<script>', '</script>', 'text',
    ' ', '&amp;', '&#60;', '<', '>', '"', '<!--', '-->', '<img src=x onerror=y>', '<h1>', '</h1>', '</body>', '<body>',
  ); // prettier-ignore
  const markup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('what is called clean is what the sanitiser would write', () => {
    fc.assert(
      fc.property(markup, (html) => {
        fc.pre(isClean(html));
        expect(sanitiseBody(html).replaceAll('&quot;', '"')).toBe(html.trim().replace(/<br ?\/?>/g, '<br />'));
      }),
      { numRuns: 5000 },
    );
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
