import { importForm } from '../../../admin/api/importForm';
import { withNames } from '../../../admin/pages/import/fileNames';

const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });

describe('what is sent to the server', () => {
  it('is the text and the files under their names', () => {
    const form = importForm({ text: 'Harbour strike', files: [file('quay.jpg'), file('gate.jpg')] });
    expect(form.get('text')).toBe('Harbour strike');
    expect(form.getAll('files').map((part) => (part instanceof File ? part.name : part))).toEqual([
      'quay.jpg',
      'gate.jpg',
    ]);
    expect(form.has('data')).toBe(false);
  });

  it('is no text where there is only white space', () => {
    expect(importForm({ text: ' \n', files: [file('quay.jpg')] }).has('text')).toBe(false);
  });

  it('is a file where the text is longer than a form may be', () => {
    const form = importForm({ text: 'Häfen '.repeat(2_000_000), files: [] });
    expect(form.has('text')).toBe(false);
    expect(form.get('files')).toMatchObject({ name: 'pasted.txt', size: 14_000_000 });
  });

  it('is the request as JSON when something shall be written', () => {
    const form = importForm({ text: 'x', files: [] }, { publish: true, stories: [{ index: 0, include: false }] });
    expect(form.get('data')).toBe('{"publish":true,"stories":[{"index":0,"include":false}]}');
  });
});

describe('the names of dropped files', () => {
  it.each([
    ['are kept where they differ', ['a.jpg'], ['b.jpg'], ['a.jpg', 'b.jpg']],
    ['are numbered where they are the same', ['a.jpg'], ['a.jpg', 'a.jpg'], ['a.jpg', 'a (2).jpg', 'a (3).jpg']],
    ['are numbered at the end where there is no ending', [], ['story', 'story'], ['story', 'story (2)']],
    [
      'do not collide with a number that was there before',
      ['a (2).jpg', 'a.jpg'],
      ['a.jpg'],
      ['a (2).jpg', 'a.jpg', 'a (3).jpg'],
    ],
  ])('%s', (_, before, added, names) => {
    expect(withNames(before.map(file), added.map(file)).map(({ name }) => name)).toEqual(names);
  });
});
