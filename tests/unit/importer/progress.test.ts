import type { Entity } from '../../../server/documents';
import { stepsOf, type Wanted } from '../../../server/importer/log';
import { advanced, type ItemResult, type Progress } from '../../../server/importer/progress';

const START: Progress = { done: 0, counts: {} };
const results = (count: number, outcome: ItemResult['outcome']): ItemResult[] =>
  Array.from({ length: count }, (_, n) => ({ outcome, title: `${outcome} ${n}`, targets: [] }));

it('the progress of a run counts outcomes', () => {
  const first = advanced(START, results(2, 'created'));
  const second = advanced(first, [...results(1, 'skipped'), ...results(1, 'created')]);
  expect(second).toEqual({ done: 4, counts: { created: 3, skipped: 1 } });
  expect(first).toEqual({ done: 2, counts: { created: 2 } });
});

describe('the log of a run', () => {
  const steps: Entity[] = [
    { id: 1, outcomes: { created: 200 } },
    { id: 2, outcomes: { created: 150, skipped: 50 } },
    { id: 3, outcomes: { skipped: 200 } },
    { id: 4, outcomes: { created: 10, quarantined: 3 } },
  ];
  const all = { total: 613 };
  const created = { total: 360 };

  it.each<[Wanted, ReturnType<typeof stepsOf>]>([
    [
      { page: 1, pageSize: 50 },
      { ...all, from: 0, ids: [1] },
    ],
    [
      { page: 4, pageSize: 50 },
      { ...all, from: 150, ids: [1] },
    ],
    [
      { page: 5, pageSize: 50 },
      { ...all, from: 0, ids: [2] },
    ],
    [
      { page: 3, pageSize: 90 },
      { ...all, from: 180, ids: [1, 2] },
    ],
    [
      { page: 13, pageSize: 50 },
      { ...all, from: 0, ids: [4] },
    ],
    [
      { page: 14, pageSize: 50 },
      { ...all, from: 0, ids: [] },
    ],
    [
      { page: 1, pageSize: 100, outcome: 'quarantined' },
      { total: 3, from: 0, ids: [4] },
    ],
    [
      { page: 4, pageSize: 100, outcome: 'created' },
      { ...created, from: 100, ids: [2, 4] },
    ],
    [
      { page: 3, pageSize: 100, outcome: 'skipped' },
      { total: 250, from: 150, ids: [3] },
    ],
    [
      { page: 1, pageSize: 100, outcome: 'killed' },
      { total: 0, from: 0, ids: [] },
    ],
  ])('has the page %j in few of its steps', (wanted, expected) => {
    expect(stepsOf(steps, wanted)).toEqual(expected);
  });
});
