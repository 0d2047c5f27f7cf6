import { bestRendition } from '../../../server/importer/rendition';
import type { WireRendition } from '../../../server/wire/item';

const at = (name: string, more: Partial<WireRendition> = {}): WireRendition => ({
  name,
  href: `https://pictures.example/${name}.jpg`,
  ...more,
});

describe('bestRendition', () => {
  it.each<[string, WireRendition[], string | undefined]>([
    ['nothing', [], undefined],
    ['the only one', [at('main')], 'main'],
    ['the largest', [at('thumbnail', { width: 90, height: 60 }), at('web', { width: 2000, height: 1500 })], 'web'],
    ['the one whose name promises most', [at('thumbnail'), at('viewImage'), at('baseImage'), at('original')], 'original'],
    ['one of an unknown name before a thumbnail', [at('thumbnail'), at('16-9')], '16-9'],
    ['no film', [at('film', { mimeType: 'video/mp4', width: 9000, height: 9000 }), at('still')], 'still'],
    ['no file name and no other protocol', [{ name: 'a', href: 'quay.jpg' }, { name: 'b', href: 'ftp://pictures.example/q.jpg' }], undefined],
  ])('takes %s', (_, renditions, name) => {
    expect(bestRendition(renditions)).toBe(name === undefined ? undefined : `https://pictures.example/${name}.jpg`);
  }); // prettier-ignore
});
