/** The languages in which agencies write their restrictions. */
const LANGUAGES = ['en', 'fr', 'de', 'es'];
const A = 'A'.charCodeAt(0);

/** Names that the Unicode names of regions (CLDR) do not have, and groups. ISO 3166-1 alpha-2. */
const MORE: Readonly<Record<string, string>> = {
  uk: 'GB', britain: 'GB', 'great britain': 'GB', 'gross britannien': 'GB', us: 'US', usa: 'US', america: 'US', 'united states of america': 'US',
  'estados unidos de america': 'US', 'etats unis d amerique': 'US', eeuu: 'US', uae: 'AE', emirates: 'AE', turkey: 'TR', turkei: 'TR', turquia: 'TR',
  'czech republic': 'CZ', tschechien: 'CZ', holland: 'NL', hollande: 'NL', 'the netherlands': 'NL', burma: 'MM', 'hong kong': 'HK', hongkong: 'HK',
  macau: 'MO', macao: 'MO', 'ivory coast': 'CI', palestine: 'PS', 'republic of korea': 'KR', 'people s republic of china': 'CN',
  'mainland china': 'CN', prc: 'CN', 'republic of ireland': 'IE', 'russian federation': 'RU', swaziland: 'SZ', vatican: 'VA', macedonia: 'MK',
  benelux: 'BE NL LU', scandinavia: 'DK NO SE', skandinavien: 'DK NO SE', gsa: 'DE CH AT', dach: 'DE AT CH', 'baltic states': 'EE LV LT', 'northern ireland': 'GB', england: 'GB', scotland: 'GB', wales: 'GB',
}; // prettier-ignore

/** ISO 3166-1 alpha-3 to alpha-2, by turns: the codes that agencies put before "OUT". */
const ALPHA_3 =
  'ARG AR AUS AU AUT AT BEL BE BGR BG BRA BR CAN CA CHE CH CHL CL CHN CN COL CO CUB CU CZE CZ DEU DE DNK DK EGY EG ESP ES EST EE ' +
  'FIN FI FRA FR GBR GB GRC GR HKG HK HRV HR HUN HU IDN ID IND IN IRL IE IRN IR IRQ IQ ISR IL ITA IT JOR JO JPN JP KOR KR ' +
  'KWT KW LBN LB LTU LT LUX LU LVA LV MAC MO MAR MA MEX MX MYS MY NLD NL NOR NO NZL NZ PAK PK PER PE PHL PH POL PL PRT PT QAT QA ' +
  'ROU RO RUS RU SAU SA SGP SG SRB RS SVK SK SVN SI SWE SE SYR SY THA TH TUN TN TUR TR TWN TW UKR UA USA US VEN VE VNM VN YEM YE ZAF ZA';

const BETWEEN = /\s*[,&/+]\s*|\s+(?:and|or|et|ou|und|oder|sowie|y|e|o)\s+/u;
const ARTICLE =
  /^(?:(?:in|to|for|from|within|inside|en|au|aux|dans|pour|fur|nach|der|die|den|das|the|la|le|les|los|las|el|l|of|all)\s+)+/u;
const LONGEST = 200;

/**
 * The countries of a list, as ISO 3166-1 alpha-2: "GERMANY, AUSTRIA AND SWITZERLAND" is DE, AT, CH. English, French, German and
 * Spanish names, two or three letters, a few groups. Entries that are no country are passed over.
 */
export function territoriesIn(list: string): string[] {
  if (list.length > LONGEST) return [];
  const found = fold(list, ' ,&/+')
    .split(BETWEEN)
    .flatMap((entry) => territory(entry));
  return [...new Set(found)];
}

/** One country or group by its name or code; none where the text says more than that. */
export function territory(text: string): string[] {
  if (text.length > LONGEST) return [];
  const name = fold(text, ' ').replace(ARTICLE, '');
  return (byName().get(name) ?? MORE[name] ?? '').split(' ').filter((code) => code !== '');
}

let names: Map<string, string> | undefined;

/** Built on first use: 1,000 names from the runtime's own tables. */
function byName(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const codes = ALPHA_3.split(' ');
  for (let n = 0; n + 1 < codes.length; n += 2) names.set((codes[n] ?? '').toLowerCase(), codes[n + 1] ?? '');
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let n = 0; n < 26 * 26; n += 1) {
      const code = String.fromCharCode(A + Math.floor(n / 26), A + (n % 26));
      const name = regions.of(code);
      if (name !== undefined && !NO_COUNTRY.has(code)) names.set(fold(name, ' ').replace(ARTICLE, ''), code);
    }
  }
  return names;
}

/** Codes of the Unicode table that are no country: a former one, a union, a test, "unknown". */
const NO_COUNTRY = new Set([
  'UK',
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'DD',
  'SU',
  'YU',
  'CS',
  'FX',
  'AN',
  'BU',
  'NT',
  'TP',
  'ZR',
  'YD',
  'VD',
  'DY',
  'HV',
  'NH',
  'RH',
  'WK',
  'JT',
  'MI',
  'PU',
  'PZ',
  'PC',
  'NQ',
  'FQ',
  'CT',
]);

/** The country that a text ends in, where there is no comma: "no sales japan". */
export function territoryAtEnd(text: string): string[] {
  const words = text.split(' ');
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const found = territory(words.slice(-count).join(' '));
    if (found.length > 0) return found;
  }
  return [];
}

/** A clause as the rules read it: small letters without accents and full stops, single spaces, "d'archives" as two words. */
export function foldClause(text: string): string {
  return fold(text, ' ,&/+:-');
}

function fold(text: string, keep: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/\./gu, '')
    .replace(/[^\p{L}\p{N}]/gu, (sign) => (keep.includes(sign) ? sign : ' '))
    .replace(/ +/gu, ' ')
    .trim();
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** True for a code of ISO 3166-1 alpha-2 in capitals: "JP", not "UK" and not "EU". */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && regions.of(code) !== undefined;
