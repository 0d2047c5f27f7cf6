import type { Draft } from '../../../admin/pages/import/preview/drafts';
import { invalidPaths } from '../../../admin/pages/import/preview/invalid';
import type { Story } from '../../../contracts/story';

const draft = (story: Partial<Story>, change: Partial<Draft> = {}): Draft => {
  const whole: Story = { type: 'text', pubStatus: 'usable', ...story };
  return { include: true, locked: false, delivered: whole, story: whole, photosOut: [], commentsOut: [], ...change };
};

describe('what must be corrected before an import', () => {
  it.each([
    ['a year of three digits', draft({ copyrightYear: 208 }), ['copyrightYear']],
    ['a year of five', draft({ copyrightYear: 20265 }), ['copyrightYear']],
    ['an urgency that there is not', draft({ urgency: 0 }), ['urgency']],
    ['a photo’s year', draft({ photos: [{}, { copyrightYear: 19 }] }), ['photos.1.copyrightYear']],
    ['nothing of a good story', draft({ copyrightYear: 2026, urgency: 3 }), []],
    ['nothing of an empty one', draft({}), []],
    ['nothing of a photo that is left out', draft({ photos: [{ copyrightYear: 19 }] }, { photosOut: [0] }), []],
    ['nothing of an item that is left out', draft({ copyrightYear: 208 }, { include: false }), []],
    ['nothing of what was received already', draft({ copyrightYear: 208 }, { locked: true }), []],
    [
      'only the photo of a picture',
      draft({ type: 'picture', copyrightYear: 1, photos: [{ copyrightYear: 2 }] }),
      ['photos.0.copyrightYear'],
    ],
  ])('is %s', (_, it, paths) => {
    expect(invalidPaths(it)).toEqual(paths);
  });
});
