import type { Story } from '../../../contracts/story';
import { hasValue, openNotices } from '../../../admin/pages/import/preview/openNotices';

const story: Story = {
  type: 'text',
  pubStatus: 'usable',
  headline: 'Harbour strike',
  byline: '  ',
  photos: [{ creditLine: 'Lena Hofer / AP', imageFile: 'gate.jpg' }, { imageFile: 'quay.jpg' }],
};

describe('what an editor should still look at', () => {
  it('is what is missing, until it is there', () => {
    const notices = [
      { code: 'no-photo-credit' as const, field: 'photos.0.creditLine' },
      { code: 'no-photo-credit' as const, field: 'photos.1.creditLine' },
    ];
    expect(openNotices(notices, story)).toEqual([{ code: 'no-photo-credit', field: 'photos.1.creditLine' }]);
  });

  it('is what is too long, until it is shorter', () => {
    const notice = { code: 'too-long' as const, field: 'headline' };
    expect(openNotices([notice], { ...story, headline: 'x'.repeat(256) })).toEqual([notice]);
    expect(openNotices([notice], { ...story, headline: 'x'.repeat(255) })).toEqual([]);
  });

  it('is an image, for a photo that has none as things stand', () => {
    const missing = { code: 'no-photo-image' as const, field: 'photos.0.imageFile' };
    expect(openNotices([missing], story)).toEqual([]);
    expect(openNotices([], { ...story, photos: [{}] })).toEqual([missing]);
    expect(openNotices([missing], { ...story, photos: [{}] })).toEqual([missing]);
  });

  it('is nothing about a photo that is left out', () => {
    const credit = { code: 'no-photo-credit' as const, field: 'photos.1.creditLine' };
    expect(openNotices([credit], story, [1])).toEqual([]);
  });

  it('is what the agency says, whatever is corrected', () => {
    const notices = [{ code: 'correction' as const }, { code: 'kill' as const, field: 'pubStatus' }];
    expect(openNotices(notices, story)).toEqual(notices);
  });

  it.each([
    ['headline', true],
    ['byline', false],
    ['dateline', false],
    ['photos.0.creditLine', true],
    ['photos.1.creditLine', false],
    ['photos.9.creditLine', false],
  ])('%s has a value: %s', (path, has) => {
    expect(hasValue(story, path)).toBe(has);
  });
});
