/** What a sentence of an agency may forbid or demand. */
export const RESTRICTION_KINDS = [
  'mandatory-credit',
  'editorial-only',
  'no-archive',
  'no-sales',
  'no-resale',
  'no-third-party',
  'no-internet',
  'territory-excluded',
  'territory-only',
  'use-within-days',
  'not-before',
  'use-until',
  'one-time-use',
  'clients-only',
] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/**
 * A form of words. The pattern meets one clause: small letters, no accents, single spaces, at most 600 characters.
 * Its groups are: `where` a list of countries, `count` and `unit` a time, `when` a text with a date.
 */
export interface RestrictionRule {
  kind: RestrictionKind;
  pattern: RegExp;
  /** The clause restricts only where the group holds a country (`where`) or a date (`when`). */
  needs?: 'where' | 'when';
  /** The country may be the last words of `where`: "no sales japan out". */
  atEnd?: boolean;
}

const rule = (kind: RestrictionKind, pattern: RegExp, needs?: RestrictionRule['needs']): RestrictionRule => ({
  kind,
  pattern,
  ...(needs ? { needs } : {}),
});

/** "no", and up to three things before: "no sales, resales or archives". */
const NO_EN = String.raw`\bno (?:[a-z-]+(?:,| or| and|,? nor)? ){0,3}`;
const any = (...forms: string[]): RegExp => new RegExp(forms.join('|'), 'gu');

/** English, German, French and Spanish, by kind. Words and forms are those of agency style, not of one agency. */
export const RESTRICTION_RULES: readonly RestrictionRule[] = [
  rule('mandatory-credit', any(
    String.raw`\bmandatory (?:photo )?credit`, String.raw`\bcredit(?: line)?(?: is| are)? (?:mandatory|obligatory|required|compulsory)`,
    String.raw`\b(?:must|to be) (?:be )?credit(?:ed)?\b`, String.raw`\bmust (?:give |carry |include |show )(?:the |a )?(?:photo )?credit`, String.raw`\bcredit(?: line)? must\b`,
    String.raw`\bobligatory credit`, String.raw`\bnur (?:mit|bei|unter) (?:[a-z]+ ){0,3}(?:nennung|namensnennung|quellenangabe|urhebernennung|bildnachweis)`,
    String.raw`\b(?:nennung|namensnennung|quellenangabe|urhebernennung|urhebervermerk|credit|bildnachweis)[a-z ]{0,30}(?:pflicht|obligatorisch|zwingend|erforderlich)`,
    String.raw`\bpflicht(?:nennung|angabe|credit)`, String.raw`\b(?:credit|mention|signature)s?(?: photo)? obligatoires?`, String.raw`\bcredito obligatorio`, String.raw`\bmencion obligatoria`,
    String.raw`\bcitar (?:obligatoriamente|la fuente)`, String.raw`\bobligatorio citar`,
  )),
  rule('editorial-only', any(
    String.raw`\beditorial (?:use )?only`, String.raw`\beditorial use (?:purposes )?only`, String.raw`\bonly (?:for |to be used for )?editorial`, String.raw`\b(?:restricted|limited) to editorial`, String.raw`\beuo\b`,
    String.raw`\bfor editorial (?:use|purposes)\b`, String.raw`\bonly to (?:illustrate|report)`, String.raw`\bno (?:commercial|advertising|promotional) (?:use|usage|or)\b(?! or editorial| editorial)`,
    String.raw`\bnot for (?:commercial|advertising|promotional)\b`, String.raw`\bnon[- ]commercial use only`,
    String.raw`\bnur (?:[a-z]+ ){0,2}redaktionell`, String.raw`\bredaktionelle[nr]? (?:nutzung|verwendung|zwecke)`, String.raw`\bausschlie(?:ss|s)lich (?:[a-z]+ ){0,2}redaktionell`,
    String.raw`\bkeine (?:werbliche|kommerzielle)`, String.raw`\b(?:usage|utilisation|usages) (?:strictement |exclusivement |uniquement )?(?:redactionnel|editorial)`,
    String.raw`\b(?:reserve|limite)e?s? a (?:un|l)? ?(?:usage|utilisation) (?:redactionnel|editorial)`, String.raw`\bpas d utilisation (?:commerciale|publicitaire)`,
    String.raw`\b(?:solo|unicamente|exclusivamente) (?:para )?uso editorial`, String.raw`\buso (?:exclusivamente |exclusivo |solo |unicamente )?editorial`,
  )),
  rule('no-archive', any(
    String.raw`${NO_EN}archiv`, String.raw`\bnot (?:for|to be) archiv`, String.raw`\bnarch\b`, String.raw`\barchiv(?:e|es|ing|al)(?: use)?(?: is| are)? (?:prohibited|forbidden|not (?:permitted|allowed))`, String.raw`\barchives? out\b`,
    String.raw`\b(?:do|may|must) not (?:be )?archived?`, String.raw`\bkeine? (?:archiv)`, String.raw`\barchivierung (?:ist )?(?:nicht|verboten|untersagt)`, String.raw`\bnicht (?:zur archiv|archivier)`,
    String.raw`\bpas d archiv`, String.raw`\barchivage interdit`, String.raw`\barchives? interdites?`, String.raw`\bsans archivage`,
    String.raw`\bno (?:[a-z]+(?:,| ni| y)? ){0,2}archiv`, String.raw`\bprohibido (?:su )?archiv`,
  )),
  rule('no-sales', any(
    String.raw`\bno (?:commercial or editorial |commercial |editorial |other |magazine |foreign )?sales?\b(?: in (?<where>.+))?`, String.raw`\bnot for sale\b(?! (?:for|as) )`, String.raw`\bsales ?out\b`,
    String.raw`\bno [a-z]+(?:,| or| and| nor) sales?\b`, String.raw`\b(?:kein verkauf|nicht zum verkauf|verkauf (?:ist )?(?:verboten|untersagt|nicht gestattet))`,
    String.raw`\b(?:pas de ventes?|ventes? interdites?|ne pas vendre)\b`, String.raw`\b(?:no ventas?|prohibida (?:su|la) venta|no se permite su venta)\b`,
  )),
  rule('no-resale', any(
    String.raw`${NO_EN}re-?sales?\b`, String.raw`\bnot for re-?sale\b`, String.raw`\bre-?sales?(?: is| are)? (?:prohibited|forbidden|not (?:permitted|allowed)|out)\b`, String.raw`\bno re-?selling\b`, String.raw`\bmay not be resold\b`,
    String.raw`\b(?:kein|nicht zum) (?:weiter|wieder)verkauf`, String.raw`\bweiterverkauf (?:ist )?(?:verboten|untersagt|nicht gestattet)`,
    String.raw`\b(?:pas de reventes?|reventes? interdites?)\b`, String.raw`\b(?:no reventa|prohibida (?:su|la) reventa)\b`,
  )),
  rule('no-third-party', any(
    String.raw`\bno (?:[a-z]+ ){0,4}third[- ]part(?:y|ies)\b`, String.raw`\bnot (?:for|to) (?:[a-z]+ ){0,5}third[- ]part(?:y|ies)\b`, String.raw`\b3tp\b`, String.raw`\bno 3rd[- ]party\b`,
    String.raw`\bthird[- ]part(?:y|ies) (?:[a-z]+ ){0,2}(?:out|prohibited|forbidden|not (?:permitted|allowed))\b`,
    String.raw`\b(?:keine|nicht) (?:[a-z]+ ){0,3}(?:an|durch) dritte\b`, String.raw`\bweitergabe an dritte (?:ist )?(?:verboten|untersagt|nicht gestattet)`,
    String.raw`\b(?:pas de|interdite?s?|aucune) (?:[a-z]+ ){0,3}(?:a|aux|par des?|par les) tiers\b`, String.raw`\b(?:no|prohibid[ao]) (?:[a-z]+ ){0,4}(?:a|por) terceros\b`,
  )),
  rule('no-internet', any(
    String.raw`\bno (?:[a-z]+(?:,| or| and|/) ){0,2}(?:internet|online|web|website)\b`, String.raw`\b(?:internet|online|web|websites?|digital) out\b`, String.raw`\bnot for (?:[a-z]+ ){0,2}(?:internet|online|web)\b`,
    String.raw`\b(?:internet|online|web) use(?: is)? (?:prohibited|forbidden|not (?:permitted|allowed))`, String.raw`\b(?:print|newspapers?) (?:use |rights )?only\b`,
    String.raw`\b(?:kein internet|keine (?:internet|online|digital)|nicht (?:fur|im|zur) (?:internet|online)|internet gesperrt|online gesperrt|nur (?:fur )?print)`,
    String.raw`\b(?:pas d internet|internet interdit|interdit (?:sur )?internet|web interdit|pas de web|sauf internet)\b`,
    String.raw`\b(?:prohibido (?:su uso )?(?:en )?internet|excepto internet)\b`,
  )),
  rule('one-time-use', any(
    String.raw`\bone[- ](?:time|off) (?:[a-z]+ )?(?:use|usage|only|rights)\b`, String.raw`\bsingle[- ](?:use|usage)\b`, String.raw`\b(?:one|1) use only\b`, String.raw`\bone[- ]time[- ]only\b`, String.raw`\b(?:may|can|must|to) (?:only )?be used (?:only )?once\b`, String.raw`\buse once(?: only)?$`,
    String.raw`\beinmalige[nrs]? `, String.raw`\bnur einmal\b`, String.raw`\b(?:utilisation|usage) unique\b`, String.raw`\bune seule (?:utilisation|fois)\b`,
    String.raw`\buso unico\b`, String.raw`\bun solo uso\b`, String.raw`\buna sola vez\b`, String.raw`\bunico uso\b`,
  )),
  rule('clients-only', any(
    String.raw`\b(?:clients?|subscribers?|customers?|members?) (?:use )?only\b`, String.raw`\bonly (?:for|to|by) (?:[a-z]+ ){0,3}(?:clients|subscribers|customers|members)\b`,
    String.raw`\bnur (?:fur|durch) (?:[a-z]+ ){0,2}(?:kunden|abonnenten|bezieher|mitglieder)\b`,
    String.raw`\breserve(?:e|s|es)? aux? (?:abonne|client)`, String.raw`\bsolo (?:para )?(?:abonados|clientes|suscriptores)\b`,
  )),
  rule('use-within-days', /\b(?:within|during|up to|maximum(?: of)?|(?:used|valid|licen[sc]ed|available|use only|limited to)(?: only)?(?: for)?)(?: the| next| first| a| period| maximum| of){0,4} (?<count>\d{1,3}|[a-z]+)[ -](?<unit>hour|day|week|month|year)s?\b/gu),
  rule('use-within-days', /\b(?<count>\d{1,3})[ -](?<unit>hour|day|week|month|year)s? (?:use|usage|licen[sc]e|rights|only)\b/gu),
  rule('use-within-days', /\b(?:innerhalb|binnen|bis zu|nur|maximal|hochstens|fur)(?: von| der| den| nachsten| ersten){0,3} (?<count>\d{1,3}|[a-z]+) (?<unit>stunde|tag|woche|monat|jahr)[ne]{0,2}\b/gu),
  rule('use-within-days', /\b(?:dans|pendant|sous|durant|maximum)(?: un| delai| de| les| l){0,4} (?<count>\d{1,3}|[a-z]+) (?:prochaine?s |premiere?s )?(?<unit>heure|jour|semaine|moi|an)s?\b/gu),
  rule('use-within-days', /\b(?:dentro|durante|plazo|antes|maximo)(?: de| un| plazo| los| las| proximos| primeros){0,5} (?<count>\d{1,3}|[a-z]+) (?<unit>hora|dia|semana|mes|ano)(?:e?s)?\b/gu),
  rule('not-before', /\b(?:not (?:for [a-z]+ |to be [a-z]+ )?(?:before|until)|(?:do|may|must) not (?:be )?[a-z]+ (?:before|until)|embargo(?:ed)?(?: until| till|:)?|hold (?:for release )?until|nicht (?:[a-z]+ )?vor(?: dem)?|sperrfrist:?|frei ab|pas avant(?: le)?|sous embargo(?: jusqu au)?|no (?:usar|publicar|difundir) (?:antes|hasta)(?: del?)?|embargado hasta)\b(?<when>.*)/gu, 'when'),
  rule('use-until', /\b(?:(?:use|used|valid|usable|licen[sc]ed) (?:only )?until|not (?:for use |to be used )?after|no use after|expires?(?: on)?:?|(?:nur|gultig|verwendung) bis(?: zum)?|nicht nach dem|jusqu au|hasta el)\b(?<when>.*)/gu, 'when'),
  { ...rule('territory-excluded', /^(?<where>.{2,160}?)(?: rights| use| usage)? out\b(?! of)/gu, 'where'), atEnd: true },
  rule('territory-excluded', /\b(?<where>[a-z]{3})out\b/gu, 'where'),
  rule('territory-excluded', /\b(?:no|not|never)\b(?! [a-z ]{0,40}\b(?:re-?)?sales?\b).{0,40}?\b(?:use|used|usage|publish|published|publication|distribution|distributed|available|release|broadcast|transmission|rights|licen[sc]e)\b(?:.{0,60}?\b(?:in|within|inside|to)\b)? (?<where>.+)/gu, 'where'),
  rule('territory-excluded', /\b(?:no|not|never)\b.{0,100}\b(?:located|based|published|available) in (?<where>.+)/gu, 'where'),
  rule('territory-excluded', /\b(?:prohibited|forbidden|not (?:permitted|allowed)) (?:in|within) (?<where>.+)/gu, 'where'),
  rule('territory-excluded', /\bno (?<where>.{2,40}?)(?: use| usage| rights| sales)?(?: for .{1,40})?$/gu, 'where'),
  rule('territory-excluded', /\b(?:except(?:ing)?|excluding|worldwide except|not) (?:for |in |from )?(?<where>.+)/gu, 'where'),
  rule('territory-excluded', /^(?<where>.{2,120}?) (?:gesperrt|ausgenommen|ausgeschlossen|interdite?|exclue?|excluid[oa]|prohibid[oa])\b/gu, 'where'),
  rule('territory-excluded', /\b(?:nicht (?:in|fur|nach)|ausser(?: in)?|ausgenommen|gesperrt (?:in|fur)|keine (?:nutzung|verwendung|verbreitung) in|interdite?s? (?:en|au|aux|a)|sauf(?: en| au| aux)?|excepte|pas (?:en|au|aux)|no (?:usar|publicar|difundir|disponible) en|prohibid[oa] (?:su uso |la difusion )?en|excepto(?: en)?|salvo(?: en)?) (?<where>.+)/gu, 'where'),
  rule('territory-only', /\b(?:no|not|never|prohibited|forbidden|nicht|keine|interdite?|pas|prohibid[oa])\b.{0,80}?\b(?:outside(?: of)?|ausserhalb(?: von)?|hors(?: de| du)?|fuera de) (?<where>.+)/gu, 'where'),
  rule('territory-only', /\b(?:use|usage|publication|distribution|sale|available|broadcast|restricted|rights|licensed)(?: only)? (?:in|to|for|within) (?<where>.{2,120}?)(?: use)? only\b/gu, 'where'),
  rule('territory-only', /\bin (?<where>[a-z ,&]{2,60}?) only\b/gu, 'where'),
  rule('territory-only', /^(?:for )?(?<where>.{2,120}?)(?: use| usage| rights| clients| media)? only\b/gu, 'where'),
  rule('territory-only', /\b(?:only (?:for |to be )?(?:use(?:d)? |available |publication |distribution )?(?:in|to|for|within)|restricted to|limited to|nur (?:in|fur|zur (?:verwendung|nutzung) in)|uniquement (?:en|au|aux|pour)|seulement (?:en|au|aux|pour)|reservee? (?:a|au|aux)|(?:solo|unicamente|exclusivamente) (?:en|para)) (?<where>.+)/gu, 'where'),
  rule('territory-only', /^(?:nur|uniquement|seulement|solo) (?<where>.+)/gu, 'where'),
]; // prettier-ignore

/** What is no restriction, though a rule would read it so. */
export const NOT_A_RESTRICTION =
  /\bno (?:further )?restrictions?\b|\bembargo (?:is |has been |was )?(?:lifted|over|expired)\b|\bno embargo\b|\bsupplied by a third party$/u;
