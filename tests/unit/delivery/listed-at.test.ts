import { listedAt } from '../../../server/delivery/listed-at';

const NOW = new Date('2026-05-14T12:00:00.000Z');

describe('the place of a story in the news', () => {
  it.each([
    ['when its version was made', { versionCreated: '2026-05-14T08:00:00Z', publishedAt: '2026-05-14T09:00:00Z' }, '2026-05-14T08:00:00.000Z'],
    ['when it was first made, without a version', { firstCreated: '2026-05-14T07:00:00Z' }, '2026-05-14T07:00:00.000Z'],
    ['when it was published, without either', { publishedAt: new Date('2026-05-14T09:00:00Z') }, '2026-05-14T09:00:00.000Z'],
    ['now, where it says nothing', {}, NOW.toISOString()],
    ['at the end of its embargo, if that is later', { versionCreated: '2026-05-13T08:00:00Z', embargoedUntil: '2026-05-15T06:00:00Z' }, '2026-05-15T06:00:00.000Z'],
    ['when it was made, if its embargo ended before', { versionCreated: '2026-05-14T08:00:00Z', embargoedUntil: '2026-05-14T06:00:00Z' }, '2026-05-14T08:00:00.000Z'],
    ['now, where its clock was wrong', { versionCreated: '2099-01-01T00:00:00Z' }, NOW.toISOString()],
  ])('is %s', (_, article, time) => expect(listedAt(article, NOW).toISOString()).toBe(time)); // prettier-ignore
});
