import type { Story, StoryPhoto } from '../../../contracts/story';
import { asRead } from '../../../server/rights/as-read';

const read = (photo: StoryPhoto): StoryPhoto | undefined =>
  asRead({ type: 'picture', pubStatus: 'usable', photos: [photo] }).photos?.[0];

describe('a photo as it is read', () => {
  it.each<[StoryPhoto, StoryPhoto]>([
    [{ creditLine: 'REUTERS/Tom Hale/File Photo' }, { byline: 'Tom Hale', creditLine: 'REUTERS/Tom Hale', agency: 'Reuters' }],
    [{ creditLine: 'AP Photo/Ilse Brandt' }, { byline: 'Ilse Brandt', creditLine: 'AP Photo/Ilse Brandt', agency: 'AP' }],
    [{ creditLine: 'picture alliance/dpa | Ilse Brandt' }, { byline: 'Ilse Brandt', creditLine: 'picture alliance/dpa | Ilse Brandt', agency: 'dpa' }],
    [{ creditLine: 'Foto: dpa' }, { creditLine: 'dpa', agency: 'dpa' }],
    [{ creditLine: 'Ilse Brandt (AFP)' }, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/AFP', agency: 'AFP' }],
    [{ creditLine: 'AFP PHOTO / HO / ILSE BRANDT' }, { byline: 'Ilse Brandt', creditLine: 'AFP PHOTO / Ilse Brandt', agency: 'AFP' }],
    [{ byline: 'ILSE BRANDT', creditLine: 'AFP' }, { byline: 'Ilse Brandt', creditLine: 'AFP', agency: 'AFP' }],
    [{ byline: 'STRINGER', creditLine: 'AFP' }, { creditLine: 'AFP', agency: 'AFP' }],
    [{ creditLine: 'Handout' }, { creditLine: 'Handout' }],
    // Nobody is made up.
    [{ creditLine: 'Velna Port Authority' }, { creditLine: 'Velna Port Authority' }],
    [{ caption: 'The ferry leaves the harbour.' }, { caption: 'The ferry leaves the harbour.' }],
    // An agency that another field names is not lost.
    [{ byline: 'AFP/Ilse Brandt', creditLine: 'Getty' }, { byline: 'Ilse Brandt', creditLine: 'AFP/Getty', agency: 'Getty Images' }],
    // The credit in the caption is the credit, and is said once.
    [
      { caption: 'The ferry leaves the harbour. (AP Photo/Ilse Brandt)' },
      { caption: 'The ferry leaves the harbour.', byline: 'Ilse Brandt', creditLine: 'AP Photo/Ilse Brandt', agency: 'AP' },
    ],
    // What carries a restriction stays where it is read.
    [
      { creditLine: 'Mandatory Credit: Ilse Brandt/AFP' },
      { byline: 'Ilse Brandt', creditLine: 'Mandatory Credit: Ilse Brandt/AFP', agency: 'AFP' },
    ],
    // The source, where no credit was delivered; the owner, from the copyright line.
    [{ source: 'ANSA' }, { source: 'ANSA', creditLine: 'ANSA', agency: 'ANSA' }],
    [
      { creditLine: 'Nordpix', copyrightNotice: '© 2031 Nordpix AS. All rights reserved.' },
      { creditLine: 'Nordpix', copyrightNotice: '© 2031 Nordpix AS. All rights reserved.', copyrightHolder: 'Nordpix AS' },
    ],
    // What an editor says in the preview stands.
    [{ creditLine: 'AFP', agency: 'Nordpix' }, { creditLine: 'AFP', agency: 'Nordpix' }],
  ])('%j is %j', (delivered, expected) => {
    expect(read(delivered)).toEqual(expected);
  }); // prettier-ignore
});

describe('a story as it is read', () => {
  const story: Story = { type: 'text', pubStatus: 'usable' };

  it.each([
    [{ copyrightNotice: '(c) 2031 Agence France-Presse. All rights reserved.' }, 'Agence France-Presse'],
    [{ copyrightNotice: '(c) 2031 AFP', copyrightHolder: 'The Velna Post' }, 'The Velna Post'],
    [{ copyrightNotice: 'All rights reserved.' }, undefined],
    [{}, undefined],
  ])('%j belongs to %j', (rights, holder) => {
    expect(asRead({ ...story, ...rights }).copyrightHolder).toBe(holder);
  });
});
