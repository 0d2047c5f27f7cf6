import type { PreviewItem } from '../../../contracts/imports';
import type { Story } from '../../../contracts/story';
import {
  correct,
  finalStory,
  hasCorrections,
  isCorrected,
  startDrafts,
  toStories,
  type Correction,
  type Drafts,
} from '../../../admin/pages/import/preview/drafts';

const item = (index: number, story: Partial<Story>): PreviewItem => ({
  index,
  action: 'create',
  reason: 'new',
  story: { type: 'text', pubStatus: 'usable', ...story },
  provenance: {},
  notices: [],
  categories: [],
  wasEdited: [],
});

const harbour = item(0, {
  headline: 'Harbour strike',
  photos: [{ caption: 'The north gate' }, { caption: 'The quay', imageFile: 'quay.jpg' }],
  comments: [
    { authorName: 'Rob', text: 'About time.' },
    { authorName: 'Anja', text: 'And my bananas?', replyTo: 0 },
    { authorName: 'Rob', text: 'Eat apples.', replyTo: 1 },
  ],
});
const received: PreviewItem = { ...item(2, { headline: 'Old news' }), action: 'skip', reason: 'already-received' };
const picture = item(1, { type: 'picture', photos: [{ caption: 'Flares', imageFile: 'flares.jpg' }] });

const after = (...corrections: Correction[]): Drafts => corrections.reduce(correct, startDrafts([harbour, picture]));

describe('the corrections of a preview', () => {
  it('sends nothing when nothing was corrected', () => {
    expect(toStories(after())).toEqual([]);
    expect(hasCorrections(after())).toBe(false);
  });

  it('sends the whole story once a field was corrected', () => {
    const drafts = after({ type: 'story', index: 0, change: { headline: 'Port strike' } });
    expect(toStories(drafts)).toEqual([
      { index: 0, include: true, story: { ...harbour.story, headline: 'Port strike' } },
    ]);
  });

  it('sends nothing when a correction was taken back, be it of a field that was empty', () => {
    const drafts = after(
      { type: 'story', index: 0, change: { headline: 'Port strike', byline: 'Ana Ruiz' } },
      { type: 'story', index: 0, change: { headline: 'Harbour strike', byline: undefined } },
    );
    expect(toStories(drafts)).toEqual([]);
  });

  it('corrects one photo and leaves the other', () => {
    const drafts = after({ type: 'photo', index: 0, photo: 0, change: { creditLine: 'Lena Hofer / AP' } });
    expect(drafts[0]?.story.photos).toEqual([
      { caption: 'The north gate', creditLine: 'Lena Hofer / AP' },
      { caption: 'The quay', imageFile: 'quay.jpg' },
    ]);
  });

  it('sends only that an item is left out, not what was corrected in it', () => {
    const drafts = after(
      { type: 'story', index: 0, change: { headline: 'Port strike' } },
      { type: 'include', index: 0, include: false },
    );
    expect(toStories(drafts)).toEqual([{ index: 0, include: false }]);
  });

  it('leaves a photo out and takes it in again', () => {
    const out = after({ type: 'leave-out', index: 0, what: 'photosOut', position: 0, out: true });
    expect(out[0] && finalStory(out[0]).photos).toEqual([{ caption: 'The quay', imageFile: 'quay.jpg' }]);
    const back = correct(out, { type: 'leave-out', index: 0, what: 'photosOut', position: 0, out: false });
    expect(back[0] && isCorrected(back[0])).toBe(false);
  });

  it('lets answers to a comment that was left out stand on their own, and keeps the others', () => {
    const drafts = after({ type: 'leave-out', index: 0, what: 'commentsOut', position: 0, out: true });
    expect(drafts[0] && finalStory(drafts[0]).comments).toEqual([
      { authorName: 'Anja', text: 'And my bananas?', replyTo: undefined },
      { authorName: 'Rob', text: 'Eat apples.', replyTo: 0 },
    ]);
  });

  it('imports a dropped image once: as the photo that it was chosen for', () => {
    const chosen = after({ type: 'image', index: 0, photo: 0, file: 'flares.jpg' });
    expect(chosen[0]?.story.photos?.[0]?.imageFile).toBe('flares.jpg');
    expect(chosen[1]?.include).toBe(false);
    const freed = correct(chosen, { type: 'image', index: 0, photo: 0, file: undefined });
    expect(freed[1]?.include).toBe(true);
  });

  it('leaves alone what was received already: there is nothing to correct', () => {
    const drafts = startDrafts([received]);
    expect(correct(drafts, { type: 'story', index: 2, change: { headline: 'New news' } })).toBe(drafts);
    expect(correct(drafts, { type: 'include', index: 2, include: false })[2]?.include).toBe(false);
  });

  it('ignores a correction of an item that is not there', () => {
    const drafts = after();
    expect(correct(drafts, { type: 'include', index: 7, include: false })).toBe(drafts);
  });
});
