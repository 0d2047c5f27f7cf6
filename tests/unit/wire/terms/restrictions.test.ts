import { RESTRICTION_KINDS as PANEL_KINDS } from '../../../../contracts/restrictions';
import { RESTRICTION_KINDS as READER_KINDS } from '../../../../server/wire/terms/rule';
import { readCaptionRestrictions } from '../../../../server/wire/terms/caption';
import { readRestrictions, type Restriction } from '../../../../server/wire/terms/restrictions';
import { SPOKEN_REGIONS } from '../../../../server/wire/terms/subregions';
import { isCountry } from '../../../../server/wire/terms/territories';
import { cpuSeconds, unitOfWork } from '../../../support/cpu';

/** "no-sales:JP", "use-within-days:14", "not-before:2031-03-04". */
const short = ({ kind, territory, days, until }: Restriction): string =>
  [kind, territory, days, until?.slice(0, 10)].filter((part) => part !== undefined).join(':');
const read = (text: string): string[] => readRestrictions(text).map(short);

describe('readRestrictions: English', () => {
  it.each<[string, string[]]>([
    ['MANDATORY CREDIT', ['mandatory-credit']],
    ['Mandatory Credit: Velna Port', ['mandatory-credit']],
    ['CREDIT MUST BE GIVEN', ['mandatory-credit']],
    ['RESTRICTED TO EDITORIAL USE', ['editorial-only']],
    ['TO BE USED ONLY TO ILLUSTRATE NEWS REPORTING', ['editorial-only']],
    ['This content is intended for editorial use only. For other uses, call us.', ['editorial-only']],
    ['NO SALES, NO ARCHIVES', ['no-sales', 'no-archive']],
    ['NO RESALES OR ARCHIVES', ['no-resale', 'no-archive']],
    ['Not for resale', ['no-resale']],
    ['No third party sales', ['no-third-party']],
    ['NO INTERNET', ['no-internet']],
    ['ONLINE OUT; MAGS OUT', ['no-internet']],
    ['PRINT USE ONLY', ['no-internet']],
    ['ONE TIME USE ONLY', ['one-time-use']],
    ['VELNA CLIENTS ONLY', ['clients-only']],
    ['EDITORIAL USE ONLY/NO SALES', ['editorial-only', 'no-sales']],
    ['HANDOUT - EDITORIAL USE ONLY - NO SALES', ['editorial-only', 'no-sales']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('readRestrictions: where', () => {
  it.each<[string, string[]]>([
    ['JAPAN OUT', ['territory-excluded:JP']],
    ['U.K. OUT; U.S. OUT', ['territory-excluded:GB', 'territory-excluded:US']],
    [
      'GERMANY, AUSTRIA AND SWITZERLAND OUT',
      ['territory-excluded:DE', 'territory-excluded:AT', 'territory-excluded:CH'],
    ],
    ['NO SALES SOUTH KOREA OUT', ['no-sales', 'territory-excluded:KR']],
    ['JPNOUT SYROUT', ['territory-excluded:JP', 'territory-excluded:SY']],
    ['No use in Norway', ['territory-excluded:NO']],
    ['Not available for licence to customers located in Finland.', ['territory-excluded:FI']],
    ['no sales in Japan', ['no-sales:JP']],
    ['FOR USE IN THE UNITED KINGDOM ONLY', ['territory-only:GB']],
    ['Germany only', ['territory-only:DE']],
    ['Not for use outside the United States', ['territory-only:US']],
    ['DACH OUT', ['territory-excluded:DE', 'territory-excluded:AT', 'territory-excluded:CH']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('readRestrictions: continents', () => {
  it.each<[string, string[], string[]]>([
    ['No use in Africa', ['EG', 'KE', 'ZA'], ['JP', 'FR']],
    ['ASIA OUT', ['JP', 'IN', 'TR', 'IL'], ['RU', 'AU', 'EG']],
    ['No use in the Americas', ['US', 'CA', 'MX', 'CU', 'PA', 'BR', 'GL'], ['GB']],
    ['AMERICAS OUT', ['US', 'BR'], ['ES']],
    ['SOUTH AMERICA OUT', ['AR', 'GF'], ['MX']],
    ['Nicht in Ozeanien', ['AU', 'NZ', 'FJ'], ['ID']],
    ['ASIA-PACIFIC OUT', ['JP', 'AU'], ['US']],
    ['EMEA OUT', ['FR', 'QA', 'KE'], ['JP']],
    ['Sauf Australasie', ['AU', 'NZ'], ['FJ']],
  ])('%s', (text, inside, outside) => {
    const restrictions = read(text);
    for (const code of inside) expect(restrictions).toContain(`territory-excluded:${code}`);
    for (const code of outside) expect(restrictions).not.toContain(`territory-excluded:${code}`);
  });

  it('keeps what is said behind continents', () => {
    expect(read('EUROPE OUT. ASIA OUT. AFRICA OUT. AMERICAS OUT. NO ARCHIVES')).toContain('no-archive');
  });

  it('names countries, each once', () => {
    const codes = [
      'Europe',
      'Africa',
      'Asia',
      'the Americas',
      'Oceania',
      'Benelux',
      ...Object.keys(SPOKEN_REGIONS),
    ].flatMap((name) => {
      const found = readRestrictions(`No use in ${name}`).map(({ territory = '' }) => territory);
      expect(new Set(found).size).toBe(found.length);
      return found;
    });
    expect(codes.filter((code) => !isCountry(code))).toEqual([]);
  });
});

describe('readRestrictions: when', () => {
  it.each<[string, string[]]>([
    ['MUST BE USED WITHIN 14 DAYS FROM TRANSMISSION', ['use-within-days:14']],
    ['to be used within two weeks', ['use-within-days:14']],
    ['MAY ONLY BE USED FOR 36 HOURS', ['use-within-days:1.5']],
    ['Not for use before 4 March 2031', ['not-before:2031-03-04']],
    ['EMBARGOED UNTIL 0001 GMT MARCH 4, 2031', ['not-before:2031-03-04']],
    ['UNDER EMBARGO', ['not-before']],
    ['Do not use after the match; licensed until 12 May 2031', ['use-until:2031-05-12']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it('takes the day before which something may be used for the first on which it may not', () => {
  expect(readRestrictions('Use before 3 March 2031')).toMatchObject([{ until: '2031-03-03T00:00:00.000Z' }]);
  expect(readRestrictions('Use until 3 March 2031')).toMatchObject([{ until: '2031-03-03T23:59:59.999Z' }]);
});

describe('readRestrictions: German, French, Spanish', () => {
  it.each<[string, string[]]>([
    [
      'Nur zur redaktionellen Verwendung und nur mit vollständiger Nennung des Urhebers',
      ['editorial-only', 'mandatory-credit'],
    ],
    [
      'Keine Archivierung. Kein Weiterverkauf. Keine Weitergabe an Dritte.',
      ['no-archive', 'no-resale', 'no-third-party'],
    ],
    ['ÖSTERREICH OUT', ['territory-excluded:AT']],
    ['Nicht in der Schweiz', ['territory-excluded:CH']],
    ['Einmalige Verwendung innerhalb von 14 Tagen', ['one-time-use', 'use-within-days:14']],
    ['Nur für Abonnenten; keine Internetnutzung', ['clients-only', 'no-internet']],
    ['Sperrfrist: 8. Juni 2031, 12.00 Uhr', ['not-before:2031-06-08']],
    ['USAGE ÉDITORIAL UNIQUEMENT - CRÉDIT OBLIGATOIRE', ['editorial-only', 'mandatory-credit']],
    ["PAS D'ARCHIVES - REVENTE INTERDITE", ['no-archive', 'no-resale']],
    ['Interdit en Belgique', ['territory-excluded:BE']],
    ['À utiliser dans les 14 jours ; réservé aux abonnés', ['use-within-days:14', 'clients-only']],
    ['SOLO USO EDITORIAL (CRÉDITO OBLIGATORIO)', ['editorial-only', 'mandatory-credit']],
    ['NO VENTAS, NO ARCHIVO', ['no-sales', 'no-archive']],
    ['Prohibido su uso en Japón', ['territory-excluded:JP']],
    ['Uso único. Solo para abonados.', ['one-time-use', 'clients-only']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('readRestrictions: what forbids nothing', () => {
  it.each([
    '',
    'BEST QUALITY AVAILABLE',
    'ALTERNATIVE CROP. CORRECTS SPELLING OF NAME.',
    'CORRECTS NUMBER OF INJURED IN JAPAN',
    'FANS CHEER AS FRANCE OUT OF THE CUP',
    'SUPPLIED BY A THIRD PARTY',
    'NO DIGITAL MANIPULATION',
    'The chapel was used once as a school',
    'No further restrictions',
    'EMBARGO IS LIFTED',
    'All rights reserved',
  ])('%s', (text) => {
    expect(readRestrictions(text)).toEqual([]);
  });
});

describe('readRestrictions', () => {
  it('keeps the sentence that each was read from, and says each thing once', () => {
    expect(readRestrictions('NO ARCHIVES. Mandatory credit "Velna Port / Nordpix"; no archives')).toEqual([
      { kind: 'no-archive', sentence: 'NO ARCHIVES' },
      { kind: 'mandatory-credit', sentence: 'Mandatory credit "Velna Port / Nordpix"' },
    ]);
  });

  it.each([
    ['spaces', ' '],
    ['words', 'no use in '],
    ['stops', '. '],
    ['slashes', '/'],
    ['capitals', 'OUT AND '],
    ['negations', 'not for use in '],
    ['lists', 'no sales, '],
    ['countries', 'Norway and '],
    ['times', 'not before 5 January 2027 '],
    ['credits', 'the photo credit '],
    ['days', 'use until 14 June '],
    ['spans', 'valid 1 June - 14 June '],
    ['nationalities', 'not for Norwegian media '],
    ['exceptions', 'worldwide excl. Japan '],
    ['deletions', 'delete after thirty (30) days '],
    ['commas', 'except in, '],
  ])('reads a megabyte of %s at once', async (_, piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(await cpuSeconds(() => readRestrictions(text))).toBeLessThan(12 * (await unitOfWork()));
  });
});

describe('readCaptionRestrictions: a caption is prose', () => {
  it.each<[string, string[]]>([
    ['A ferry leaves Velna on Monday. NORWAY OUT', ['territory-excluded:NO']],
    ['Mandatory Credit: Photo by Mira Voss\nA fallen tree', ['mandatory-credit']],
    ['The shop sells for use in Norway only.', []],
    ['There are no sales in Velna this week.', []],
    ['A ferry in Velna. (Photo by Mira Voss / Nordpix) / RESTRICTED TO EDITORIAL USE', ['editorial-only']],
    ['GERMANY AND AUSTRIA OUT', ['territory-excluded:DE', 'territory-excluded:AT']],
    ['A plan to take the US out', []],
    ['The ferry keeps Norway out of the fog (AFP) and sails on.', []],
    ['“Without the US, we sail,” said harbour master Edda Lind.', []],
    ['NORWAY OUT A ferry leaves Velna.', ['territory-excluded:NO']],
    ['A ferry in Velna. (zu dpa „Fähre“) - Norwegen out -', ['territory-excluded:NO']],
    ['A ferry in Velna. (Photo by Mira Voss / AFP) / Norway OUT', ['territory-excluded:NO']],
    ['A ferry in Velna. Photo: Mira Voss/AFP. UK use not permitted.', ['territory-excluded:GB']],
    ['UK use not permitted of the old pier, say the divers', []],
    ['A ferry in Velna. Mira Voss/PA Wire. NO ARCHIVES. Norway out.', ['no-archive', 'territory-excluded:NO']],
    ['A ferry in Velna. (Mira Voss/Nordpix) EDITORIAL USE ONLY. NO ARCHIVES', ['editorial-only', 'no-archive']],
  ])('%s', (caption, expected) => {
    expect(readCaptionRestrictions(caption).map(short)).toEqual(expected);
  });
});

it('has one list of kinds, for the reader and for the panel', () => {
  expect([...PANEL_KINDS].sort()).toEqual([...READER_KINDS].sort());
});

describe('readCaptionRestrictions: sentences in any case', () => {
  it.each<[string, string[]]>([
    ['A ferry in Velna. Embargo until 14 June 2026 6pm BST', ['not-before:2026-06-14']],
    ['Eine Fähre in Velna. Sperrfrist: 14. Juni 2026, 18 Uhr', ['not-before:2026-06-14']],
    ['A ferry in Velna (Not for use before 6 am ET June 14, 2026)', ['not-before:2026-06-14']],
    ['A ferry in Velna. Use for 30 days only, no archiving.', ['use-within-days:30', 'no-archive']],
    ['A ferry in Velna. Use until 14 June.', ['use-until:2026-06-14']],
    ['A ferry in Velna. Picture must be credited to Mira Voss.', ['mandatory-credit']],
    ['This handout photo may only be used for editorial reporting purposes', ['editorial-only']],
    ['Embargo on oil until 14 June 2026, says Edda Lind.', []],
    ['The embargo until 14 June 2026 hurts Velna.', []],
    ['An owl of glass. Not for sale.', []],
    ['Use of the pier is not permitted.', []],
    ['Do not use the pier, the harbour master says.', []],
    ['Not for the first time, Norway is out.', []],
    ['This photo must be the last of the old pier.', []],
  ])('%s', (caption, expected) => {
    expect(readCaptionRestrictions(caption, '2026-05-20T09:00:00Z').map(short)).toEqual(expected);
  });
});

describe('readCaptionRestrictions: what is quoted is no term', () => {
  it.each<[string, string[]]>([
    ['A sign reads "NO INTERNET" in a cafe in Easthaven.', []],
    ['A sign reads “NO INTERNET. NO ARCHIVES” in a cafe.', []],
    ['The label was "NO INTERNET".', []],
    ['The quay at dawn. Terms: "NO ARCHIVES".', ['no-archive']],
    ['The quay at dawn. Restrictions, “NO SALES”.', ['no-sales']],
    ['Der Kai am Morgen. Hinweis: „NO SALES“.', ['no-sales']],
    ['Edda Lind with a sign reading: NO SALES TO ISRAEL', []],
    ['Edda Lind holds a placard: CHINA OUT', []],
    ['Sailors demanding CHINA OUT', []],
    ['Auf dem Schild steht: KEIN VERKAUF', []],
    ['A sign reads NO INTERNET. (Photo by Mira Voss / AFP) / NO SALES', ['no-sales']],
    [
      'A ferry in Velna. MANDATORY CREDIT "NORDPIX / VELNA PORT" - NO MARKETING',
      ['mandatory-credit', 'editorial-only'],
    ],
    ['A ferry. Mandatory credit: "Velna Port"', ['mandatory-credit']],
  ])('%s', (caption, expected) => {
    expect(readCaptionRestrictions(caption).map(short)).toEqual(expected);
  });
});

describe('readRestrictions: days without a year', () => {
  it.each<[string, string, string]>([
    ['2026-06-14T23:00:00Z', '14 June', '2026-06-14'],
    ['2026-07-10T09:00:00Z', '14 June', '2026-06-14'],
    ['2026-08-10T09:00:00Z', '14 June', '2027-06-14'],
    ['2026-01-05T09:00:00Z', '20 December', '2025-12-20'],
    ['2026-12-20T09:00:00Z', '5 January', '2027-01-05'],
    ['2028-02-01T09:00:00Z', '29 February', '2028-02-29'],
    ['2026-02-01T09:00:00Z', '29 February', '2026-02-28'],
  ])('sent on %s, "%s" is %s', (sent, day, expected) => {
    expect(readRestrictions(`Use until ${day}`, sent)).toMatchObject([{ until: `${expected}T23:59:59.999Z` }]);
  });

  it('takes today where it is not known when it was sent', () => {
    const today = new Date().toISOString().slice(0, 10);
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date());
    for (const sent of [undefined, 'no date']) {
      expect(readRestrictions(`Use until ${day}`, sent)).toMatchObject([{ until: `${today}T23:59:59.999Z` }]);
    }
  });
});
