import type { Asks, RestrictionKind, RestrictionRule } from './rule';

const words = (kind: RestrictionKind, asks: Asks, ...forms: string[]): RestrictionRule => ({
  kind,
  meets: 'words',
  pattern: new RegExp(forms.join('|'), 'gu'),
  ...asks,
});
const SURE: Asks = { isSure: true, canBeNegated: true };
const DAYS: Asks = { isLoose: true, canBeNegated: true, allows: true };
const WHEN: Asks = { needs: 'when' };
const DATE: Asks = { needs: 'date', isLoose: true, canBeNegated: true };
const UNTIL: Asks = { ...DATE, allows: true };

const CREDIT_EN = String.raw`(?:photo |picture |image |on[- ]?screen |full |the |a |an )*(?:credit|by-?line|attribution|courtesy)`;
const CREDIT_DE = String.raw`(?:[a-z]*nennung|quellenangabe|urheberangabe|[a-z]*vermerk|[a-z]*nachweis|namensangabe|bildquelle|[a-z]*credits?|creditzeile|creditangabe)`;
const CREDIT_FR = '(?:credits?|mentions?|signatures?|attribution)';
const CREDIT_ES = '(?:creditos?|mencion|firma|cita|atribucion)';
const ONLY_FR = '(?:uniquement|seulement|exclusivement|strictement)';
const ONLY_ES = '(?:solo|solamente|unicamente|exclusivamente|estrictamente|exclusiv[oa])';
const ONLY_DE = '(?:nur|ausschliesslich|lediglich|allein)';
const EDITORIAL_FR = '(?:redactionnel|editorial|journalistique|d information)(?:le)?s?';
const DAY_EN = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d`;
const COUNT = String.raw`(?<count>\d{1,3}|[a-z]+)`;

/** What is demanded or allowed, and times: each language has its own form. */
export const WORD_RULES: readonly RestrictionRule[] = [
  words(
    'mandatory-credit',
    SURE,
    String.raw`\b(?:mandatory|obligatory|compulsory) (?:[a-z]+ )?${CREDIT_EN}s?\b(?! (?:checks?|scores?|ratings?|cards?|unions?|limits?))`,
    String.raw`\b${CREDIT_EN}s?(?: line)?:?(?: is| are)? (?:mandatory|obligatory|compulsory|required|essential)`,
    String.raw`\b(?:must|to be|shall be) (?:be )?(?:clearly |properly )?credit(?:ed)?\b(?! with)`,
    String.raw`\bmust (?:give|carry|include|show|bear|have|display|courtesy) ${CREDIT_EN}`,
    String.raw`\bcredit(?: line)? must\b(?! not)`,
    String.raw`\bonly (?:with|if|when) (?:full |proper )?${CREDIT_EN}`,
    String.raw`\bwith ${CREDIT_EN} only\b`,
    String.raw`\bno ${CREDIT_EN},? no (?:use|publication)\b`,
    String.raw`\bnur (?:mit|bei|unter|gegen) (?:[a-z]+ ){0,3}${CREDIT_DE}`,
    String.raw`\b(?:honorarfrei|lizenzfrei|(?:abdruck|nutzung|verwendung|veroffentlichung) (?:ist )?(?:frei|kostenlos|kostenfrei)) (?:bei|mit|unter|gegen) (?:[a-z]+ ){0,3}${CREDIT_DE}`,
    String.raw`\bfree (?:for use |to use |for publication |to publish )?(?:with|if|when|subject to) (?:full |proper )?${CREDIT_EN}`,
    String.raw`\b${CREDIT_DE}(?: (?!nicht\b|kein)[a-z]+){0,5} (?:ist )?(?:pflicht|obligatorisch|zwingend|erforderlich|vorgeschrieben|verpflichtend|unerlasslich)`,
    String.raw`\bpflicht(?:nennung|angabe|credit|vermerk|nachweis)`,
    String.raw`\b(?:obligatorische|zwingende|verpflichtende)[rsn]? ${CREDIT_DE}`,
    String.raw`\b(?:quelle|urheber(?:in)?|fotograf(?:in)?|agentur|credit|name) (?:(?!nicht\b)[a-z]+ ){0,3}(?:zu nennen|anzugeben|(?:genannt|angegeben) werden)`,
    String.raw`\b${CREDIT_FR}(?: (?!non\b|pas\b|n\b|ne\b)[a-z]+){0,5} (?:est |sont )?(?:obligatoires?|exigee?s?|requise?s?|imperati(?:f|ve)s?|indispensables?)`,
    String.raw`\b(?:doit|doivent) (?:imperativement |obligatoirement )?(?:etre credite|(?:porter|comporter|inclure) (?:la |le |une )?${CREDIT_FR})`,
    String.raw`\b(?:obligation de |obligatoirement )(?:crediter|mentionner|citer)`,
    String.raw`\b(?:crediter|mentionner|citer) (?:obligatoirement|imperativement)`,
    String.raw`\b${CREDIT_ES}(?: (?!no\b)[a-z]+){0,4} (?:es )?(?:obligatori[oa]s?|imprescindible)`,
    String.raw`\b(?:obligatori[oa]|imprescindible|obligacion de) (?:el |la |su )?(?:${CREDIT_ES}|citar|mencionar|acreditar)`,
    String.raw`\bcitar (?:obligatoriamente|siempre|la fuente)`,
    String.raw`\bdeben? (?:ser )?(?:acreditar|acreditad[oa]|citar|citad[oa]|mencionar|llevar (?:el )?credito)`,
  ),
  words(
    'editorial-only',
    SURE,
    String.raw`\beditorial (?:use )?only`,
    String.raw`\beditorial (?:use |news )?(?:purposes |usage )?only`,
    String.raw`\bonly (?:(?:to )?be (?:used|published) |used |intended |available )?(?:for |in )?(?:strictly |purely )?editorial`,
    String.raw`\b(?:restricted|limited|exclusively) (?:to|for) editorial`,
    String.raw`\beuo\b`,
    String.raw`\bfor (?:strictly )?editorial (?:use|purposes|usage)\b`,
    String.raw`\bnews (?:use|usage|purposes|reporting|coverage) only`,
    String.raw`\bonly (?:for |to be used for )(?:news|journalistic) (?:use|purposes|reporting|coverage)`,
    String.raw`\bused? only to (?:illustrate|report)`,
    String.raw`\bnon[- ]commercial (?:use|purposes) only`,
    String.raw`\b${ONLY_DE} (?:[a-z]+ ){0,2}redaktionell`,
    String.raw`\bredaktionelle[nrm]? (?:nutzung|verwendung|zwecken?)`,
    String.raw`\bnur im rahmen (?:der |einer )?(?:aktuellen )?berichterstattung`,
    String.raw`\b(?:usages?|utilisations?|fins?|but) (?:strictement |exclusivement |uniquement |seulement )?${EDITORIAL_FR}`,
    String.raw`\b(?:solo|unicamente|exclusivamente) para uso (?:informativo|periodistico)`,
    String.raw`\b(?:usos?|fines|utilizacion) (?:${ONLY_ES} )?(?:editorial(?:es)?|informativ[oa]s?|periodistic[oa]s?)`,
  ),
  words(
    'one-time-use',
    SURE,
    String.raw`\bone[- ](?:time|off) (?:editorial |print |only )?(?:use|usage|only|rights|publication|reproduction)\b`,
    String.raw`\bsingle[- ](?:use|usage|publication)(?= only| licen| rights|,| and | per | in |$)`,
    String.raw`\b(?:one|1) (?:use|usage|publication) only\b`,
    String.raw`\b(?:may|can|must|to) (?:only )?be (?:used|published|reproduced|printed|broadcast) (?:only )?once\b`,
    String.raw`(?:^|, )(?:for )?use once(?: only)?$`,
    String.raw`\beinmalige[nrsm]? (?:[a-z]+ )?(?:nutzung|verwendung|veroffentlichung|verwertung|abdruck|ausstrahlung|sendung|nutzungsrecht|rechte)`,
    String.raw`\b(?:nur|lediglich) (?:ein mal|einmal|einmalig) (?:zu )?(?:verwend|nutz|genutzt|veroffentlich|abgedruckt|gesendet|zur )`,
    String.raw`\b(?:nur|darf) einmal(?:ig)?$`,
    String.raw`\b(?:utilisation|publication|diffusion|reproduction|exploitation) unique\b`,
    String.raw`\bpour (?:une? )?usage unique\b`,
    String.raw`(?:^|, )(?:a |pour )?usage unique\b`,
    String.raw`\bune seule (?:utilisation|publication|diffusion|parution|reproduction)\b`,
    String.raw`\b(?:utilis|publi|diffus|reprodu)[a-z]* (?:qu )?une (?:seule )?fois\b`,
    String.raw`\b(?:uso|utilizacion|publicacion|difusion) unic[oa]\b`,
    String.raw`\bunic[oa] (?:uso|utilizacion|publicacion)\b`,
    String.raw`\bun(?:a)? sol[oa] (?:uso|utilizacion|publicacion|difusion)\b`,
    String.raw`\b(?:us|utiliz|publi|difun)[a-z]* una sola vez\b`,
    String.raw`^una sola vez\b`,
  ),
  words(
    'clients-only',
    SURE,
    String.raw`\bexclusive(?:ly)? (?:to|for|use by) (?:[a-z]+ ){0,2}(?:clients|subscribers|customers|members)\b`,
    String.raw`\b(?:clients?|subscribers?|customers?)[ -](?:use )?only(?=$|[,:|]| (?:no|not|mandatory|editorial|one|single|for|in|and|outside)\b)`,
    String.raw`\bonly (?:for|to|by|available to) (?:[a-z]+ ){0,3}(?:clients|subscribers|customers|members)\b`,
    String.raw`\b(?:restricted|limited|reserved|exclusively) (?:to|for) (?:[a-z]+ ){0,2}(?:clients|subscribers|customers|members)\b`,
    String.raw`\b${ONLY_DE} (?:fur|durch|von|an) (?:[a-z]+ ){0,2}(?:[a-z-]*kunden|abonnenten|bezieher|teilnehmer)\b`,
    String.raw`\b(?:kunden|abonnenten|beziehern|mitgliedern) vorbehalten`,
    String.raw`\b(?:reserve|limite|destine|restreint)(?:e|s|es)? (?:exclusivement |uniquement )?aux? (?:seuls )?(?:abonne|client|membre)`,
    String.raw`\b${ONLY_FR} (?:pour |aux |par )(?:les |nos )?(?:abonne|client|membre)`,
    String.raw`\b(?:abonnes|clients) (?:uniquement|seulement|exclusivement)`,
    String.raw`\b${ONLY_ES} (?:para |a )?(?:los |sus )?(?:abonad|client|suscript)`,
    String.raw`\b(?:reservad|limitad|restringid)[oa]s? (?:exclusivamente )?(?:a|para) (?:los |sus )?(?:abonad|client|suscript)`,
    String.raw`\b(?:abonados|clientes|suscriptores) (?:solamente|unicamente|exclusivamente)`,
  ),
  words(
    'clients-only',
    { canBeNegated: true },
    String.raw`\b(?:for )?members? (?:use )?only\b`,
    String.raw`\bnur (?:fur|durch|an) mitglieder\b`,
  ),
  words(
    'no-internet',
    { canBeNegated: true },
    String.raw`\b(?:for )?(?:print|newspapers?) (?:use |rights |media |editions? )?only\b`,
    String.raw`\bonly (?:for|in) (?:print|newspapers?)\b`,
    String.raw`\b${ONLY_DE} (?:fur |in )?(?:print|printmedien|gedruckte)`,
    String.raw`\b${ONLY_FR} (?:pour |dans )?(?:la |le )?(?:presse (?:ecrite|papier)|print|papier)\b`,
    String.raw`\b(?:presse ecrite|print|papier) ${ONLY_FR}`,
    String.raw`\b${ONLY_ES} (?:para |en )?(?:la )?(?:prensa escrita|medios impresos|edicion impresa|papel)\b`,
  ),
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
    'use-until',
    UNTIL,
    String.raw`(?:\b(?:use|used|usage|valid|usable|licen[sc]ed?|available|publication|rights)(?: only| permitted| allowed)* (?:until|till|up to|through|by(?= \d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d))|(?:^|, )until|\bexpir(?:es?|y|ing)(?: date| on)?)\b`,
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
  // Codes of the wires.
  words('no-archive', SURE, String.raw`\bnarch\b`),
  words('no-sales', SURE, String.raw`\bsalesout\b`),
  words('no-third-party', SURE, String.raw`\b3tp\b`),
];
