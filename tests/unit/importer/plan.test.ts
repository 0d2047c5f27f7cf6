import { compareAge } from '../../../server/importer/age';
import { identify } from '../../../server/importer/identity';
import { isEmbargoed, outcomeOf, planItem, saysCorrection, type LedgerEntry } from '../../../server/importer/plan';
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
      'a usable version as old as the kill',
      { version: '2' },
      [{ key: 'a', outcome: 'killed', version: '2' }],
      [],
      { action: 'skip', reason: 'older-version' },
    ],
    [
      'a kill that is older than what is there',
      { pubStatus: 'canceled', version: '2' },
      [known('a', { version: '3' })],
      ['doc'],
      { action: 'skip', reason: 'older-version', target },
    ],
    [
      'a version after the kill',
      { version: '3' },
      [known('a', { version: '1' }), known('b', { version: '2', outcome: 'killed' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'the same version with other content and a later time',
      { version: '2', versionCreated: '2026-01-02T00:00:00.000Z' },
      [known('a', { version: '2', versionCreated: '2026-01-01T00:00:00.000Z' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'the same version and time with content that is the later in order',
      { version: '2', versionCreated: '2026-01-01T00:00:00.000Z' },
      [known('a', { version: '2', versionCreated: '2026-01-01T00:00:00.000Z', contentHash: 'b' })],
      ['doc'],
      { action: 'update', reason: 'newer-version', target },
    ],
    [
      'the same version and time with content that is the earlier in order',
      { version: '2', versionCreated: '2026-01-01T00:00:00.000Z' },
      [known('a', { version: '2', versionCreated: '2026-01-01T00:00:00.000Z', contentHash: 'd' })],
      ['doc'],
      { action: 'skip', reason: 'older-version', target },
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
    expect(
      planItem({ pubStatus: 'usable', ...item }, { key: 'k', contentHash: 'c' }, ledger, (id) => present.includes(id)),
    ).toEqual(plan);
  });
});

describe('outcomeOf', () => {
  const plain = { isCorrection: false, isHeld: false };
  it.each([
    ['create', plain, 'created'],
    ['update', plain, 'updated'],
    ['update', { ...plain, isCorrection: true }, 'corrected'],
    ['create', { ...plain, isCorrection: true }, 'created'],
    ['update', { isCorrection: true, isHeld: true }, 'held'],
    ['kill', { ...plain, isHeld: true }, 'killed'],
    ['skip', { ...plain, isHeld: true }, 'skipped'],
  ] as const)('%s, %j: %s', (action, told, outcome) => {
    expect(outcomeOf({ action, reason: 'new' }, told)).toBe(outcome);
  });
});

describe('saysCorrection', () => {
  it.each<[object, boolean]>([
    [{ signals: ['correction'] }, true],
    [{ signals: ['update'] }, false],
    [{ edNote: 'CORRECTS the number of passengers in the second paragraph' }, true],
    [{ slugline: 'Ferry, 2nd Ld-Berichtigung' }, true],
    [{ edNote: 'Pictures follow' }, false],
    [{}, false],
  ])('%j: %s', (item, says) => {
    expect(saysCorrection(item)).toBe(says);
  });
});

describe('isEmbargoed', () => {
  const now = new Date('2026-03-04T05:06:07Z');
  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ['2026-03-04T05:06:07.000Z', false],
    ['2026-03-04T05:06:08.000Z', true],
    // A date that cannot be read keeps the story back: deny wins.
    ['tomorrow', true],
  ])('until %s: %s', (embargoedUntil, held) => {
    expect(isEmbargoed({ embargoedUntil }, now)).toBe(held);
  });
});

describe('compareAge', () => {
  it.each([
    [{ version: '2' }, { version: '10' }, -1],
    [{ version: '20260101120000' }, { version: '20251231120000' }, 1],
    [{ version: '123456789012345678901' }, { version: '123456789012345678902' }, -1],
    [{ version: '1.10' }, { version: '1.9' }, 1],
    [{ version: '2' }, { version: '2.0' }, 0],
    [{ version: 'b' }, { version: 'a' }, 0],
    [{ version: '1', isKill: true }, { version: '1' }, 1],
    [{ version: '1', isKill: true }, { version: '2' }, -1],
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
