import { advanced, type ItemResult, type Progress } from '../../../server/importer/progress';

const START: Progress = { done: 0, counts: {}, items: [] };
const results = (count: number, outcome: ItemResult['outcome']): ItemResult[] =>
  Array.from({ length: count }, (_, n) => ({ outcome, title: `${outcome} ${n}`, targets: [] }));

describe('the progress of a run', () => {
  it('counts outcomes and numbers the items', () => {
    const first = advanced('run', START, results(2, 'created'));
    const { done, counts, items } = advanced('run', first, [...results(1, 'skipped'), ...results(1, 'created')]);
    expect({ done, counts }).toEqual({ done: 4, counts: { created: 3, skipped: 1 } });
    expect(items.map((item) => item.documentId)).toEqual(['run:0', 'run:1', 'run:2', 'run:3']);
    expect(first.done).toBe(2);
  });

  it('lists a thousand items and a thousand problems of a long run, and counts them all', () => {
    const long = advanced('run', START, [...results(3000, 'created'), ...results(1500, 'quarantined')]);
    expect(long.counts).toEqual({ created: 3000, quarantined: 1500 });
    expect(long.items.filter((item) => item.outcome === 'created')).toHaveLength(1000);
    expect(long.items.filter((item) => item.outcome === 'quarantined')).toHaveLength(1000);
    expect(long.items.at(-1)?.documentId).toBe('run:3999');
  });
});
