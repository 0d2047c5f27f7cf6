import { charactersIn, commentHtml, linksIn } from '../../../server/comments/text';

const link = (href: string, shown = href) => `<a href="${href}" rel="nofollow ugc noopener noreferrer">${shown}</a>`;

describe('a comment as HTML', () => {
  it.each([
    ['One line.', '<p>One line.</p>'],
    ['Two\nlines.', '<p>Two<br>lines.</p>'],
    ['Two\n\nparagraphs.', '<p>Two</p><p>paragraphs.</p>'],
    ['a < b & "c" > d', '<p>a &lt; b &amp; &quot;c&quot; &gt; d</p>'],
    ['See https://ferry.example/june.', `<p>See ${link('https://ferry.example/june')}.</p>`],
    ['(https://ferry.example/?a=1&b=2)', `<p>(${link('https://ferry.example/?a=1&amp;b=2')})</p>`],
    ['https://ferry.example/"onmouseover="x', `<p>${link('https://ferry.example/')}&quot;onmouseover=&quot;x</p>`],
    ['https://a.example/quay_(old)', `<p>${link('https://a.example/quay_(old)')}</p>`],
    ['(https://a.example/quay_(old)).', `<p>(${link('https://a.example/quay_(old)')}).</p>`],
    ['https://a.example/?c=[1]', `<p>${link('https://a.example/?c=[1]')}</p>`],
    ['https://[bad', '<p>https://[bad</p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
    ['http://a.example http://b.example', `<p>${link('http://a.example/', 'http://a.example')} ${link('http://b.example/', 'http://b.example')}</p>`],
  ])('%p', (text, html) => {
    expect(commentHtml(text, true)).toBe(html);
  }); // prettier-ignore

  it('has no links where they are not wanted', () => {
    expect(commentHtml('See https://ferry.example', false)).toBe('<p>See https://ferry.example</p>');
  });
});

describe('characters and links', () => {
  it.each([['', 0], ['ä', 1], ['a\u0308', 1], ['👩‍👩‍👧', 1]])('%p has %p characters', (text, count) => {
    expect(charactersIn(text)).toBe(count);
  }); // prettier-ignore

  it.each([['nothing', 0], ['www.a.example', 1], ['HTTPS://A.example,http://b.example', 1], ['awww.nice', 0]])('%p has %p links', (text, count) => {
    expect(linksIn(text)).toHaveLength(count);
  }); // prettier-ignore
});
