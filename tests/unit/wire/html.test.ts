import { nestsDeeperThan, stripTags } from '../../../server/wire/html-depth';
import { plainText, sanitiseBody, sanitiseWireBody } from '../../../server/wire/html';

describe('sanitiseBody', () => {
  it.each([
    [
      'keeps structure',
      '<h2>A</h2><p>B <em>c</em> d</p><ul><li>e</li></ul>',
      '<h2>A</h2><p>B <em>c</em> d</p><ul><li>e</li></ul>',
    ],
    [
      'keeps links of the web',
      '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
      '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
    ],
    [
      'keeps tables',
      '<table><tr><td colspan="2" style="x">a</td></tr></table>',
      '<table><tr><td colspan="2">a</td></tr></table>',
    ],
    ['makes a headline a subhead', '<h1>A</h1><h5>B</h5>', '<h2>A</h2><h4>B</h4>'],
    ['drops scripts with their text', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['drops styles with their text', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['drops handlers', '<p onclick="x()" onmouseover=y>a</p>', '<p>a</p>'],
    ['drops javascript links', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['drops javascript links in disguise', '<a href=" java&#10;script&colon;alert(1)">a</a>', '<a>a</a>'],
    ['drops data links', '<a href="data:text/html,<script>x</script>">a</a>', '<a>a</a>'],
    ['drops protocol-relative links', '<a href="//evil.example">a</a>', '<a>a</a>'],
    ['drops images, frames and forms', '<img src=x onerror=y><iframe src=z></iframe><form><input></form>a', 'a'],
    ['drops SVG and its scripts', '<svg><script>x</script><a xlink:href="javascript:x">a</a></svg>', '<a>a</a>'],
    ['drops comments', 'a<!-- <p>x</p> -->b', 'ab'],
    ['closes what is open', '<p>a <b>b', '<p>a <b>b</b></p>'],
  ])('%s', (_, html, body) => {
    expect(sanitiseBody(html)).toBe(body);
    expect(sanitiseBody(body)).toBe(body);
  });

  it.each([
    ['<a href="/section/4">x</a>', '<a>x</a>'],
    ['<a href="page.html">x</a>', '<a>x</a>'],
    ['<a href="#top">x</a>', '<a>x</a>'],
    ['<a href="javascript:x()">x</a>', '<a>x</a>'],
    ['<a href="https://example.org/">x</a>', '<a href="https://example.org/">x</a>'],
    ['<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'],
  ])('drops links that are relative to the page of a provider: %s', (html, body) => {
    expect(sanitiseWireBody(html)).toBe(body);
  });

  it('keeps the text of markup that nests without end', () => {
    expect(sanitiseBody(`${'<b>'.repeat(300_000)}deep &amp; <i>down</i>`)).toBe('<p>deep &amp; down</p>');
  });
});

describe('plainText', () => {
  it.each([
    ['<p>One</p><p>two</p>', 'One two'],
    ['a<br>b', 'a b'],
    ['<b>bo</b>ld', 'bold'],
    ['Fish &amp; chips &lt;3', 'Fish & chips <3'],
    ['I <3 this', 'I <3 this'],
    ['<script>x</script>y', 'y'],
    [`${'<i>'.repeat(1000)}y`, 'y'],
  ])('%j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('nestsDeeperThan', () => {
  it.each([
    ['<b><i>x</i></b>', 1, true],
    ['<b><i>x</i></b>', 2, false],
    ['<b>x</b>'.repeat(1000), 1, false],
    ['<p>one<p>two<br>'.repeat(1000), 1, false],
    ['<ul><li>one<ul><li>two</ul></ul>', 1, true],
    ['1 < 2 and <3', 0, false],
  ])('%s, %i: %s', (html, limit, deeper) => {
    expect(nestsDeeperThan(html, limit)).toBe(deeper);
  });
});

describe('stripTags', () => {
  it.each([
    ['a<b>c</b>d', 'a c d'],
    ['a < b', 'a < b'],
    ['<<<', '<<<'],
    ['<a', '<a'],
  ])('%j is %j', (html, text) => {
    expect(stripTags(html)).toBe(text);
  });
});
