import { BODY, itemOf, paragraphsOf, STORY } from './read';

const HEAD = 'Council reopens lighthouse of Easthaven';
const CAPTION = 'Owls look out of the lamp room of the lighthouse in Easthaven, Norway, on May 4, 2019';
const photo = { caption: CAPTION, byline: 'Mara Lind', creditLine: 'Mara Lind / AP' };

describe('pictures of a story', () => {
  it.each([
    ['a credit under its caption', `${HEAD}\n\n${CAPTION}\n\nMara Lind / AP\n\n${BODY}`, [photo]],
    ['right under it', `${HEAD}\n\n${CAPTION}\nMara Lind / AP\n\n${BODY}`, [photo]],
    ['above the headline', `${CAPTION}\n\nMara Lind / AP\n\n${HEAD}\n\n${BODY}`, [photo]],
    ['in the caption', `${HEAD}\n\n${CAPTION}. Mara Lind / AP\n\n${BODY}`, [{ ...photo, caption: `${CAPTION}.` }]],
    ['in brackets', `${HEAD}\n\n${CAPTION} (Mara Lind / AP)\n\n${BODY}`, [photo]],
    [
      'in brackets twice: the distributor is kept',
      `${HEAD}\n\n${CAPTION} (Photo by Mara Lind / AFP) (Photo by Mara Lind/AFP via Getty Images)\n\n${BODY}`,
      [{ ...photo, creditLine: 'Mara Lind/AFP via Getty Images' }],
    ],
    [
      'the name before the agency',
      `${HEAD}\n\n${CAPTION}. Mara Lind (REUTERS)\n\n${BODY}`,
      [{ ...photo, caption: `${CAPTION}.`, creditLine: 'Mara Lind (REUTERS)' }],
    ],
    ['a caption without a credit', `${HEAD}\n\n${CAPTION}\n\n${BODY}`, [{ caption: CAPTION }]],
    [
      'an agency alone under a caption',
      `${HEAD}\n\n${CAPTION}\nREUTERS\n\n${BODY}`,
      [{ caption: CAPTION, creditLine: 'REUTERS' }],
    ],
    [
      'a credit without a caption',
      `${HEAD}\n\nMara Lind / AP\n\n${BODY}`,
      [{ byline: 'Mara Lind', creditLine: 'Mara Lind / AP' }],
    ],
    [
      'the same picture twice counts once',
      `${HEAD}\n\n${CAPTION}\nMara Lind / AP\n\n${BODY}\n\n${CAPTION}\nMara Lind / AP`,
      [photo],
    ],
    [
      'the caption of a picture library',
      `${HEAD}\n\nEASTHAVEN, NORWAY - MAY 04:  Owls look out on May 4, 2019 in Easthaven.  (Photo by Mara Lind/Getty Images)\n\n${BODY}`,
      [
        {
          caption: 'EASTHAVEN, NORWAY - MAY 04: Owls look out on May 4, 2019 in Easthaven.',
          byline: 'Mara Lind',
          creditLine: 'Mara Lind/Getty Images',
        },
      ],
    ],
    [
      'two pictures',
      `${HEAD}\n\n${CAPTION}\nMara Lind / AP\nThe lamp on May 5, 2019\nOle Berg / AP\n\n${BODY}`,
      [photo, { caption: 'The lamp on May 5, 2019', byline: 'Ole Berg', creditLine: 'Ole Berg / AP' }],
    ],
    ['the label of a caption', `${HEAD}\n\nBildunterschrift: ${CAPTION}\nMara Lind / AP\n\n${BODY}`, [photo]],
    ['in French', `${HEAD}\n\nLégende : ${CAPTION} (Mara Lind / AP)\n\n${BODY}`, [photo]],
    ['in Spanish', `${HEAD}\n\nPie de foto: ${CAPTION}\n\nMara Lind / AP\n\n${BODY}`, [photo]],
    ['the place in a gallery', `${HEAD}\n\nImage 1 of 2: ${CAPTION}\nMara Lind / AP\n\n${BODY}`, [photo]],
    [
      'a label without a credit',
      `${HEAD}\n\nImage 1 of 2: An owl\nImage 2 of 2: The lamp\n\n${BODY}`,
      [{ caption: 'An owl' }, { caption: 'The lamp' }],
    ],
    [
      'markup in a credit',
      `${HEAD}\n\nOwls look out of the lamp room\nMara <script>alert(1)</script> Lind / AP\n\n${BODY}`,
      [{ ...photo, caption: 'Owls look out of the lamp room' }],
    ],
    [
      'markup in a credit behind the caption',
      `${HEAD}\n\n${CAPTION}. Mara <b>Lind</b> <script>1 < 2</script> / AP\n\n${BODY}`,
      [{ ...photo, caption: `${CAPTION}.` }],
    ],
    ['a remark in brackets is none', `${HEAD}\n\n${BODY}\n\n(Visitors may bring their own owls.)`, undefined],
    [
      'an agency that is quoted is none',
      `${HEAD}\n\n${BODY}\n\n“It was dark,” a nurse told AFP by telephone.`,
      undefined,
    ],
  ])('%s', (_, text, photos) => {
    const item = itemOf(text);
    expect(item.photos).toEqual(photos);
    expect(item.headline).toBe(HEAD);
    expect(item.subheadline).toBeUndefined();
    expect(paragraphsOf(item).slice(0, 3)).toEqual(STORY);
  });

  it.each([
    ['REUTERS/Mara Lind', 'EDITORIAL USE ONLY. NO RESALES. NORWAY OUT'],
    ['Mara Lind/PA Wire', 'EDITORIAL USE ONLY. NO ARCHIVES. Norway out.'],
    ['NTB/Mara Lind via REUTERS', 'ATTENTION EDITORS - NORWAY OUT'],
    ['REUTERS/Mara Lind', 'ATTENTION EDITORS - THIS PICTURE CAME FROM A THIRD PARTY. NO RESALES'],
    ['Mara Lind/dpa', 'ACHTUNG: Nur zur redaktionellen Verwendung, Österreich out'],
  ])('takes the terms from the credit: %s', (creditLine, usageTerms) => {
    const sign = usageTerms.startsWith('ACHTUNG') ? ' -' : creditLine.endsWith('Wire') ? '.' : '';
    const item = itemOf(`${HEAD}\n\n${CAPTION}. ${creditLine}${sign} ${usageTerms}\n\n${BODY}`);
    expect(item.photos).toEqual([{ caption: `${CAPTION}.`, byline: 'Mara Lind', creditLine, usageTerms }]);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('leaves out what picture desks sort by', () => {
    const photo = { caption: `${CAPTION}.`, byline: 'Mara Lind', creditLine: 'REUTERS/Mara Lind' };
    const read = (tail: string) => itemOf(`${HEAD}\n\n${CAPTION}. REUTERS/Mara Lind ${tail}\n\n${BODY}`).photos;
    expect(read('TPX IMAGES OF THE DAY')).toEqual([photo]);
    expect(read('NO RESALES TPX IMAGES OF THE DAY')).toEqual([{ ...photo, usageTerms: 'NO RESALES' }]);
  });

  it.each([
    ['The Duke and Duchess of Easthaven on the pier.', 'Mara Lind/Getty Images'],
    ['Der Kai.', 'Mara Lind / KEYSTONE'],
    ['Owls.', 'Dr. Mara Lind / AP'],
  ])('a sentence before the credit is the caption: %s', (caption, creditLine) => {
    const byline = creditLine.split(/ ?\//u)[0];
    expect(itemOf(`${HEAD}\n\n${caption} ${creditLine}\n\n${BODY}`).photos).toEqual([{ caption, byline, creditLine }]);
    expect(itemOf(`${caption} ${creditLine}`).photos).toEqual([{ caption, byline, creditLine }]);
  });

  it('does not make the agency of a picture the provider of the story', () => {
    expect(itemOf(`${HEAD}\n\n${CAPTION}\n\nMara Lind / AP\n\n${BODY}\n\n© 2019 AFP`).provider).toBe('AFP');
    expect(itemOf(`${HEAD}\n\n${CAPTION}\n\nMara Lind / AP\n\n${BODY}`).provider).toBeUndefined();
  });
});
