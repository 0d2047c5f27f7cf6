import type { Asks, RestrictionKind, RestrictionRule } from './rule';

/** What may stand between "no" and the thing that it forbids, but for the classes in `but`. */
const between = (most: number, but = ''): string =>
  `(?:[${[...'uli&tASRTWCE'].filter((letter) => !but.includes(letter)).join('')}],?){0,${most}}`;

/** All ways to forbid a thing. */
const forbidding = (thing: string, but?: string): string[] => [
  `[nN]${between(7, but)}${thing}`, // "no THING", "not for … THING"
  `w[lu]{0,3}${thing}`, // "sans THING", "sin derecho de THING"
  `(?<![nNf][uli&t]{0,6})x${between(4, but)}${thing}`, // "all uses except THING"
  `f${between(5, but)}${thing}`, // "interdit à la THING"
  `${thing},?${between(5, but)}[fO]`, // "THING … not permitted", "THING out"
];

/** "(?<where>…)": a list of countries, to its end. */
const PLACES = '(?<where>P(?:[,&li]{0,3}P)*)(?![,&li]{0,3}P)';
/** A list of countries that does not say where. */
/** "Norwegian and UK newspapers", by whom it is published. */
const THEIRS = '(?<where>[JP](?:[,&li]{0,3}[JP])*)[ut]{1,2}';
/** "abonnés belges et français", the other way round. */
const WHOSE = '[ut]l*(?<where>J(?:[,&li]{0,3}J)*)';
/** Nothing but terms follows, to the next sign. */
const TERMS_FOLLOW = '(?![^,:]*\\.)';
const SOME_PLACES = 'P(?:[,&l]{0,3}P)*';
/** "forbidden", at the beginning or of a use: "Smoking is forbidden in Japan" is none of ours. */
const USE_FORBIDDEN = '(?:^|[,:]|[uc]l*)f';

const classes = (kind: RestrictionKind, asks: Asks, ...forms: string[]): RestrictionRule[] =>
  forms.map((form) => ({
    kind,
    meets: 'classes',
    pattern: new RegExp(form.replace('PLACES', PLACES), 'dgu'),
    ...asks,
  }));
const EXCLUDED: Asks = { needs: 'where' };
const ONLY: Asks = { needs: 'where', canBeNegated: true };

/**
 * What is forbidden, where, before and after when: one form for all languages. The letters are those of `CLASS` in
 * `lexicon.ts`; "." is any other word.
 */
export const CLASS_RULES: readonly RestrictionRule[] = [
  ...classes('mandatory-credit', { isSure: true }, '[nN][uli&]{0,7}w[.lig]{0,2}K'), // "not to be used without full credit"
  ...classes('editorial-only', {}, ...forbidding('C(?!u?&l*E)', 'E')),
  ...classes('no-archive', {}, ...forbidding('A')),
  // "No UK internet": the judge knows no internet of one country, so the stricter reading stands.
  ...classes('no-internet', {}, `nl*${SOME_PLACES}l*W(?!(?:[&,]W)*y)`),
  ...classes('no-archive', {}, `nl*${SOME_PLACES}l*A`), // "no UK archive"
  ...classes('no-sales', {}, ...forbidding('(?<!T)S(?![il]*C)', 'T').map((form) => `(?:${form})(?:il*PLACES)?`)),
  ...classes('no-sales', EXCLUDED,
    'S[il]+PLACESl*[fO]', // "sales in Japan are prohibited"
    'nl*PLACESS', // "no UK sales"
  ),
  ...classes('no-resale', {}, ...forbidding('R')),
  ...classes('no-third-party', {}, ...forbidding('T')),
  // "No internet in the village", "without internet" is prose; "not for print, internet only" allows it.
  ...classes('no-internet', {}, ...forbidding('W(?!(?:[&,]W)*y)(?!(?<=nW)i)').filter((form) => !form.startsWith('w'))),
  ...classes('territory-excluded', EXCLUDED,
    'PLACES(?:&\\.{1,3})?[ut]{0,2}O', // "Germany and Austria out"
    'PLACES[,:]O(?!:)', // "GERMANY,AUSTRIA,OUT", "Norway: out"
    '(?<![nNfxr][uli&t]{0,7})ol*PLACES[ut]{0,2}y', // "outside Germany only"
    '(?<![nNfxr][uli&t]{0,7})[yY][uli]{0,5}ol*PLACES(?![.fO])', // "only outside Germany"
    '(?:^|,)wl*PLACES(?=(?:,wl*P[P,&]*)*$)', // "ohne Österreich, ohne Schweiz"
    '(?<![P.])O[i:]{0,2}PLACES', // "Out: UK, Ireland"
    '[nN][uli&mP:]{0,8}i[l:]*PLACES(?!\\.)', // "not for use in Norway"
    `[nN]${between(7)}uil*PLACES(?!\\.)`, // "no sale or use in Norway"
    '[nN][uli&]{0,6}u[li&]{0,3}\\.[uli&]{0,4}il*PLACES(?!\\.)', // the same with one word that nobody expects
    'nl*PLACES(?![StAWRTCEK.])', // "no Japan"
    `(?:^|,)nl*${THEIRS}(?=$|,)`, // "no Norwegian newspapers"
    '[nN][li]*u:l*PLACES(?!\\.)', // "not for use: Norway"
    'nuPLACES', // "no access Japan"
    `${USE_FORBIDDEN}[ulic&:]{0,5}PLACES(?!\\.)`, // "prohibited in Japan"
    '(?:^|[,:u])[yY]?il*PLACES,?:?l*(?:f|[nN]l*u)', // "in Japan gesperrt", "in Japan keine Nutzung"
    `(?<![nNf][uli&p]{0,6})Zi?l*PLACES${TERMS_FOLLOW}(?!,)`, // "everywhere but Norway"
    '^(?:c:)?[,l]*z[,l]*wl*PLACES(?=(?:,wl*P[P,&]*)*$)', // "weltweit ohne Norwegen"
    'Fl*:[il]*PLACES(?![.y])', // "territorial restrictions: Japan"
    `(?:^|[,:])Bl*i?l*PLACES${TERMS_FOLLOW}(?!,)`, // "bloqueado en España"
    '[nN][uli&]{0,5}ul*pl*il*PLACES(?!\\.)', // "no use permitted in Norway"
    `[nN]l*[iu][uli&:]{0,6}${THEIRS}${TERMS_FOLLOW}`, // "not for use by UK newspapers"
    `[nN]l*[iu]?[li&:]{0,6}${WHOSE}${TERMS_FOLLOW}`, // "pas pour les médias norvégiens"
    `(?<![iox]l*)${THEIRS}l*[fO]${TERMS_FOLLOW}`, // "Norwegian clients excluded"
    `(?<![iox]l*)${WHOSE}l*f${TERMS_FOLLOW}`, // "clients belges exclus"
    `(?<![nNf][uli&p]{0,6})x[il:]*[ut]{1,2}l*il*PLACES${TERMS_FOLLOW}`, // "except subscribers in Norway"
    `(?<![nNf][uli&p]{0,6})x[il:]*${THEIRS}${TERMS_FOLLOW}`, // "except Norwegian subscribers"
    `(?<![nNf][uli&p]{0,6})x[il:]*${WHOSE}${TERMS_FOLLOW}`, // "sauf abonnés belges"
    '(?<!P[,&]{1,2}l*)(?<![iox]l*)PLACES:?l*f(?![.P]|il*\\.)', // "France et Belgique exclues"
    '(?<!P[,&]{1,2}l*)(?<![iox]l*)PLACESl*[ut]{1,3}l*f(?![.P]|il*\\.)', // "UK use is not permitted"
    '(?:^|[,:])PLACES:l*nl*u(?!\\.)', // "UK: no use"
    '(?<![nNf][uli&p]{0,6})x[il:]*PLACES(?!\\.)', // "worldwide except Japan"
  ),
  ...classes('territory-only', ONLY,
    `(?:[nN]|${USE_FORBIDDEN})[uli&p]{0,7}[ox][il]*(?:[ut]l*il*)?PLACES`, // "not for use outside Japan", "no use except in Japan"
    'ol*PLACES[,l]*[fnN]', // "outside Japan prohibited"
    '(?<!f[il]*|ol*)(?<!P[,&]{1,2}l*)PLACES[ut]{0,2}y(?!\\.|l*[fO])', // "Norway only"
    '[yY][uli]{0,5}i[l:]*PLACES(?![.fO]|l+f)', // "only in Norway", "only for use in: Norway"
    '^[yY]l*PLACES(?![.fO])', // "solo España"
    `(?<!f[il]*|ol*)${THEIRS}y${TERMS_FOLLOW}`, // "Norwegian subscribers only"
    `(?<!f[il]*|ol*)${WHOSE}l*y${TERMS_FOLLOW}`, // "abonnés belges uniquement"
    `[yYr][uli]{0,5}${THEIRS}${TERMS_FOLLOW}(?!y|l*[fO])`, // "nur für norwegische Medien"
    `[yYr][li]{0,5}${WHOSE}${TERMS_FOLLOW}(?!y|l*[fO])`, // "réservé aux abonnés français"
    'r[uil]*PLACES(?![.f])', // "limited to Norway", "restricted to subscription use in Norway"
  ),
  ...classes('not-before', { needs: 'when' }, `(?:[nN]|${USE_FORBIDDEN})[uli&P]{0,9}b`), // "not for use in Japan before …"
  ...classes('use-until', { needs: 'date', isLoose: true, allows: true },
    '(?<![nNfw][ulimpP&y,g]{0,9})u[lypm]{0,4}il*P(?:[,&li]{0,3}P)*[,ly]*b(?!.*\\.)', // "use only in Norway and Sweden until …"
  ),
  ...classes('use-until', { needs: 'date' }, '[nN][uli&P]{0,9}q'), // "do not use after …"
]; // prettier-ignore
