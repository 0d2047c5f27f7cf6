import { SPOKEN_REGIONS, SUBREGIONS } from './subregions';

/** The languages in which agencies write their restrictions. */
const LANGUAGES = ['en', 'fr', 'de', 'es'];
const A = 'A'.charCodeAt(0);

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';

const EUROPE =
  'AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO ' +
  'RS RU SE SI SJ SK SM UA VA XK';
const AFRICA =
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL ' +
  'SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW';
/** As the United Nations count it: with Turkey and the Caucasus, without Russia. */
const ASIA =
  'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM ' +
  'TR TW UZ VN YE';
const OCEANIA = 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS';
/** As the trade has it: what lies south of Mexico is Latin America. */
const NORTH_AMERICA = 'US CA MX';
const SOUTH_AMERICA = 'AR BO BR CL CO EC FK GF GY PY PE SR UY VE';
const CARIBBEAN = 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI';
const AMERICAS = `${NORTH_AMERICA} BM GL PM BZ CR GT HN NI PA SV ${CARIBBEAN} ${SOUTH_AMERICA}`;
const AUSTRALASIA = 'AU NZ PG';
const SCANDINAVIA = 'DK NO SE';
const NORDIC = 'DK FI IS NO SE';
const BALTIC = 'EE LV LT';
const LATIN_AMERICA = 'AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE PR UY VE';
const MIDDLE_EAST = 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE';

/** Names that the Unicode names of regions (CLDR) do not have, and groups. ISO 3166-1 alpha-2. */
const MORE: Readonly<Record<string, string>> = {
  uk: 'GB', britain: 'GB', 'great britain': 'GB', 'grande bretagne': 'GB', 'gran bretana': 'GB', grossbritannien: 'GB', us: 'US', usa: 'US', america: 'US', 'united states of america': 'US',
  'estados unidos de america': 'US', 'etats unis d amerique': 'US', eeuu: 'US', 'ee uu': 'US', uae: 'AE', emirates: 'AE', turkey: 'TR', turkei: 'TR', turquia: 'TR',
  'czech republic': 'CZ', 'tschechische republik': 'CZ', 'republique tcheque': 'CZ', 'republica checa': 'CZ', tschechien: 'CZ', holland: 'NL', hollande: 'NL', holanda: 'NL', 'the netherlands': 'NL', burma: 'MM', myanmar: 'MM', birmanie: 'MM', birmania: 'MM', weissrussland: 'BY', belarus: 'BY', 'hong kong': 'HK', hongkong: 'HK',
  macau: 'MO', macao: 'MO', 'ivory coast': 'CI', palestine: 'PS', korea: 'KR', 'republic of korea': 'KR', 'people s republic of china': 'CN',
  'mainland china': 'CN', prc: 'CN', 'republic of ireland': 'IE', 'russian federation': 'RU', swaziland: 'SZ', vatican: 'VA', macedonia: 'MK', nz: 'NZ', bosnia: 'BA', herzegovina: 'BA', trinidad: 'TT',
  benelux: 'BE NL LU', 'benelux countries': 'BE NL LU', 'benelux staaten': 'BE NL LU', 'pays du benelux': 'BE NL LU', 'paises del benelux': 'BE NL LU', gsa: 'DE CH AT', dach: 'DE AT CH',
  scandinavia: SCANDINAVIA, skandinavien: SCANDINAVIA, scandinavie: SCANDINAVIA, escandinavia: SCANDINAVIA,
  'baltic states': BALTIC, 'baltic countries': BALTIC, baltics: BALTIC, baltikum: BALTIC, 'baltische staaten': BALTIC, 'baltischen staaten': BALTIC, 'pays baltes': BALTIC, 'etats baltes': BALTIC, 'paises balticos': BALTIC, 'estados balticos': BALTIC,
  'northern ireland': 'GB', 'n ireland': 'GB', 's korea': 'KR', 'n korea': 'KP', 's africa': 'ZA', 'china mainland': 'CN', england: 'GB', scotland: 'GB', wales: 'GB', schottland: 'GB', angleterre: 'GB', ecosse: 'GB', inglaterra: 'GB', escocia: 'GB',
  'd a ch': 'DE AT CH',
  'nordic countries': NORDIC, 'nordic region': NORDIC, nordics: NORDIC, 'nordische lander': NORDIC, 'nordischen lander': NORDIC, 'nordischen landern': NORDIC, 'pays nordiques': NORDIC, 'paises nordicos': NORDIC,
  europe: EUROPE, europa: EUROPE, africa: AFRICA, afrika: AFRICA, afrique: AFRICA, asia: ASIA, asien: ASIA, asie: ASIA,
  oceania: OCEANIA, ozeanien: OCEANIA, oceanie: OCEANIA, australasia: AUSTRALASIA, australasien: AUSTRALASIA, australasie: AUSTRALASIA,
  'asia pacific': `${ASIA} ${OCEANIA}`, 'asien pazifik': `${ASIA} ${OCEANIA}`, 'asie pacifique': `${ASIA} ${OCEANIA}`, apac: `${ASIA} ${OCEANIA}`, emea: `${EUROPE} ${MIDDLE_EAST} ${AFRICA}`,
  americas: AMERICAS, 'north and south america': AMERICAS, amerika: AMERICAS, 'nord und sudamerika': AMERICAS, amerique: AMERICAS, ameriques: AMERICAS, 'amerique du nord et du sud': AMERICAS, 'las americas': AMERICAS,
  'north america': NORTH_AMERICA, nordamerika: NORTH_AMERICA, 'amerique du nord': NORTH_AMERICA, norteamerica: NORTH_AMERICA, 'america del norte': NORTH_AMERICA,
  'south america': SOUTH_AMERICA, sudamerika: SOUTH_AMERICA, 'amerique du sud': SOUTH_AMERICA, sudamerica: SOUTH_AMERICA, 'america del sur': SOUTH_AMERICA,
  'latin america': LATIN_AMERICA, lateinamerika: LATIN_AMERICA, 'amerique latine': LATIN_AMERICA, latinoamerica: LATIN_AMERICA, 'america latina': LATIN_AMERICA, latam: LATIN_AMERICA,
  'middle east': MIDDLE_EAST, 'near east': MIDDLE_EAST, 'mittlerer osten': MIDDLE_EAST, 'mittleren osten': MIDDLE_EAST, 'naher osten': MIDDLE_EAST, 'nahen osten': MIDDLE_EAST, nahost: MIDDLE_EAST, 'moyen orient': MIDDLE_EAST, 'proche orient': MIDDLE_EAST, 'oriente medio': MIDDLE_EAST, 'oriente proximo': MIDDLE_EAST,
  eu: EU, 'european union': EU, 'europaische union': EU, 'union europeenne': EU, 'union europea': EU, ue: EU,
}; // prettier-ignore

/** ISO 3166-1 alpha-3 to alpha-2, by turns: the codes that agencies put before "OUT". */
const ALPHA_3 =
  'ARG AR AUS AU AUT AT BEL BE BGR BG BRA BR CAN CA CHE CH CHL CL CHN CN COL CO CUB CU CZE CZ DEU DE DNK DK EGY EG ESP ES EST EE ' +
  'FIN FI FRA FR GBR GB GRC GR HKG HK HRV HR HUN HU IDN ID IND IN IRL IE IRN IR IRQ IQ ISR IL ITA IT JOR JO JPN JP KOR KR ' +
  'KWT KW LBN LB LTU LT LUX LU LVA LV MAC MO MAR MA MEX MX MYS MY NLD NL NOR NO NZL NZ PAK PK PER PE PHL PH POL PL PRT PT QAT QA ' +
  'ROU RO RUS RU SAU SA SGP SG SRB RS SVK SK SVN SI SWE SE SYR SY THA TH TUN TN TUR TR TWN TW UKR UA USA US VEN VE VNM VN YEM YE ZAF ZA';

/** What sport calls a country otherwise, by turns. */
const SPORT =
  'ALG DZ ANG AO BUL BG CHI CL CRC CR CRO HR DEN DK GER DE GRE GR INA ID KSA SA MAS MY NED NL NGR NG PHI PH POR PT PUR PR ' +
  'RSA ZA SLO SI SUI CH UAE AE URU UY VIE VN';

const LONGEST = 60;

/**
 * The countries of a name, as ISO 3166-1 alpha-2; several for a group ("DACH"), none for what is no country. English,
 * French, German and Spanish names and a few groups, folded; three letters are an alpha-3 code.
 */
export function territoryNamed(name: string): string[] {
  if (name.length > LONGEST) return [];
  // "außerhalb Deutschlands": the German genitive.
  const codes = byName().get(name) ?? byName().get(name.replace(/(?<=.{4})s$/u, ''));
  return codes?.split(' ') ?? [];
}

/** The number of words in the longest name of a country that begins with a word; 1 where there is none of several. */
export function wordsOfNames(first: string): number {
  longest ??= [...byName().keys()].reduce((most, name) => {
    const words = name.split(' ');
    return most.set(words[0] ?? '', Math.max(words.length, most.get(words[0] ?? '') ?? 1));
  }, new Map<string, number>());
  return longest.get(first) ?? 1;
}

let longest: Map<string, number> | undefined;
let names: Map<string, string> | undefined;

/** Built on first use: 1,000 names from the runtime's own tables. */
function byName(): Map<string, string> {
  if (names) return names;
  names = new Map(Object.entries(MORE));
  const codes = `${ALPHA_3} ${SPORT}`.split(' ');
  for (let n = 0; n + 1 < codes.length; n += 2) names.set((codes[n] ?? '').toLowerCase(), codes[n + 1] ?? '');
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let n = 0; n < 26 * 26; n += 1) {
      const code = String.fromCharCode(A + Math.floor(n / 26), A + (n % 26));
      const name = regions.of(code);
      if (name !== undefined && !NO_COUNTRY.has(code) && !names.has(fold(name))) names.set(fold(name), code);
    }
  }
  addSubregions(names);
  return names;
}

/** "Eastern Europe", "Osteuropa": no name of a country is one of a part of a continent. */
function addSubregions(all: Map<string, string>): void {
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [code, countries] of Object.entries(SUBREGIONS)) {
      const name = regions.of(code);
      if (name !== undefined && !all.has(fold(name))) all.set(fold(name), countries);
    }
  }
  for (const [name, codes] of Object.entries(SPOKEN_REGIONS)) {
    if (!all.has(name)) all.set(name, SUBREGIONS[codes] ?? codes);
  }
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

/** A word or name without case, accents, full stops and other signs. */
export function fold(text: string): string {
  // Without the flags "iu", which also find the long s and the sign for kelvin.
  if (/^[a-zA-Z\d]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/\./gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** True for a code of ISO 3166-1 alpha-2 in capitals: "JP", not "UK" and not "EU". */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && regions.of(code) !== undefined;
