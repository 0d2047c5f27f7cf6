/**
 * Adjectives of nationality in English, French, German and Spanish, folded; several of one language with "/". "English" and
 * its like are left out: "English subscribers" are those of a service in English.
 */
const ADJECTIVES: readonly (readonly [country: string, en: string, fr: string, de: string, es: string])[] = [
  ['AR', 'argentine/argentinian', 'argentin', 'argentinisch', 'argentino'],
  ['AT', 'austrian', 'autrichien', 'osterreichisch', 'austriaco'],
  ['AU', 'australian', 'australien', 'australisch', 'australiano'],
  ['BE', 'belgian', 'belge', 'belgisch', 'belga'],
  ['BR', 'brazilian', 'bresilien', 'brasilianisch', 'brasileno'],
  ['CA', 'canadian', 'canadien', 'kanadisch', 'canadiense'],
  ['CH', 'swiss', 'suisse', 'schweizer/schweizerisch', 'suizo'],
  ['CL', 'chilean', 'chilien', 'chilenisch', 'chileno'],
  ['CN', 'chinese', 'chinois', 'chinesisch', 'chino'],
  ['CO', 'colombian', 'colombien', 'kolumbianisch', 'colombiano'],
  ['CZ', 'czech', 'tcheque', 'tschechisch', 'checo'],
  ['DE', 'german', 'allemand', 'deutsch', 'aleman'],
  ['DK', 'danish', 'danois', 'danisch', 'danes'],
  ['EE', 'estonian', 'estonien', 'estnisch', 'estonio'],
  ['EG', 'egyptian', 'egyptien', 'agyptisch', 'egipcio'],
  ['ES', 'spanish', 'espagnol', 'spanisch', 'espanol'],
  ['FI', 'finnish', 'finlandais', 'finnisch', 'finlandes'],
  ['FR', 'french', 'francais', 'franzosisch', 'frances'],
  ['GB', 'british/scottish/welsh', 'britannique', 'britisch', 'britanico'],
  ['GR', 'greek', 'grec/grecque', 'griechisch', 'griego'],
  ['HR', 'croatian', 'croate', 'kroatisch', 'croata'],
  ['HU', 'hungarian', 'hongrois', 'ungarisch', 'hungaro'],
  ['IE', 'irish', 'irlandais', 'irisch', 'irlandes'],
  ['IL', 'israeli', 'israelien', 'israelisch', 'israeli'],
  ['IN', 'indian', 'indien', 'indisch', 'indio'],
  ['IS', 'icelandic', 'islandais', 'islandisch', 'islandes'],
  ['IT', 'italian', 'italien', 'italienisch', 'italiano'],
  ['JP', 'japanese', 'japonais', 'japanisch', 'japones'],
  ['KR', 'korean', 'coreen', 'koreanisch/sudkoreanisch', 'coreano/surcoreano'],
  ['LT', 'lithuanian', 'lituanien', 'litauisch', 'lituano'],
  ['LU', 'luxembourgish', 'luxembourgeois', 'luxemburgisch', 'luxemburgues'],
  ['LV', 'latvian', 'letton', 'lettisch', 'leton'],
  ['MX', 'mexican', 'mexicain', 'mexikanisch', 'mexicano'],
  ['NL', 'dutch', 'neerlandais', 'niederlandisch/hollandisch', 'neerlandes/holandes'],
  ['NO', 'norwegian', 'norvegien', 'norwegisch', 'noruego'],
  ['NZ', 'new zealand', 'neo zelandais', 'neuseelandisch', 'neozelandes'],
  ['PE', 'peruvian', 'peruvien', 'peruanisch', 'peruano'],
  ['PL', 'polish', 'polonais', 'polnisch', 'polaco'],
  ['PT', 'portuguese', 'portugais', 'portugiesisch', 'portugues'],
  ['RO', 'romanian', 'roumain', 'rumanisch', 'rumano'],
  ['RU', 'russian', 'russe', 'russisch', 'ruso'],
  ['SE', 'swedish', 'suedois', 'schwedisch', 'sueco'],
  ['SI', 'slovenian', 'slovene', 'slowenisch', 'esloveno'],
  ['SK', 'slovak', 'slovaque', 'slowakisch', 'eslovaco'],
  ['TR', 'turkish', 'turc/turque', 'turkisch', 'turco'],
  ['TW', 'taiwanese', 'taiwanais', 'taiwanisch', 'taiwanes'],
  ['UA', 'ukrainian', 'ukrainien', 'ukrainisch', 'ucraniano'],
  ['US', 'american', 'americain', 'amerikanisch', 'estadounidense'],
  ['ZA', 'south african', 'sud africain', 'sudafrikanisch', 'sudafricano'],
];

/** Who publishes: beside one of these an adjective says for whom a thing is, elsewhere it is any word. Folded. */
const OUTLETS = new Set(
  [
    'media client clients customer customers subscriber subscribers newspaper newspapers magazine magazines press broadcaster broadcasters outlet outlets publisher publishers publication publications tv television radio website websites',
    'medias abonne abonnes client clients journaux presse editeurs diffuseurs',
    'medien kunde kunden abonnenten zeitungen zeitschriften presse sender verlage fernsehsender',
    'medios cliente clientes abonado abonados suscriptor suscriptores periodicos diarios prensa',
  ].flatMap((line) => line.split(' ')),
);

export const isOutlet = (word: string): boolean => OUTLETS.has(word);

function frenchForms(word: string): string[] {
  if (/(?:ais|ois)$/u.test(word)) return ['', 'e', 'es'];
  if (word.endsWith('e')) return ['', 's'];
  return /(?:ien|en|on)$/u.test(word) ? ['', 's', 'ne', 'nes'] : ['', 's', 'e', 'es'];
}

function spanishForms(word: string): string[] {
  if (word.endsWith('o')) return [];
  return /[aei]$/u.test(word) ? ['', 's', 'es'] : ['', 'a', 'es', 'as'];
}

const GERMAN_FORMS = ['', 'e', 'en', 'er', 'es', 'em'];

const forms = (words: string, endings: (word: string) => readonly string[]): string[] =>
  words.split('/').flatMap((word) => endings(word).map((ending) => word + ending));

/** "noruego", "noruega", "noruegos", "noruegas". */
const inO = (words: string): string[] =>
  words
    .split('/')
    .filter((word) => word.endsWith('o'))
    .flatMap((word) => ['o', 'a', 'os', 'as'].map((ending) => word.slice(0, -1) + ending));

const COUNTRIES = new Map(
  ADJECTIVES.flatMap(([country, en, fr, de, es]) =>
    [
      ...en.split('/'),
      ...forms(fr, frenchForms),
      ...forms(de, () => GERMAN_FORMS),
      ...forms(es, spanishForms),
      ...inO(es),
    ].map((word) => [word, country] as const),
  ),
);

/** The country of an adjective of nationality, ISO 3166-1 alpha-2; undefined for any other word. */
export const countryOfAdjective = (word: string): string | undefined => COUNTRIES.get(word);
