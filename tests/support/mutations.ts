import fc from 'fast-check';

/** What breaks readers: markup that runs, markup without end, encodings that lie, marks of other formats. */
const FRAGMENTS: readonly (string | Buffer)[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<p onclick="alert(1)" style="x:expression(1)">a</p>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" &#x6A;ava&Tab;script:alert(1)">a</a>',
  '<a href="data:text/html,a" href="//a.example">a</a>',
  '<a href="https://a.example/?b=1&c=%22%3E">a</a>',
  '<svg><style><img title="</style><img src=x onerror=alert(1)>"></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;alert(1)',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<textarea></textarea><title><style><xmp>',
  '<p><table><p><tr><b><td>',
  '</p></div></td></table></body></html>',
  '<![CDATA[<script>alert(1)</script>',
  ']]>',
  '<!--',
  '-->',
  '<?a',
  '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>',
  '&b;&d;&#0;&#xD800;&#x110000;&#99999999999;',
  '<'.repeat(300),
  '<p>'.repeat(300),
  '<div><span>'.repeat(150),
  '{"a":['.repeat(200),
  '['.repeat(300),
  '"',
  '\\u0000\\ud800"',
  '"__proto__":{"a":1},"constructor":1,',
  'null',
  '-1e999',
  '\u0000',
  '\u0001\u0002\u0003\u0004\u001e\u001f',
  '\ufeff',
  '\u202e\u2028\u2029\u0085\u00a0\u200b',
  '\r',
  '\r\n\r\n',
  '\n'.repeat(200),
  ' '.repeat(500),
  '\t',
  'é'.normalize('NFD') + '\u0301'.repeat(200),
  'Content-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?B?' + '='.repeat(50),
  ' encoding="utf-16"',
  ' encoding="utf-7"',
  ' xmlns:a="a" a:a="a" a="a" a="b"',
  '<meta charset="iso-2022-jp">',
  '9999-99-99T99:99:99Z',
  '00000000',
  '(AP) - ',
  '(c) 2024 ',
  'EMBARGOED until ',
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xed, 0xa0, 0x80, 0xc0, 0xaf, 0xf5]),
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]),
  Buffer.from([0xff, 0xed, 0x00, 0x02, 0x1c, 0x02, 0x78, 0xff, 0xff]),
];

/** The longest input that mutations make. Bytes. */
const MAX_BYTES = 128 * 1024;

type Mutation = (bytes: Buffer) => Buffer;

/** Half of the places stand near the start, where formats keep what they are and what they say of themselves. */
const place = fc.oneof(fc.nat(600), fc.nat());

function mutations(seeds: readonly Buffer[]): fc.Arbitrary<Mutation> {
  const at = (position: number, bytes: Buffer): number => position % (bytes.length + 1);
  const replaced = (bytes: Buffer, from: number, to: number, middle: Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]).subarray(0, MAX_BYTES);
  const flip = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([position, mask]): Mutation => (bytes) => {
    const from = at(position, bytes);
    return replaced(bytes, from, from + 1, Buffer.from([(bytes[from] ?? 0) ^ mask]));
  });
  const cut = fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(([position, length]): Mutation => (bytes) => {
    const from = at(position, bytes);
    return replaced(bytes, from, from + length, Buffer.alloc(0));
  });
  const truncate = place.map(
    (position): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(position, bytes)),
  );
  const repeat = fc
    .tuple(place, fc.integer({ min: 1, max: 300 }), fc.constantFrom(1, 1, 2, 10, 100))
    .map(([position, length, times]): Mutation => (bytes) => {
      const from = at(position, bytes);
      const slice = bytes.subarray(from, from + length);
      return replaced(bytes, from, from, Buffer.concat(new Array<Buffer>(times).fill(slice)));
    });
  const insert = fc
    .tuple(place, fc.constantFrom(...FRAGMENTS), fc.integer({ min: 0, max: 30 }))
    .map(([position, fragment, over]): Mutation => (bytes) => {
      const from = at(position, bytes);
      return replaced(bytes, from, from + over, typeof fragment === 'string' ? Buffer.from(fragment) : fragment);
    });
  const splice = fc
    .tuple(place, fc.constantFrom(...seeds), place, fc.integer({ min: 1, max: 2000 }))
    .map(([position, other, start, length]): Mutation => (bytes) => {
      const from = at(position, bytes);
      const begin = at(start, other);
      return replaced(bytes, from, from, other.subarray(begin, begin + length));
    });
  return fc.oneof(
    { arbitrary: flip, weight: 3 },
    { arbitrary: cut, weight: 2 },
    { arbitrary: truncate, weight: 1 },
    { arbitrary: repeat, weight: 2 },
    { arbitrary: insert, weight: 5 },
    { arbitrary: splice, weight: 2 },
  );
}

/**
 * One of the seeds with one to eight mutations: bytes flipped, cut out, doubled up to a hundred times, hostile fragments
 * put in or over them, pieces of `others` put in.
 */
export function mutated(seeds: readonly Buffer[], others: readonly Buffer[] = seeds): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutations(others), { minLength: 1, maxLength: 8 }))
    .map(([seed, changes]) => printable(changes.reduce((bytes, change) => change(bytes), seed)));
}

/** Bytes that fast-check reports as one string, not as a list of numbers. */
function printable(bytes: Buffer): Buffer {
  return Object.assign(Buffer.from(bytes), { [fc.toStringMethod]: () => JSON.stringify(bytes.toString('latin1')) });
}
