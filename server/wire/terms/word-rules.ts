import { words, type Asks, type RestrictionRule } from './rule';

const SURE: Asks = { isSure: true, canBeNegated: true };

const CREDIT_EN = String.raw`(?:photo |picture |image |on[- ]?screen |full |the |a |an )*(?:credit|by-?line|attribution|courtesy)`;
const CREDIT_DE = String.raw`(?:[a-z]*nennung|quellenangabe|urheberangabe|[a-z]*vermerk|[a-z]*nachweis|namensangabe|bildquelle|[a-z]*credits?|creditzeile|creditangabe)`;
const CREDIT_FR = '(?:credits?|mentions?|signatures?|attribution)';
const CREDIT_ES = '(?:creditos?|mencion|firma|cita|atribucion)';
const ONLY_FR = '(?:uniquement|seulement|exclusivement|strictement)';
const ONLY_ES = '(?:solo|solamente|unicamente|exclusivamente|estrictamente|exclusiv[oa])';
const ONLY_DE = '(?:nur|ausschliesslich|lediglich|allein)';
/** What stands before a ban that is all that is said. */
const LABEL =
  '(?:(?:eds|editors|attention|attention editors|note|note to editors|please note|advisory|instructions?|restrictions?|usage): ?)?';
const EDITORIAL_FR = '(?:redactionnel|editorial|journalistique|d information)(?:le)?s?';

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
    String.raw`\bbitte (?:[a-z]+ ){0,2}${CREDIT_DE} (?:[a-z]+ )?(?:angeben|nennen|beachten)`,
    String.raw`\bbitte (?:die |den |stets |immer )?(?:quelle|urheber|fotograf(?:en|in)?|agentur) (?:angeben|nennen)`,
    String.raw`\bplease (?:always )?credit(?= |:)(?![^,:]* for (?:the|a|his|her|their)\b)(?! (?:my|your|our|his|her|them|him|me|us)\b)`,
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
    String.raw`\b${ONLY_DE} (?:fur |in )?(?:print|gedruckte|(?:druck|print)(?:ausgabe|medien))`,
    String.raw`\b${ONLY_FR} (?:pour |dans )?(?:la |le )?(?:presse (?:ecrite|papier)|print|papier)\b`,
    String.raw`\b(?:presse ecrite|print|papier) ${ONLY_FR}`,
    String.raw`\b${ONLY_ES} (?:para |en )?(?:la )?(?:prensa escrita|medios impresos|edicion(?:es)? impresas?|papel)\b`,
    String.raw`^${ONLY_ES} impresos(?=$|[,:])`,
  ),
  // "Without internet, the village waits" is prose; as all that is said, or among other terms, it is none.
  words(
    'no-internet',
    {},
    String.raw`^(?:sin|sans|ohne) (?:uso en |uso de |derechos de |utilisation )?(?:internet(?:nutzung|rechte)?|web)(?=$|, (?:sin|sans|ohne|no|pas|keine?)\b)`,
    String.raw`(?<=^(?:[a-z]+ ){0,2}(?:archiv[a-z]*|re ?ventas?|ventas?|revente|vente|weiterverkauf|verkauf), )(?:sin|sans|ohne|ni) internet(?:nutzung)?(?=$|,)`,
  ),
  // Nothing but this is said: it may not be used at all, and nobody says until when.
  words(
    'not-before',
    { isWhole: true },
    String.raw`^${LABEL}(?:please )?(?:do not|don t|must not be|may not be|not to be|is not to be|not for) (?:use|used|publish|published|publication|print|printed|release|released|broadcast|distribution|distribute|distributed|transmit|transmitted|transmission)(?: (?:this|the) (?:story|picture|photo|image|item|material|text|article))?$`,
    String.raw`^${LABEL}(?:please )?(?:withhold|hold for release)(?: (?:from )?(?:publication|use|release)| (?:this|the) (?:story|picture|photo|image|item|text|article))?$`,
    String.raw`^(?:a )?ne pas (?:utiliser|publier|diffuser)$|^(?:publication|utilisation|diffusion) (?:strictement )?interdite$|^non destine[es]* a la publication$`,
    String.raw`^(?:bitte )?nicht (?:verwenden|veroffentlichen|nutzen|drucken|senden|publizieren|freigegeben|zur veroffentlichung(?: bestimmt| freigegeben)?|zur verwendung(?: bestimmt)?)$|^keine (?:verwendung|veroffentlichung)$|^(?:verwendung|veroffentlichung|nutzung) (?:untersagt|verboten|gesperrt)$`,
    String.raw`^no (?:usar|utilizar|publicar|difundir|apt[oa] para (?:la )?publicacion)$|^prohibid[oa] su (?:uso|publicacion|difusion)$|^(?:uso|publicacion|difusion) (?:prohibid[oa]|no autorizad[oa])$`,
  ),
  // Codes of the wires.
  words('no-archive', SURE, String.raw`\bnarch\b`),
  words('no-sales', SURE, String.raw`\bsalesout\b`),
  words('no-third-party', SURE, String.raw`\b3tp\b`),
];
