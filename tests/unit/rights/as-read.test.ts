import type { Story, StoryPhoto } from '../../../contracts/story';
import { asRead } from '../../../server/rights/as-read';
import { readCredit } from '../../../server/rights/credit-line';
import { photoRestrictions } from '../../../server/rights/stated';
import type { Restriction } from '../../../server/wire/terms/restrictions';

const read = (photo: StoryPhoto): StoryPhoto | undefined =>
  asRead({ type: 'picture', pubStatus: 'usable', photos: [photo] }).photos?.[0];

/** "territory-excluded:CN no-archive". */
const short = (restrictions: Restriction[] | null): string =>
  (restrictions ?? [])
    .map(({ kind, territory }) => (territory === undefined ? kind : `${kind}:${territory}`))
    .join(' ');

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
    // The agency that is credited did not take it.
    [{ byline: 'KEYSTONE', creditLine: 'KEYSTONE/Ilse Brandt' }, { byline: 'Ilse Brandt', creditLine: 'KEYSTONE/Ilse Brandt', agency: 'Keystone' }],
    [{ byline: 'Getty Images', creditLine: 'Ilse Brandt/Getty Images' }, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/Getty Images', agency: 'Getty Images' }],
    [{ byline: 'PA', creditLine: 'PA' }, { creditLine: 'PA', agency: 'PA' }],
    [{ copyrightNotice: 'Verwendung weltweit' }, { copyrightNotice: 'Verwendung weltweit' }],
    [{ creditLine: 'Foto: Ilse Brandt/dpa-Bildfunk' }, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/dpa-Bildfunk', agency: 'dpa' }],
    [{ creditLine: 'Ilse Brandt/dpa - Bildfunk' }, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/dpa - Bildfunk', agency: 'dpa' }],
    // Labels and small words.
    [{ creditLine: 'PHOTO AFP' }, { creditLine: 'AFP', agency: 'AFP' }],
    [{ creditLine: '(Photo Ilse Brandt / AFP)' }, { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP' }],
    [{ creditLine: 'The Velna Post avec AFP' }, { creditLine: 'The Velna Post avec AFP', agency: 'AFP' }],
    [{ creditLine: 'AFP et Reuters' }, { creditLine: 'AFP et Reuters', agency: 'Reuters' }],
    [{ creditLine: 'Tom Hale/Pool vía REUTERS' }, { byline: 'Tom Hale', creditLine: 'Tom Hale vía REUTERS', agency: 'Reuters' }],
    // What an editor says in the preview stands.
    [{ creditLine: 'AFP', agency: 'Nordpix' }, { creditLine: 'AFP', agency: 'Nordpix' }],
  ])('%j is %j', (delivered, expected) => {
    expect(read(delivered)).toEqual(expected);
  }); // prettier-ignore
});

const PIER = 'A wave hits the pier at Varnhaven on November 29, 2026.';
const TAIL =
  'RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT "AFP PHOTO / Port of Velna" - NO MARKETING NO ADVERTISING CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS';

describe('terms of use behind the credit of a photo', () => {
  it.each<[delivered: StoryPhoto, read: StoryPhoto, restrictions: string]>([
    ...['China', 'Norway', 'Belgium', 'Sweden', 'Japan', 'Germany'].map((country): [StoryPhoto, StoryPhoto, string] => [
      { caption: `${PIER} (Photo by Ilse Brandt / AFP) / ${country} OUT` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP', usageTerms: `${country} OUT` },
      `territory-excluded:${{ China: 'CN', Norway: 'NO', Belgium: 'BE', Sweden: 'SE', Japan: 'JP', Germany: 'DE' }[country]}`,
    ]),
    [
      { byline: 'ILSE BRANDT', creditLine: 'AFP', caption: `${PIER} (Photo by Ilse BRANDT / AFP) / China OUT` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'AFP', agency: 'AFP', usageTerms: 'China OUT' },
      'territory-excluded:CN',
    ],
    [
      { caption: `${PIER} (Photo by Ilse Brandt/Getty Images) / germany out` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/Getty Images', agency: 'Getty Images', usageTerms: 'germany out' },
      'territory-excluded:DE',
    ],
    [
      { caption: `${PIER} (Photo by Ilse Brandt / AFP) / ${TAIL}` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP', usageTerms: TAIL },
      'editorial-only mandatory-credit',
    ],
    [
      { caption: `${PIER} REUTERS/Ilse Brandt EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES. GERMANY OUT` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'REUTERS/Ilse Brandt', agency: 'Reuters', usageTerms: 'EDITORIAL USE ONLY. NO RESALES. NO ARCHIVES. GERMANY OUT' },
      'editorial-only no-resale no-archive territory-excluded:DE',
    ],
    [
      { caption: `${PIER} Tom Hale/PA Wire. EDITORIAL USE ONLY. NO ARCHIVES. Germany out.` },
      { caption: PIER, byline: 'Tom Hale', creditLine: 'Tom Hale/PA Wire', agency: 'PA', usageTerms: 'EDITORIAL USE ONLY. NO ARCHIVES. Germany out.' },
      'editorial-only no-archive territory-excluded:DE',
    ],
    [
      { creditLine: 'Foto: Ilse Brandt/dpa - ACHTUNG: Nur zur redaktionellen Verwendung, Österreich out' },
      { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/dpa', agency: 'dpa', usageTerms: 'ACHTUNG: Nur zur redaktionellen Verwendung, Österreich out' },
      'editorial-only territory-excluded:AT',
    ],
    [
      { caption: 'NTB/Ola Nord via REUTERS ATTENTION EDITORS - NORWAY OUT' },
      { byline: 'Ola Nord', creditLine: 'NTB/Ola Nord via REUTERS', agency: 'Reuters', usageTerms: 'ATTENTION EDITORS - NORWAY OUT' },
      'territory-excluded:NO',
    ],
    [
      { caption: 'EPA/ILSE BRANDT ITALY OUT/HANDOUT EDITORIAL USE ONLY/NO SALES' },
      { byline: 'Ilse Brandt', creditLine: 'EPA/Ilse Brandt', agency: 'EPA', usageTerms: 'ITALY OUT/HANDOUT EDITORIAL USE ONLY/NO SALES' },
      'territory-excluded:IT editorial-only no-sales',
    ],
    [
      { caption: `${PIER} (Kyodo News via AP) JAPAN OUT, MANDATORY CREDIT` },
      { caption: PIER, creditLine: 'Kyodo News via AP', agency: 'AP', usageTerms: 'JAPAN OUT, MANDATORY CREDIT' },
      'territory-excluded:JP mandatory-credit',
    ],
    [
      { caption: `${PIER} EFE/ Brandt ***SOLO USO EDITORIAL***` },
      { caption: PIER, creditLine: 'EFE/ Brandt', agency: 'EFE', usageTerms: 'SOLO USO EDITORIAL' },
      'editorial-only',
    ],
    [
      { caption: `${PIER} (KEYSTONE/Ilse Brandt) NO SALES, NO ARCHIVES` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'KEYSTONE/Ilse Brandt', agency: 'Keystone', usageTerms: 'NO SALES, NO ARCHIVES' },
      'no-sales no-archive',
    ],
    [
      { creditLine: 'REUTERS/Ilse Brandt NO INTERNET', usageTerms: 'No archives.' },
      { byline: 'Ilse Brandt', creditLine: 'REUTERS/Ilse Brandt', agency: 'Reuters', usageTerms: 'No archives.\nNO INTERNET' },
      'no-archive no-internet',
    ],
    // What picture desks sort by, and what they tell of a picture.
    [
      { caption: `${PIER} REUTERS/Ilse Brandt     TPX IMAGES OF THE DAY` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'REUTERS/Ilse Brandt', agency: 'Reuters' },
      '',
    ],
    [
      { caption: `${PIER} REUTERS/Ilse Brandt NO RESALES. NO ARCHIVES TPX IMAGES OF THE DAY` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'REUTERS/Ilse Brandt', agency: 'Reuters', usageTerms: 'NO RESALES. NO ARCHIVES' },
      'no-resale no-archive',
    ],
    [
      { caption: `${PIER} Ilse Brandt/Handout via REUTERS ATTENTION EDITORS - THIS PICTURE CAME FROM A THIRD PARTY. NO RESALES` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt via REUTERS', agency: 'Reuters', usageTerms: 'ATTENTION EDITORS - THIS PICTURE CAME FROM A THIRD PARTY. NO RESALES' },
      'no-resale',
    ],
    [
      { caption: `${PIER} (Photo by Ilse Brandt / AFP) / GRAPHIC CONTENT` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP', usageTerms: 'GRAPHIC CONTENT' },
      '',
    ],
    [
      { caption: 'Visitors of the PICTURE OF THE YEAR show in Velna.' },
      { caption: 'Visitors of the PICTURE OF THE YEAR show in Velna.' },
      '',
    ],
    // Said twice, kept once.
    [
      { creditLine: 'REUTERS/Ilse Brandt NO INTERNET', usageTerms: 'NO INTERNET. NO ARCHIVES.' },
      { byline: 'Ilse Brandt', creditLine: 'REUTERS/Ilse Brandt', agency: 'Reuters', usageTerms: 'NO INTERNET. NO ARCHIVES.' },
      'no-internet no-archive',
    ],
    [
      { caption: 'Ein Fuchs in Velna (zu dpa «Fuchs in Velna») - Österreich out - Foto: Ilse Brandt/dpa' },
      { caption: 'Ein Fuchs in Velna (zu dpa «Fuchs in Velna») - Österreich out', byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/dpa', agency: 'dpa' },
      'territory-excluded:AT',
    ],
    [
      { caption: 'GERMANY OUT A fox crosses a street in Velna. (Photo by Ilse Brandt / AFP)' },
      { caption: 'GERMANY OUT A fox crosses a street in Velna.', byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP' },
      'territory-excluded:DE',
    ],
    [
      { caption: `${PIER} (Photo by Ilse Brandt / AFP / CHINA OUT)` },
      { caption: PIER, byline: 'Ilse Brandt', creditLine: 'Ilse Brandt / AFP', agency: 'AFP', usageTerms: 'CHINA OUT' },
      'territory-excluded:CN',
    ],
    [
      { creditLine: 'APA/Ilse Brandt (AUSTRIA OUT)' },
      { byline: 'Ilse Brandt', creditLine: 'APA/Ilse Brandt', agency: 'APA', usageTerms: 'AUSTRIA OUT' },
      'territory-excluded:AT',
    ],
    [
      { creditLine: 'Ilse Brandt/PA Wire, Editorial use only' },
      { byline: 'Ilse Brandt', creditLine: 'Ilse Brandt/PA Wire', agency: 'PA', usageTerms: 'Editorial use only' },
      'editorial-only',
    ],
    // A name that begins like terms, and a caption that ends like them.
    [
      { creditLine: 'CHINA NEWS SERVICE CHINA OUT' },
      { creditLine: 'CHINA NEWS SERVICE', agency: 'CNS', usageTerms: 'CHINA OUT' },
      'territory-excluded:CN',
    ],
    [
      { caption: 'Ilse Brandt (left) knocks Japan out' },
      { caption: 'Ilse Brandt (left) knocks Japan out' },
      '',
    ],
  ])('%j is %j', (delivered, expected, restrictions) => {
    const photo = read(delivered) ?? {};
    expect(photo).toEqual(expected);
    expect(short(photoRestrictions(photo))).toBe(restrictions);
    const { creditLine: credit, caption, usageTerms: instructions } = delivered;
    const fields = Object.entries({ instructions, credit, caption }).filter(([, text]) => text !== undefined);
    expect(short(readCredit(Object.fromEntries(fields)).restrictions ?? null)).toBe(restrictions);
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
