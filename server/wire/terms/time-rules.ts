import { NUMBER_WORDS } from './durations';
import { words, type Asks, type RestrictionRule } from './rule';

const DAYS: Asks = { isLoose: true, canBeNegated: true, allows: true };
const WHEN: Asks = { needs: 'when' };
const DATE: Asks = { needs: 'date', isLoose: true, canBeNegated: true };
const UNTIL: Asks = { ...DATE, allows: true };

const DAY_EN = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d`;
/** "30", "thirty", and both: "30 (thirty)". */
const NUMBER = `(?:${NUMBER_WORDS.join('|')})`;
const COUNT = String.raw`(?<count>\d{1,3}|[a-z]+)(?: (?:(?<=\d )${NUMBER}|(?<=\b${NUMBER} )\d{1,3}))?`;

/** Words that have a thing taken out of all that holds it. */
const TAKE_OUT = String.raw`(?:deleted?|removed?|erased?|destroy(?:ed)?|purged?|kill(?:ed)?|withdrawn?|taken? down)(?: it)?(?: from [a-z]+(?: [a-z]+){0,3})?`;
const TAKE_OUT_FR = '(?:suppression|supprim[a-z]*|efface[a-z]*|retir(?:er|ee?s?|ait)|detrui(?:re|te?s?))';
const TAKE_OUT_ES = '(?:borr(?:ar|ado|ada)|elimin(?:ar|ado|ada)|suprimi(?:r|do|da)|retir(?:ar|ado|ada))';
const TAKE_OUT_DE = '(?:zu )?(?:losch|gelosch|entfern|vernicht)';
/** A day in numbers ("1.6.2026" is folded to digits) or with a month, with or without its year. */
const DAY = String.raw`(?:\d{5,8}|\d{1,2} \d{1,2} \d{2,4}|\d{1,2}(?:st|nd|rd|th|er)? (?:de )?[a-z]{3,10}(?: (?:del? )?\d{4})?|[a-z]{3,10} \d{1,2}(?:st|nd|rd|th)?(?:, ?\d{4}|, \d{4}| \d{4})?)`;
const USE_ANY = String.raw`(?:use|used|usage|usable|valid|validity|licen[sc]ed?|rights|available|nutz[a-z]*|verwend[a-z]*|gultig|lizenz|rechte|frei|utilis[a-z]*|usages?|valables?|diffusion|licence|droits|uso|usar|valid[oa]|licencia|derechos|vigente)`;
const ONLY_ANY = '(?:only|nur|uniquement|seulement|solo|solamente|unicamente)';
/** "from 1 June to", "1 June 2026 -": two days between which something may be used. */
const FROM = String.raw`(?:from |between |vom |von |ab |du |entre (?:le |el )?|del? |desde (?:el )?)`;
const TO = String.raw`(?:to |until |till |through |and |und |et (?:le )?|y (?:el )?|bis (?:zum )?|au |jusqu au |al |hasta (?:el )?)`;
const VALID = String.raw`\b${USE_ANY}:?(?: (?:period|valid|permitted|allowed|gultig|valable|valid[oa]|${ONLY_ANY}))*:? ${FROM}?`;

/** How long, not before and until when: each language has its own form. */
export const TIME_RULES: readonly RestrictionRule[] = [
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:within|during|for|up to|no later than|max(?:imum)?(?: of)?|limited to|period of|valid|only|licen[sc]ed|available|expires? (?:after|in)|deleted? after|remove[d]? after|not?(?: (?:use|used|usage|be|to|for|publish|published|publication))* after)(?: the| next| first| a| period| maximum| of| only| up to| for){0,4} ${COUNT}[ -](?<unit>hour|hr|day|week|fortnight|month|year)s?\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?<count>\d{1,3})[ -](?<unit>hour|hr|day|week|month|year)s? (?:use|usage|licen[sc]e|rights|only|window|from|of use|max)\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:expires?|ends?|deleted?|removed?|erased?) ${COUNT}[ -](?<unit>hour|hr|day|week|month|year)s? (?:after|from|following)\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:innerhalb|binnen|bis|nur|max(?:imal)?|hochstens|langstens|fur|gultig|nicht(?: mehr)? nach)(?: von| der| den| die| nachsten| ersten| einer| eines| frist| maximal| bis| zu| nur){0,4} ${COUNT} (?<unit>stunde|std|tag|woche|monat|jahr)[ne]{0,2}\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:nach )?(?<count>\d{1,3}) (?<unit>stunde|std|tag|woche|monat|jahr)[ne]{0,2} (?:nutzung|nutzbar|nutzungsdauer|gultig|lang|nach (?:ubermittlung|sendung|erhalt|veroffentlichung)|ab (?:ubermittlung|sendung|erhalt)|(?:zu )?losch)`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:dans|pendant|sous|durant|max(?:imum|imale?)?|limitee?s? a|duree|delai|pas(?: (?:utiliser|d|de|utilisation|publier|publication|diffuser|diffusion))* apres|utilisables?|valables?|jusqu a|pour)(?: un| une| delai| duree| de| d| les| l| des| prochain[es]*| premier[es]*| utilisation| maximum| maximale){0,5} ${COUNT} (?:prochaine?s |premiere?s )?(?<unit>heure|jour|semaine|moi|an|annee)s?\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?<count>\d{1,3}) (?<unit>heure|jour|semaine|moi|an|annee)s? (?:max|maximum|a compter|apres|suivant|d utilisation|d exploitation|seulement|uniquement)`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?:dentro|durante|plazo|antes|maxim[oa]|max|limitad[oa]s? a|valid[oa]s?|hasta|por|solo|utilizable|no(?: (?:usar|utilizar|publicar|difundir|uso))* despues)(?: del?| un| una| plazo| los| las| proxim[oa]s| primer[oa]s| solo| por| durante| maximo| periodo){0,5} ${COUNT} (?<unit>hora|dia|semana|mes|ano)(?:e?s)?\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b(?<count>\d{1,3}) (?<unit>hora|dia|semana|mes|ano)(?:e?s)? (?:max|maximo|desde|a partir|de uso|tras|como maximo|solamente)`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b${TAKE_OUT} after ${COUNT}[ -](?<unit>hour|hr|day|week|fortnight|month|year)s?\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\bnach ${COUNT} (?<unit>stunde|std|tag|woche|monat|jahr)[ne]{0,2} (?:[a-z]+ ){0,3}?${TAKE_OUT_DE}`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b${TAKE_OUT_FR} (?:[a-z]+ ){0,3}?(?:apres|au bout de) ${COUNT} (?<unit>heure|jour|semaine|moi|an|annee)s?\b`,
  ),
  words(
    'use-within-days',
    DAYS,
    String.raw`\b${TAKE_OUT_ES} (?:[a-z]+ ){0,3}?(?:despues de|tras|a los|pasados) ${COUNT} (?<unit>hora|dia|semana|mes|ano)(?:e?s)?\b`,
  ),
  words(
    'not-before',
    WHEN,
    String.raw`(?:(?:^|[,:;&] ?|\b(?:under|strict|strictly|press|media|news|sous|bajo|unter) )embargo(?:ed)?(?! (?:on|against|of|was|is|has|by|the|sur|contre|auf|gegen|sobre|contra)\b)(?: until| till| for|:)?|\bembargoed|\bembargad[oa]s?(?: hasta)?|\bsperrfrist|\bgesperrt bis|\bhold (?:for release )?(?:until|till))\b`,
  ),
  words(
    'not-before',
    DATE,
    String.raw`(?:\b(?:for|use|usable|used|publication|publish|published|release|released|available|cleared|free) (?:release |use |publication |only |permitted |allowed )*(?:on|at|from|after|as of|starting|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b`,
  ),
  words(
    'not-before',
    DATE,
    String.raw`\bfor (?:release|publication|use|broadcast)(?= (?:${DAY_EN}|\d{1,2}[ :/.]))`, // "for release 3 June 2031"
    String.raw`(?:^|[,:] ?)\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4} embargo(?:ed)?$`, // "3 June 2031 embargo"
  ),
  words(
    'not-before',
    DATE,
    String.raw`(?:\b(?:frei|freigegeben|freigabe|verwend[a-z]*|nutz[a-z]*|veroffentlich[a-z]*)(?: frei| erst| nur| fruhestens)* ab(?: dem)?|\b(?:erst|fruhestens) (?:ab |am )(?:dem )?|\bbis(?= .{4,40} gesperrt\b))\b`,
  ),
  words(
    'not-before',
    DATE,
    String.raw`(?:\b(?:utilis|publi|diffus|exploit|libre|autoris)[a-z]* (?:[a-z]+ ){0,2}a (?:partir|compter) du)\b`,
  ),
  words(
    'not-before',
    DATE,
    String.raw`(?:\b(?:us|utiliz|publica|difu|libre)[a-z]* (?:[a-z]+ ){0,2}(?:a partir del?|desde el))\b`,
  ),
  words(
    'not-before',
    DATE,
    String.raw`${VALID}(?=${DAY} ${TO}?${DAY}(?:$|[ ,]))`,
    String.raw`^${FROM}(?=${DAY} ${TO}${DAY} ${ONLY_ANY}\b)`, // "from 1 June to 14 June 2026 only"
    String.raw`^${ONLY_ANY} ${FROM}(?=${DAY} ${TO}${DAY}$)`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`${VALID}${DAY} ${TO}?(?=${DAY}(?:$|[ ,]))`,
    String.raw`^${FROM}${DAY} ${TO}(?=${DAY} ${ONLY_ANY}\b)`,
    String.raw`^${ONLY_ANY} ${FROM}${DAY} ${TO}(?=${DAY}$)`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`\b${TAKE_OUT} after(?= \d| ${DAY_EN})`,
    String.raw`\bnach dem (?=\d.{4,40} ${TAKE_OUT_DE})`,
    String.raw`\b${TAKE_OUT_FR} (?:[a-z]+ ){0,3}?(?:apres|avant) le(?= \d)`,
    String.raw`\b${TAKE_OUT_ES} (?:[a-z]+ ){0,3}?(?:despues|antes) del(?= \d)`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`(?:\b(?:use|used|usage|valid|usable|licen[sc]ed?|available|published?|publication|cleared|rights)(?: only| permitted| allowed)* (?:until|till|up to|through|to(?= \d{1,2}(?:st|nd|rd|th)? [a-z]{3}| ${DAY_EN})|by(?= \d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d))|(?:^|, )until|\bexpir(?:es?|y|ing)(?: date| on)?)\b`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`\b(?:deleted?|removed?|erased?|taken down|withdrawn)(?: it)?(?: from [a-z]+(?: [a-z]+){0,2})? (?:by|before|on|until|no later than)\b`,
    String.raw`(?:^|, )(?:(?:to|must) be used|use) before\b`,
    String.raw`(?:^|, )a (?:utiliser|publier|diffuser|exploiter|supprimer|effacer) (?:imperativement |au plus tard )?(?:avant(?: le)?|le|d ici (?:le|au))(?= \d)`,
    String.raw`(?:^|, )(?:usar|utilizar|publicar|difundir|borrar|eliminar) antes del?\b`,
    String.raw`(?:^|, )bis (?:zum |spatestens |einschliesslich )?(?=\d.{4,30} (?:zu loschen|loschen))`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`(?:\b(?:nur|gultig|verwend[a-z]*|[a-z]*nutz[a-z]*|veroffentlichung|frei|honorarfrei|lizenz|rechte|kostenlos)(?: nur| gultig| frei| kostenlos| erlaubt| gestattet)* bis(?: zum| einschliesslich)?(?! .{4,40} gesperrt\b)|(?<!gesperrt |sperrfrist |embargo )\bbis(?: zum)?(?= \d)(?! .{4,40} gesperrt\b))\b`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`(?:(?:^|, |\b(?:utilis|usage|valable|valide|diffus|publi|droit|libre|exploit|autoris)[a-z]* (?:[a-z]+ ){0,3})jusqu (?:au|a)|\bexpire(?: le)?)\b`,
  ),
  words(
    'use-until',
    UNTIL,
    String.raw`(?:(?:^|, |\b(?:uso|usar|utiliz[a-z]*|valid[oa]|vigente|difusion|publicacion|permitid[oa]|derechos|licencia|autorizad[oa]) (?:[a-z]+ ){0,3})hasta(?: el| las)?|\b(?:caduca|vence|expira)(?: el)?)\b`,
  ),
];
