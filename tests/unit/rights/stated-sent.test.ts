import { photoRestrictions, storyRestrictions } from '../../../server/rights/stated';

const OVER = [{ kind: 'use-until', until: '2024-06-14T23:59:59.999Z' }];
const usageTerms = 'Use until 14 June';

describe('days without a year are told by when the thing was sent', () => {
  it.each([
    ['the version', { versionCreated: '2024-05-20T09:00:00Z', firstCreated: '2021-05-20T09:00:00Z' }],
    ['the story', { firstCreated: '2024-05-20T09:00:00Z' }],
  ])('%s', (_, sent) => {
    expect(storyRestrictions({ usageTerms, ...sent })).toMatchObject(OVER);
    expect(photoRestrictions({ usageTerms }, sent)).toMatchObject(OVER);
    expect(photoRestrictions({ caption: 'A ferry in Velna. Use until 14 June.' }, sent)).toMatchObject(OVER);
  });

  it('or by when the photo was taken, where nothing else is known', () => {
    expect(photoRestrictions({ usageTerms, dateCreated: '2024-05-20' })).toMatchObject(OVER);
    expect(
      photoRestrictions({ usageTerms, dateCreated: '2021' }, { versionCreated: '2024-05-20T09:00:00Z' }),
    ).toMatchObject(OVER);
  });
});
