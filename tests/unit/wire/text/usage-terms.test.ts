import { BODY, itemOf, paragraphsOf, readText, STORY } from './read';

const HEAD = 'Council reopens lighthouse of Easthaven';
const CAPTION = 'Owls look out of the lamp room on May 4, 2019';

describe('terms of use around a story', () => {
  it.each([
    ['EDITORIAL USE ONLY. NO ARCHIVES. Germany out.', undefined],
    ['= Mandatory credit: Velna Port / Nordpix =', 'Mandatory credit: Velna Port / Nordpix'],
    ['*** NO RESALES. NO ARCHIVES ***', 'NO RESALES. NO ARCHIVES'],
    ['(Not for use in Norway. Must be used within 14 days.)', 'Not for use in Norway. Must be used within 14 days.'],
    ['Editorial use only in connection with the exhibition.', undefined],
    ['HANDOUT VELNA PORT - EDITORIAL USE ONLY - NO SALES', undefined],
    ['MANDATORY CREDIT "NORDPIX / Velna Port" - NO MARKETING - DISTRIBUTED AS A SERVICE TO CLIENTS', undefined],
    ['Usage éditorial uniquement. Crédit obligatoire. France et Belgique exclues.', undefined],
    ['Pas d’archives – pas de cession à des tiers', undefined],
    ['Nur zur redaktionellen Verwendung. Keine Archivierung, Österreich gesperrt.', undefined],
    ['Honorarfrei nur mit Namensnennung und nur bis 14 Tage', undefined],
    ['SOLO USO EDITORIAL. PROHIBIDA LA REVENTA. EXCEPTO CHILE.', undefined],
    ['Restrictions: no sales in Japan', 'no sales in Japan'],
    ['USAGE TERMS: Norway only', 'Norway only'],
    ['Terms: No archives, no internet', 'No archives, no internet'],
    [
      'Usage restrictions: no use in Norway before the fair of Velna ends',
      'no use in Norway before the fair of Velna ends',
    ],
    ['Restrictions : pas de revente', 'pas de revente'],
    ['Conditions d’utilisation : Suisse exclue', 'Suisse exclue'],
    ['Nutzungshinweis: Österreich gesperrt', 'Österreich gesperrt'],
    ['Einschränkungen: keine Archivierung', 'keine Archivierung'],
    ['Restricciones: prohibida la venta', 'prohibida la venta'],
    ['Condiciones de uso: no usar en Chile', 'no usar en Chile'],
  ])('%j', (line, terms = line) => {
    for (const text of [
      `${HEAD}\n\n${BODY}\n\n${line}`,
      `${line}\n\n${HEAD}\n\n${BODY}`,
      `${HEAD}\n\n${BODY}\n\n${line}\n\n-30-\n\n© 2019 Nordpix`,
    ]) {
      const item = itemOf(text);
      expect(item.usageTerms).toBe(terms);
      expect(item.headline).toBe(HEAD);
      expect(paragraphsOf(item)).toEqual(STORY);
    }
  });

  it('keeps several lines, and what the copyright line says, in the order in which they stand', () => {
    const notice = '© 2019 AFP. All rights reserved. This material may not be published.';
    const item = itemOf(`NO ARCHIVES. NO SALES.\n\n${HEAD}\n\n${BODY}\n\n${notice}\n\nJAPAN OUT\n\nNORWAY OUT`);
    expect(item.usageTerms).toBe('NO ARCHIVES. NO SALES.\nThis material may not be published.\nJAPAN OUT\nNORWAY OUT');
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('reads the lines under a label', () => {
    const item = itemOf(`${HEAD}\n\n${BODY}\n\nRESTRICTIONS:\n\nNo archives\n\nGermany out`);
    expect(item.usageTerms).toBe('No archives\nGermany out');
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('says where it read them', () => {
    const text = `${HEAD}\n\n${BODY}\n\n= NO RESALES. NO ARCHIVES =`;
    const span = readText(text).provenance['usageTerms']?.span;
    expect(text.slice(span?.start, span?.end)).toBe('NO RESALES. NO ARCHIVES');
  });

  it.each([
    'Photography is prohibited in Norway.',
    'Use within three days.',
    'Not for sale.',
    'Germany out.',
    'Members only.',
    'No archives survived the flood of 1921.',
    'There are no archives and no internet in Easthaven.',
    'For editorial use, the council opened an archive of 2,000 owls.',
    'The museum says its pictures are for editorial use only and must be credited.',
    'No sales, no archives and no internet: that is how Lind recalls the winter.',
    'Restrictions: the council wants fewer owls on the beach.',
    'Terms: The company will pay four million crowns.',
    'Rights: Every owl has some, said Lind.',
    'Le tabac est interdit en Suisse.',
    'Der Verkauf von Eulen ist in Norwegen verboten.',
    'La venta de búhos está prohibida en Chile.',
    'The museum is closed to the public.',
    'No sales were made in Japan.',
    'The book is not for sale.',
    'Only in Norway.',
    'Not in Japan.',
    'Nur in Norwegen.',
    'The archive is closed, and there is no internet.',
    'Lind kept Japan out.',
  ])('leaves %j in the story', (line) => {
    for (const text of [`${HEAD}\n\n${BODY}\n\n${line}`, `${HEAD}\n\n${line}\n\n${BODY}`]) {
      const item = itemOf(text);
      expect(item.usageTerms).toBeUndefined();
      expect(paragraphsOf(item)).toContain(line);
    }
  });

  it.each(['Germany out', 'JAPAN OUT', 'Not for sale', 'Norway only', 'No internet'])(
    'takes %j above the story for its headline',
    (line) => {
      expect(itemOf(`${line}\n\n${BODY}`)).toMatchObject({ headline: line });
    },
  );

  it('tells terms from a story that is written in capitals', () => {
    const story = [
      'COFFEE IMPORTS ARE PROHIBITED IN NORWAY, THE COUNCIL SAYS.',
      'TEA SALES IN NORWAY ARE FORBIDDEN, TOO.',
    ];
    const item = itemOf(`COUNCIL TURNS TO MILK\n\n${story.join('\n\n')}\n\nNO ARCHIVES. NO SALES.`);
    expect(item.usageTerms).toBe('NO ARCHIVES. NO SALES.');
    expect(paragraphsOf(item)).toEqual(story);
  });

  it('leaves a text that is nothing else', () => {
    expect(itemOf('EDITORIAL USE ONLY. NO ARCHIVES.').usageTerms).toBeUndefined();
  });
});

describe('terms of use of a photo', () => {
  it.each([
    [
      'right under its credit',
      `${CAPTION}\nMara Lind / AP\nEDITORIAL USE ONLY. NO SALES.`,
      'EDITORIAL USE ONLY. NO SALES.',
    ],
    ['a line below', `${CAPTION}\nMara Lind / AP\n\nJAPAN OUT`, 'JAPAN OUT'],
    ['behind its credit', `${CAPTION} (Mara Lind / AP) / RESTRICTED TO EDITORIAL USE`, 'RESTRICTED TO EDITORIAL USE'],
    ['in a sentence behind it', `${CAPTION} (Mara Lind / AP). No archives. Norway out.`, 'No archives. Norway out.'],
    [
      'under a caption without a credit',
      `Image 1 of 2: ${CAPTION}\nNo resale. No archives.`,
      'No resale. No archives.',
    ],
    ['as a demand', `${CAPTION}\nMandatory credit: Mara Lind / AP`, 'Mandatory credit: Mara Lind / AP'],
    ['as a demand in the caption', `${CAPTION}. Mandatory credit: Mara Lind / AP`, 'Mandatory credit: Mara Lind / AP'],
    ['in French', `${CAPTION}\nCrédit obligatoire : Mara Lind / AP`, 'Crédit obligatoire : Mara Lind / AP'],
  ])('%s', (_, lines, terms) => {
    const item = itemOf(`${HEAD}\n\n${lines}\n\n${BODY}`);
    expect(item.photos).toEqual([expect.objectContaining({ usageTerms: terms })]);
    expect(item.photos?.[0]?.caption).toMatch(/^Owls look out of the lamp room on May 4, 2019\.?$/);
    expect(item.usageTerms).toBeUndefined();
    expect(item.headline).toBe(HEAD);
    expect(paragraphsOf(item)).toEqual(STORY);
  });

  it('says where it read them', () => {
    const text = `${HEAD}\n\n${CAPTION} (Mara Lind / AP) / NO RESALES. NO ARCHIVES\n\n${BODY}`;
    const span = readText(text).provenance['photos.0.usageTerms']?.span;
    expect(text.slice(span?.start, span?.end)).toBe('NO RESALES. NO ARCHIVES');
  });

  it('are the story’s, where they stand apart below it', () => {
    const item = itemOf(`${HEAD}\n\n${BODY}\n\n${CAPTION}\nMara Lind / AP\n\nEDITORIAL USE ONLY. NO SALES.`);
    expect(item.usageTerms).toBe('EDITORIAL USE ONLY. NO SALES.');
    expect(item.photos?.[0]?.usageTerms).toBeUndefined();
  });
});
