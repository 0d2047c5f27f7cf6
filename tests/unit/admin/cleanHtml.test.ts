import { parseHTML } from 'linkedom';
import { copyClean } from '../../../admin/pages/import/preview/cleanHtml';

function clean(html: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const from = document.createElement('div');
  from.innerHTML = html;
  const to = document.createElement('div');
  copyClean(from, to);
  return to.innerHTML;
}

describe('the body while it is corrected', () => {
  it.each([
    ['keeps paragraphs and emphasis', '<p>One <em>two</em></p>', '<p>One <em>two</em></p>'],
    ['makes a paragraph of a division', '<div>One</div>', '<p>One</p>'],
    ['keeps the text of what it does not know', '<p><font color="red">One</font></p>', '<p>One</p>'],
    ['drops styles and classes', '<p style="color:red" class="x">One</p>', '<p>One</p>'],
    ['drops handlers', '<p onclick="alert(1)">One</p>', '<p>One</p>'],
    ['drops scripts with their text', '<p>One</p><script>alert(1)</script>', '<p>One</p>'],
    ['drops images', '<p>One<img src="x" onerror="alert(1)"></p>', '<p>One</p>'],
    ['keeps safe links', '<a href="https://example.org/">One</a>', '<a href="https://example.org/">One</a>'],
    ['keeps the text of unsafe links', '<a href="javascript:alert(1)">One</a>', '<a>One</a>'],
    ['lowers a first heading', '<h1>One</h1>', '<h2>One</h2>'],
    [
      'keeps tables',
      '<table><tbody><tr><td colspan="2">One</td></tr></tbody></table>',
      '<table><tbody><tr><td colspan="2">One</td></tr></tbody></table>',
    ],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it('flattens what is nested too deeply and keeps its text', () => {
    const deep = `${'<blockquote>'.repeat(200)}end${'</blockquote>'.repeat(200)}`;
    const cleaned = clean(deep);
    expect(cleaned).toContain('end');
    expect(cleaned.split('<blockquote>').length - 1).toBeLessThanOrEqual(64);
  });
});
