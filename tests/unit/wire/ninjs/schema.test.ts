import { ninjs } from '../../../../server/wire/formats/ninjs';
import { schemaFaults } from '../../../../server/wire/ninjs/schema';
import { readFormat } from '../../../support/read-format';

const fine = { uri: 'urn:x', type: 'text', versioncreated: '2026-03-01T10:00:00Z', pubstatus: 'usable', headline: 'A' };

describe('schemaFaults', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a property that the schema does not know', { extra: { a: 1 } }, []],
    ['an urgency in quotes', { urgency: '3' }, ['urgency: integer']],
    [
      'a date without a colon in its zone',
      { versioncreated: '2026-03-01T10:00:00+0000' },
      ['versioncreated: date-time'],
    ],
    [
      'camel case, as 3.x writes',
      { embargoedUntil: 'soon', copyrightHolder: 7 },
      ['embargoedUntil: date-time', 'copyrightHolder: string'],
    ],
    ['another status', { pubstatus: 'embargoed' }, ['pubstatus: status']],
    ['subjects that are no list', { subject: { code: 'a' } }, ['subject: array']],
    ['associations in either shape', { associations: [] }, []],
  ])('%s', (_, change, faults) => {
    expect(schemaFaults({ ...fine, ...change })).toEqual(faults);
  });

  it('misses the uri, and tells five faults at the most', () => {
    const { uri: _uri, ...rest } = fine;
    expect(schemaFaults(rest)).toEqual(['uri: missing']);
    expect(schemaFaults({ headline: 1, byline: 2, located: 3, title: 4, profile: 5, slugline: 6 })).toHaveLength(5);
  });
});

it('is a warning, never a gate', async () => {
  const { readings, warnings } = await readFormat(ninjs, JSON.stringify({ ...fine, urgency: '3' }));
  expect(readings[0]?.item.headline).toBe('A');
  expect(warnings).toMatchObject([{ code: 'ninjs-schema', message: expect.stringContaining('urgency: integer') }]);
});
