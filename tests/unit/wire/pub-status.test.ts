import type { ParseContext } from '../../../server/wire/format';
import { DEFAULT_LIMITS } from '../../../server/wire/limits';
import { closedBy } from '../../../server/wire/vocabulary/pub-status';

describe('the status that a code states', () => {
  const codes: [code: string | undefined, status: string | undefined, warned: boolean][] = [
    ['usable', undefined, false],
    ['Usable', undefined, false],
    ['stat:usable', undefined, false],
    ['embargoed', undefined, false],
    ['', undefined, false],
    [undefined, undefined, false],
    ['canceled', 'canceled', false],
    ['Cancelled', 'canceled', false],
    ['stat:canceled', 'canceled', false],
    ['http://cv.iptc.org/newscodes/pubstatusg2/canceled', 'canceled', false],
    [' withheld ', 'withheld', false],
    ['stat:withheld', 'withheld', false],
    ['withdrawn', 'canceled', false],
    ['hold', 'withheld', false],
    ['for-review', undefined, true],
    ['constructor', undefined, true],
  ];
  it.each(codes)('%s → %s', (code, status, warned) => {
    const warnings: string[] = [];
    const context: ParseContext = { limits: DEFAULT_LIMITS, warn: (warning) => warnings.push(warning) };
    expect(closedBy(code, context)).toBe(status);
    expect(warnings).toEqual(warned ? ['unknown-status'] : []);
  });
});
