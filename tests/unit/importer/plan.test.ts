import { compareAge, identify } from '../../../server/importer/identity';
import { planItem, type LedgerEntry } from '../../../server/importer/plan';
import type { WireItem } from '../../../server/wire/item';

const target = { type: 'article', documentId: 'doc' } as const;
const known = (key: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  key,
  outcome: 'created',
  target,
  ...more,
});

describe('planItem', () => {
  type Case = [string, Partial<WireItem>, LedgerEntry[], string[], object];
  it.each<Case>([
    ['never seen', {}, [], [], { action: 'create', reason: 'new' }],
    ['seen', {}, [known('k')], ['doc'], { action: 'skip', reason: 'already-received', target }],
    ['seen, but its article was deleted', {}, [known('k')], [], { action: 'create', reason: 'new' }],
    [
      'a newer version',
      { version: '3' },
      [known('a', { version: '2' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'an older version',
      { version: '1' },
      [known('a', { version: '2' })],
      ['doc'],
      { action: 'skip', reason: 'older-version', target },
    ],
    [
      'the same version with other content',
      { version: '2' },
      [known('a', { version: '2' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'version 10 after 9',
      { version: '10' },
      [known('a', { version: '9' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'an earlier time',
      { versionCreated: '2026-01-01T00:00:00.000Z' },
      [known('a', { versionCreated: '2026-01-02T00:00:00.000Z' })],
      ['doc'],
      { action: 'skip', reason: 'older-version', target },
    ],
    [
      'a kill',
      { pubStatus: 'canceled', version: '2' },
      [known('a', { version: '1' })],
      ['doc'],
      { action: 'kill', reason: 'killed-by-provider', target },
    ],
    [
      'a withhold of the same version',
      { pubStatus: 'withheld', version: '1' },
      [known('a', { version: '1' })],
      ['doc'],
      { action: 'kill', reason: 'killed-by-provider', target },
    ],
    [
      'a kill of something that never came',
      { pubStatus: 'canceled' },
      [],
      [],
      { action: 'kill', reason: 'killed-and-unknown' },
    ],
    [
      'a kill that came before',
      { pubStatus: 'canceled' },
      [known('k', { outcome: 'killed' })],
      ['doc'],
      { action: 'skip', reason: 'already-received', target },
    ],
    [
      'an older version that comes after the kill',
      { version: '1' },
      [{ key: 'a', outcome: 'killed', version: '2' }],
      [],
      { action: 'skip', reason: 'older-version' },
    ],
    [
      'a version that was quarantined',
      {},
      [known('k', { outcome: 'quarantined' })],
      [],
      { action: 'create', reason: 'new' },
    ],
    [
      'a version whose run was undone',
      {},
      [known('k', { isUndone: true })],
      ['doc'],
      { action: 'create', reason: 'new' },
    ],
  ])('%s', (_, item, ledger, present, plan) => {
    expect(planItem({ pubStatus: 'usable', ...item }, { key: 'k' }, ledger, (id) => present.includes(id))).toEqual(
      plan,
    );
  });
});

describe('compareAge', () => {
  it.each([
    [{ version: '2' }, { version: '10' }, -1],
    [{ version: '20260101120000' }, { version: '20251231120000' }, 1],
    [{ version: '123456789012345678901' }, { version: '123456789012345678902' }, -1],
    [{ version: 'b' }, { version: 'a' }, 0],
    [
      { version: '1', versionCreated: '2026-01-02T00:00:00Z' },
      { version: '1', versionCreated: '2026-01-01T23:00:00Z' },
      1,
    ],
    [{ versionCreated: '2026-01-01T00:00:00Z' }, {}, 0],
    [{}, {}, 0],
  ])('%j and %j: %i', (a, b, order) => {
    expect(Math.sign(compareAge(a, b))).toBe(order);
    expect(Math.sign(compareAge(b, a))).toBe(order === 0 ? 0 : -order);
  });
});

describe('identify', () => {
  const item: WireItem = { type: 'text', pubStatus: 'usable', uri: 'urn:a', version: '1', headline: 'One' };

  it('is the same for the same item, in whatever order its fields come', () => {
    expect(identify(item)).toEqual(
      identify({ headline: 'One', version: '1', uri: 'urn:a', pubStatus: 'usable', type: 'text' }),
    );
  });

  it.each([
    ['another version', { version: '2' }, true],
    ['another content', { headline: 'Two' }, true],
    ['another item', { uri: 'urn:b' }, false],
  ])('differs for %s', (_, change, sameUri) => {
    const [a, b] = [identify(item), identify({ ...item, ...change })];
    expect(a.key).not.toBe(b.key);
    expect(a.uriKey === b.uriKey).toBe(sameUri);
  });
});
