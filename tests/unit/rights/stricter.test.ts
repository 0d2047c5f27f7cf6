import type { Restriction } from '../../../server/wire/terms/restrictions';
import { stricter } from '../../../server/rights/stricter';

const of = (kind: Restriction['kind'], more: Partial<Restriction> = {}): Restriction => ({
  kind,
  sentence: '',
  ...more,
});
const only = (territory: string) => of('territory-only', { territory });
const out = (territory: string) => of('territory-excluded', { territory });
const within = (days: number) => of('use-within-days', { days });

describe('the stricter of two versions', () => {
  it.each<[string, Restriction[], Restriction[], Restriction[]]>([
    ['nothing and nothing', [], [], []],
    ['what is new counts', [], [of('no-internet')], [of('no-internet')]],
    ['what is gone stays', [of('no-internet')], [], [of('no-internet')]],
    ['the same once', [of('no-archive')], [of('no-archive', { sentence: 'NO ARCHIVES' })], [of('no-archive')]],
    ['a shorter window beside the longer', [within(30)], [within(14)], [within(30), within(14)]],
    ['another country is excluded too', [out('JP')], [out('CN')], [out('JP'), out('CN')]],
    ['confined for the first time', [], [only('NO'), only('SE')], [only('NO'), only('SE')]],
    ['no longer confined', [only('NO')], [], [only('NO')]],
    ['confined to more', [only('NO')], [only('NO'), only('SE')], [only('NO')]],
    ['confined to fewer', [only('NO'), only('SE')], [only('NO')], [only('NO'), only('SE'), out('SE')]],
    ['confined to others: nowhere', [only('NO')], [only('SE')], [only('NO'), out('NO')]],
    ['confined to fewer once more', [only('NO'), only('SE'), out('SE')], [only('NO')], [only('NO'), only('SE'), out('SE')]], // prettier-ignore
  ])('%s', (_, standing, other, expected) => {
    expect(stricter(standing, other)).toEqual(expected);
  });

  it('is what stood, itself, where nothing is stricter', () => {
    const standing = [out('JP'), within(14)];
    expect(stricter(standing, [within(14)])).toBe(standing);
  });
});
