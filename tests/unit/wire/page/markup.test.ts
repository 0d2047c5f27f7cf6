import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';
import { tidy } from '../../../../server/wire/page/markup';
import { withCharacters } from '../../../../server/wire/page/references';

/** The inside of the body that `tidy` writes. */
function inside(html: string): string {
  return (
    /^<!DOCTYPE html><html(?: lang="[^"]*")?><head><\/head><body>([\s\S]*)<\/body><\/html>$/.exec(
      tidy(html, DEFAULT_LIMITS).html,
    )?.[1] ?? 'no frame'
  );
}

describe('tidy', () => {
  it.each([
    ['closes what is open', '<div><p>a', '<div><p>a</p></div>'],
    ['ends a paragraph at the next block', '<p>a<p>b<div>c</div>', '<p>a</p><p>b</p><div>c</div>'],
    [
      'ends list items and cells',
      '<ul><li>a<li>b</ul><table><tr><td>a<td>b<tr><td>c</table>',
      '<ul><li>a</li><li>b</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['drops end tags that end nothing', '</div>a</p></b>', 'a'],
    ['closes what was left open inside', '<div><b>a</div>b', '<div><b>a</b></div>b'],
    [
      'keeps a cell from closing what is around it',
      '<div><table><tr><td>a</div>b</td></tr></table></div>',
      '<div><table><tr><td>ab</td></tr></table></div>',
    ],
    ['drops scripts, styles and comments', 'a<script>"</p>"</script><style>p{}</style><!-- <p> -->b', 'ab'],
    ['keeps the text behind a script that never ends', '<script>a<p>b', 'a<p>b</p>'],
    [
      'keeps the attributes that say what a thing is',
      '<p onclick=x id=a class="b c" style=\'d"e\' data-foo=1>t</p>',
      '<p id="a" class="b c" style="d&quot;e">t</p>',
    ],
    ['keeps the first of two attributes', '<p id=a ID=b>t</p>', '<p id="a">t</p>'],
    [
      'finds where a lazy picture is kept',
      '<img src="data:image/gif;base64,AA" data-lazy-src="a.jpg" data-original-srcset="b.jpg 2x">',
      '<img data-src="a.jpg" data-srcset="b.jpg 2x">',
    ],
    ['writes one frame for many', '<html><head></head><body>a</body></html><html><body>b', 'ab'],
    ['takes a lone "<" for text', 'a < b <3', 'a &lt; b &lt;3'],
    [
      'takes an attribute with ">" in it for what it is',
      '<a title="a > b" href=c>t</a>',
      '<a title="a > b" href="c">t</a>',
    ],
    ['reads void elements', '<br/><img src=a/>b</br>', '<br><img src="a/">b<br>'],
  ])('%s', (_, html, expected) => {
    expect(inside(html)).toBe(expected);
  });

  it('gives the language and the linked data', () => {
    const { html, linkedData } = tidy(
      '<html lang=de><script type="application/ld+json">{"a":"<p>"}</script>',
      DEFAULT_LIMITS,
    );
    expect(html).toContain('<html lang="de">');
    expect(linkedData).toEqual(['{"a":"<p>"}']);
  });

  const pieces = fc.constantFrom(
    '<div>', '</div>', '<p>', '</p>', '<b', '>', '"', "'", '=', '<a href="', '<table>', '<td>', '</table>', '<li>', '<script>', '</script>',
    '<!--', '-->', '<![CDATA[', '&', '&lt;', '&#0;', '&#x10FFFF;', '<', '</', '\0', 'text', ' ', '\u2028', '<svg>', '</svg', '<br>', 'İ',
  ); // prettier-ignore

  it('writes well-formed markup whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const html = inside(parts.join(''));
        const open: string[] = [];
        for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)[^>]*?>/g)) {
          if (['br', 'img'].includes(name)) continue;
          if (end === '') open.push(name);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
        expect(html).not.toMatch(/<(?:script|style|svg|iframe)|\0/);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('character references', () => {
  it.each([
    ['caf&eacute;&nbsp;bar', 'café\u00a0bar'],
    ['&#8220;a&#x201d;', '“a”'],
    ['&#147;a&#148; &#150;', '“a” –'],
    ['&lt;b&gt; &amp;amp;', '&lt;b> &amp;amp;'],
    ['AT&T &unknown; &', 'AT&amp;T &amp;unknown; &amp;'],
    ['&#0;&#xD800;&#x110000;', '&amp;#0;&amp;#xD800;&amp;#x110000;'],
    ['&constructor; &__proto__;', '&amp;constructor; &amp;__proto__;'],
  ])('%s', (text, expected) => {
    expect(withCharacters(text)).toBe(expected);
  });
});
