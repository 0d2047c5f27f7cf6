import { BODY, itemOf, paragraphsOf, readText, STORY } from './read';

/** A story as it is copied from a page: invented, with everything that a page puts around it. */
const PAGE = [
  'Council reopens lighthouse of Easthaven',
  'Owls look out of the lamp room of the lighthouse in Easthaven, Norway, on May 4, 2019',
  'Mara Lind / AP',
  ...STORY,
  '© 2019 AFP. All Rights Reserved. This material may not be published, broadcast, rewritten, or redistributed.',
  'Categories: Owls, Sea & Harbours',
  'Leave a Reply',
  'Your email address will not be published. Required fields are marked *',
].join('\n\n');

describe('a story that was copied from a page', () => {
  const { item, provenance } = readText(PAGE);

  it('is read into its fields, and nothing of the page is left', () => {
    const { uri, bodyHtml, ...fields } = item;
    expect(fields).toEqual({
      type: 'text',
      pubStatus: 'usable',
      language: 'en',
      headline: 'Council reopens lighthouse of Easthaven',
      provider: 'AFP',
      copyrightHolder: 'AFP',
      copyrightNotice:
        '© 2019 AFP. All Rights Reserved. This material may not be published, broadcast, rewritten, or redistributed.',
      usageTerms: 'This material may not be published, broadcast, rewritten, or redistributed.',
      categories: ['Owls', 'Sea & Harbours'],
      photos: [
        {
          caption: 'Owls look out of the lamp room of the lighthouse in Easthaven, Norway, on May 4, 2019',
          byline: 'Mara Lind',
          creditLine: 'Mara Lind / AP',
        },
      ],
    });
    expect(bodyHtml).toBe(STORY.map((paragraph) => `<p>${paragraph}</p>`).join('\n'));
    expect(uri).toMatch(/^newswire:text:[0-9a-f]{32}$/);
  });

  it.each([
    ['headline', 'Council reopens lighthouse of Easthaven'],
    ['photos.0.caption', 'Owls look out of the lamp room of the lighthouse in Easthaven, Norway, on May 4, 2019'],
    ['photos.0.byline', 'Mara Lind'],
    ['photos.0.creditLine', 'Mara Lind / AP'],
    ['bodyHtml.0', STORY[0]],
    ['bodyHtml.2', STORY[2]],
    ['copyrightHolder', 'AFP'],
    ['usageTerms', 'This material may not be published, broadcast, rewritten, or redistributed.'],
    ['categories.1', 'Sea & Harbours'],
  ])('says where %s stands', (field, expected) => {
    const span = provenance[field]?.span;
    expect(PAGE.slice(span?.start, span?.end)).toBe(expected);
  });

  it('says for every field how sure it is', () => {
    for (const origin of Object.values(provenance)) {
      expect(origin.confidence).toBeGreaterThan(0);
      expect(origin.confidence).toBeLessThanOrEqual(1);
      expect(origin.path).toMatch(/^recogniser:/);
    }
  });
});

describe('where a field stands in untidy text', () => {
  const text = `\r\n\r\n  Council reopens\u00a0 lighthouse\u200b of Easthaven\r\n\r\n\tBy  Mara\u00a0Lind\r\n\r\n\tEASTHAVEN, Norway (AP)  —  ${STORY[0]}\r\n\r\n${STORY[1]}\r\n`;
  const { item, provenance } = readText(text);

  it.each([
    ['headline', 'Council reopens lighthouse of Easthaven', 'Council reopens\u00a0 lighthouse\u200b of Easthaven'],
    ['byline', 'Mara Lind', 'Mara\u00a0Lind'],
    ['dateline', 'EASTHAVEN, Norway', 'EASTHAVEN, Norway'],
  ] as const)('%s', (field, value, source) => {
    const span = provenance[field]?.span;
    expect(item[field]).toBe(value);
    expect(text.slice(span?.start, span?.end)).toBe(source);
  });

  it('the first paragraph, without its dateline', () => {
    const span = provenance['bodyHtml.0']?.span;
    expect(text.slice(span?.start, span?.end)).toBe(STORY[0]);
  });
});

describe('the identifier of a text', () => {
  const uri = (text: string): string | undefined => readText(text).item.uri;

  it('is the same for a second delivery, whatever happened to spaces and line ends on the way', () => {
    expect(uri(PAGE.replaceAll('\n', '\r\n'))).toBe(uri(PAGE));
    expect(uri(`\ufeff${PAGE.replaceAll('\n\n', '\n\n\n')}\n\n`)).toBe(uri(PAGE));
  });

  it.each([
    ['another word in the story', PAGE.replace('Monday', 'Tuesday')],
    ['another provider', PAGE.replace('2019 AFP', '2019 ANSA')],
    ['another headline', PAGE.replace('Council', 'Town')],
  ])('is another one for %s', (_, text) => {
    expect(uri(text)).not.toBe(uri(PAGE));
  });
});

describe('stories of printers and mails', () => {
  it('reads the header, the byline and the end mark of printed copy', () => {
    const text = [
      'G C',
      'f0001reute',
      'u f BC-OWL-PRICES   04-17 0105',
      'OWL PRICES FALL',
      '    By Mara Lind, Reuters',
      '    EASTHAVEN, April 17 - Prices of owls fell for the third day as',
      'the keeper of the lighthouse opened the door and let them all go.',
      '    Traders said that they had seen it coming.',
      ' REUTER',
    ].join('\n');
    const { item } = readText(text);
    expect(item).toMatchObject({
      slugline: 'BC-OWL-PRICES',
      headline: 'OWL PRICES FALL',
      byline: 'Mara Lind',
      dateline: 'EASTHAVEN',
      provider: 'Reuters',
    });
    expect(paragraphsOf(item)).toEqual([
      'Prices of owls fell for the third day as the keeper of the lighthouse opened the door and let them all go.',
      'Traders said that they had seen it coming.',
    ]);
  });

  it.each([
    ['BC-NO--Lighthouse,1st Ld-Writethru', { slugline: 'BC-NO--Lighthouse', signals: ['update'] }],
    ['Source: Owl & Sons\nMEDIA RELEASE PR12345', {}],
  ])('leaves the header %j out of the story', (header, fields) => {
    const { item } = readText(`${header}\nCouncil reopens lighthouse\n\n${STORY.join('\n\n')}`);
    expect(item).toMatchObject({ headline: 'Council reopens lighthouse', ...fields });
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it.each([
    'ENDS',
    '[ENDS]',
    '-30-',
    '—30—',
    '# # #',
    '###',
    '(END)',
    'NNNN',
    'ends',
    'REUTER',
    'AP-WF-01-17-21 1904GMT',
    'dpa ab cd n1',
    'AP-NY-08-02-18 1204EDT',
  ])('takes off the end mark %j', (mark) => {
    expect(paragraphsOf(readText(`Council reopens lighthouse\n\n${STORY.join('\n\n')}\n\n${mark}`).item)).toEqual(
      STORY,
    );
  });

  it.each(['EFE', 'AFP', 'ANSA.', 'dpa'])('takes the sign-off %j from the last paragraph', (mark) => {
    const item = itemOf(
      `Council reopens lighthouse\n\n${BODY}\n\nThe owls may stay, said the mayor. ${mark}\n\n© 2019 Lind`,
    );
    expect(paragraphsOf(item)).toEqual([...STORY, 'The owls may stay, said the mayor.']);
  });

  it('leaves an agency that is named in the last sentence', () => {
    const last = 'The owls may stay, the mayor of Easthaven told EFE';
    expect(paragraphsOf(itemOf(`Council reopens lighthouse\n\n${BODY}\n\n${last}.`))).toEqual([...STORY, `${last}.`]);
  });

  it('reads the fields between the marks of an Australian message', () => {
    const text = `ZCZC AAP\n$T\n:Lighthouse\n^NO: Council reopens lighthouse\n*X\n+15084000\nEASTHAVEN, March 3 AAP - ${STORY[0]}\n\n${STORY[1]}\nAAP`;
    const { item } = readText(text);
    expect(item).toMatchObject({
      headline: 'NO: Council reopens lighthouse',
      slugline: 'Lighthouse',
      dateline: 'EASTHAVEN',
      provider: 'AAP',
    });
    expect(paragraphsOf(item)).toEqual(STORY.slice(0, 2));
  });

  it('leaves a headline out where there is none', () => {
    expect(readText(STORY.join('\n\n')).item.headline).toBeUndefined();
    expect(readText(`EASTHAVEN (Reuters) - ${STORY.join('\n\n')}`).item.headline).toBeUndefined();
  });

  it.each([
    'Is the owl of Easthaven the first since 1904?',
    '“I saw the owl and then I saw nothing else”',
    'OWLS',
    '湖畔の町で百年ぶりに鐘が鳴る',
  ])('takes %j for a headline', (headline) => {
    expect(readText(`${headline}\n\n${STORY.join('\n\n')}`).item.headline).toBe(headline);
  });
});
