import { DEFAULT_LIMITS, type Limits } from '../../../server/wire/limits';
import { Source } from '../../../server/wire/source';
import { parseXml, rootOf } from '../../../server/wire/xml';
import { all, attr, child, children, descendants, first, textOf } from '../../../server/wire/xml-tree';
import { cpuSeconds, unitOfWork } from '../../support/cpu';

const read = (xml: string, limits: Partial<Limits> = {}) => {
  const warnings: string[] = [];
  const context = { limits: { ...DEFAULT_LIMITS, ...limits }, warn: (code: string) => warnings.push(code) };
  return { root: parseXml(xml, context), warnings };
};
const source = (text: string) => new Source({ bytes: Buffer.from(text) });

describe('parseXml', () => {
  it('gives local names, attributes as written, and text in document order', () => {
    const { root } = read('<n:a xmlns:n="urn:x" xml:lang="de">one <b>two</b> <![CDATA[<three>]]>&amp;four</n:a>');
    expect(root.name).toBe('a');
    expect(root.tag).toBe('n:a');
    expect(attr(root, 'xml:lang')).toBe('de');
    expect(root.children.map((node) => (typeof node === 'string' ? node : node.name))).toEqual([
      'one ',
      'b',
      ' <three>&four',
    ]);
  });

  it('knows the named characters of HTML without a DTD', () => {
    expect(textOf(read('<a>caf&eacute;&nbsp;&mdash;&#8364;&euro;</a>').root)).toBe('café —€€');
  });

  it('never reads an external DTD', () => {
    const { root, warnings } = read('<!DOCTYPE nitf SYSTEM "http://localhost:1/nitf-3-6.dtd"><nitf>ok</nitf>');
    expect([textOf(root), warnings]).toEqual(['ok', []]);
  });

  it('leaves an unknown entity as it is written, with a warning', () => {
    const { root, warnings } = read('<a>x &company; y</a>');
    expect([textOf(root), warnings]).toEqual(['x &company; y', ['unknown-entity']]);
  });

  test.each([
    ['a control character', '<a>one\u001atwo</a>', 'onetwo'],
    ['a bare ampersand', '<a>Smith & Sons; R&D</a>', 'Smith & Sons; R&D'],
    ['a bare ampersand without a semicolon', '<a>Smith & Sons</a>', 'Smith & Sons'],
    ['a reference to a control character', '<a>one&#11;two&#x1F;</a>', 'onetwo'],
    ['a NUL after the end', '<a>one</a>\n\0', 'one'],
    ['an ampersand in CDATA beside a bare one', '<a>x & <![CDATA[y & z]]></a>', 'x & y & z'],
  ])('repairs %s and says so', (_, xml, text) => {
    const { root, warnings } = read(xml);
    expect([textOf(root), warnings]).toEqual([text, ['xml-repaired']]);
  });

  test.each([
    ['white space before the declaration', ' \n<?xml version="1.0"?><a>x</a>'],
    ['a declaration with a strange version', '<?xml version="2.1" encoding="none of your business"?><a>x</a>'],
    ['a BOM', '\uFEFF<?xml version="1.0"?><a>x</a>'],
  ])('reads past %s', (_, xml) => {
    expect(textOf(read(xml).root)).toBe('x');
  });

  test.each([
    ['an end that is missing', '<a>\n<b>\n</b>', 3],
    ['crossed tags', '<a>\n<b>\n<c>\n</b></c></a>', 4],
    ['two roots', '<a/>\n<b/>', 2],
    ['text outside', '<a/>\n\nhello', 3],
    ['an attribute twice', '<a\nb="1" b="2"/>', 2],
  ])('refuses %s and names the line', (_, xml, line) => {
    expect(() => read(xml)).toThrow(
      expect.objectContaining({ code: 'malformed', message: expect.stringContaining(`line ${line}:`) }),
    );
  });
});

describe('hostile XML', () => {
  const error = (code: string) => expect.objectContaining({ name: 'WireError', code });

  it('refuses an entity bomb', () => {
    const entities = [...'bcdefghi'].map((name, n) => `<!ENTITY ${name} "${`&${'abcdefgh'[n]};`.repeat(10)}">`);
    const xml = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${entities.join('')}]><a>&i;</a>`;
    expect(() => read(xml)).toThrow(error('malformed'));
  });

  it('refuses an external entity, and fetches nothing', () => {
    const xml = '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/hostname">]><a>&xxe;</a>';
    expect(() => read(xml)).toThrow(error('malformed'));
  });

  it('does not take a property of objects for an entity', () => {
    expect(textOf(read('<a>&constructor;&__proto__;</a>').root)).toBe('&constructor;&__proto__;');
  });

  it('refuses a depth of 10,000', () => {
    expect(() => read('<a>'.repeat(10_000))).toThrow(error('too-deep'));
    expect(() => read('<a>'.repeat(12), { depth: 10 })).toThrow(error('too-deep'));
  });

  it('refuses more attributes and longer text than the limits allow', () => {
    const attributes = Array.from({ length: 600 }, (_, n) => ` a${n}="1"`).join('');
    expect(() => read(`<a${attributes}/>`)).toThrow(error('too-large'));
    expect(() => read(`<a>${'x'.repeat(2000)}</a>`, { text: 1000 })).toThrow(error('too-large'));
    expect(() => read(`<a b="${'x'.repeat(2000)}"/>`, { text: 1000 })).toThrow(error('too-large'));
  });

  test.each([
    ['an attribute of 1 MB', `<a b="${'x'.repeat(1_000_000)}">ok</a>`],
    ['a comment of 1 MB', `<a><!--${'- '.repeat(500_000)}-->ok</a>`],
    ['200,000 references', `<a>${'&amp;'.repeat(200_000)}</a>`],
    ['200,000 bare ampersands', `<a>${'& '.repeat(200_000)}</a>`],
    ['100,000 siblings', `<a>${'<b/>'.repeat(100_000)}ok</a>`],
  ])('reads %s at once', async (_, xml) => {
    expect(await cpuSeconds(() => read(xml))).toBeLessThan(25 * (await unitOfWork()));
  });
});

describe('the tree', () => {
  const { root } = read(
    '<nitf><head><k key="a"/><k key=" "/></head><body><p>One <em>two</em>three</p><p>four<br/>five</p><x/></body></nitf>',
  );

  it('is walked by local names', () => {
    expect(child(root, 'body')?.name).toBe('body');
    expect(children(child(root, 'body')).map((element) => element.name)).toEqual(['p', 'p', 'x']);
    expect(children(child(root, 'body'), 'p')).toHaveLength(2);
    expect(all(root, 'head/k').map((element) => attr(element, 'key'))).toEqual(['a', undefined]);
    expect(first(root, 'body/nothing')).toBeUndefined();
    expect(descendants(root, 'em').map(textOf)).toEqual(['two']);
  });

  it('keeps the words of blocks apart and those of inline elements together', () => {
    expect(textOf(child(root, 'body'))).toBe('One twothree four five');
    expect(textOf(first(root, 'body/x'))).toBeUndefined();
  });
});

describe('rootOf', () => {
  test.each([
    ['<newsItem xmlns="urn:x">', 'newsItem'],
    ['\uFEFF<?xml version="1.0"?>\n<!-- > <b> -->\n<?php x?>\n<nitf>', 'nitf'],
    ['<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', 'nitf'],
    ['<!DOCTYPE a [ <!ENTITY x "]"> <!-- <b> --> ] ><a/>', 'a'],
    ['<n:newsMessage\n xmlns:n="urn:x">', 'newsMessage'],
    [`<!--${' '.repeat(9000)}--><NewsML>`, 'NewsML'],
    ['Stocks rose <em>sharply</em>', undefined],
    ['< 5 percent', undefined],
    ['{"a":1}', undefined],
  ])('%j → %s', (text, name) => {
    expect(rootOf(source(text))?.name).toBe(name);
  });

  it('gives the start tag with its attributes', () => {
    expect(rootOf(source('<a b="1" xmlns="urn:x"><c d="2"/></a>'))?.startTag).toBe('<a b="1" xmlns="urn:x">');
  });

  it('sees through UTF-16', () => {
    expect(rootOf(new Source({ bytes: Buffer.from('\uFEFF<NewsML/>', 'utf16le') }))?.name).toBe('NewsML');
  });
});
