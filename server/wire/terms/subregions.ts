/**
 * Parts of continents, by the code of the United Nations (M49), with the countries that the UN counts in each; ISO 3166-1
 * alpha-2. The runtime knows the names of the codes in every language (CLDR).
 */
export const SUBREGIONS: Readonly<Record<string, string>> = {
  '011': 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG',
  '013': 'BZ CR SV GT HN MX NI PA',
  '014': 'BI KM DJ ER ET KE MG MW MU YT MZ RE RW SC SO SS TZ UG ZM ZW',
  '015': 'DZ EG LY MA SD TN EH',
  '017': 'AO CM CF TD CG CD GQ GA ST',
  '018': 'BW SZ LS NA ZA',
  '029': 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  '030': 'CN HK JP KP KR MN MO TW',
  '034': 'AF BD BT IN IR MV NP PK LK',
  '035': 'BN KH ID LA MY MM PH SG TH TL VN',
  '039': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  '143': 'KZ KG TJ TM UZ',
  '145': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  '151': 'BG BY CZ HU MD PL RO RU SK UA',
  '154': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  '155': 'AT BE CH DE FR LI LU MC NL',
  '202':
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ ' +
    'TD TG TZ UG YT ZA ZM ZW',
}; // prettier-ignore

const CENTRAL_EUROPE = 'AT CH CZ DE HU LI PL SI SK';
const BALKANS = 'AL BA BG GR HR ME MK RO RS SI XK';
const MAGHREB = 'DZ LY MA MR TN';
const GULF = 'AE BH KW OM QA SA';

/** What else they are called, by code of the table above; and regions that the UN does not count. Folded. */
export const SPOKEN_REGIONS: Readonly<Record<string, string>> = {
  'east africa': '014', 'west africa': '011', 'north africa': '015', 'afrique de l est': '014', 'afrique de l ouest': '011', 'afrique du nord': '015', 'norte de africa': '015',
  'east asia': '030', 'south asia': '034', 'south east asia': '035', 'south eastern asia': '035', 'central america': '013', 'the caribbean': '029', 'west indies': '029',
  'east europe': '151', 'west europe': '155', 'europe orientale': '151', 'europe occidentale': '155', 'europe meridionale': '039', 'europe septentrionale': '154',
  'europa del este': '151', 'europa del norte': '154', 'europa del sur': '039', 'sur de europa': '039', 'norte de europa': '154', 'america central': '013',
  'northeast asia': '030', 'asie du sud est': '035', 'sud est asiatique': '035',
  'central europe': CENTRAL_EUROPE, mitteleuropa: CENTRAL_EUROPE, zentraleuropa: CENTRAL_EUROPE, 'europe centrale': CENTRAL_EUROPE, 'europa central': CENTRAL_EUROPE,
  'central and eastern europe': `${CENTRAL_EUROPE} BG BY MD RO RU UA EE LT LV`, 'mittel und osteuropa': `${CENTRAL_EUROPE} BG BY MD RO RU UA EE LT LV`,
  balkans: BALKANS, 'the balkans': BALKANS, balkan: BALKANS, balcanes: BALKANS, 'les balkans': BALKANS, 'los balcanes': BALKANS,
  maghreb: MAGHREB, magreb: MAGHREB, 'gulf states': GULF, golfstaaten: GULF, 'pays du golfe': GULF, 'paises del golfo': GULF, gcc: GULF,
}; // prettier-ignore
