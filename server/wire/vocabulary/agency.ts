/** What an agency mostly supplies. `archive` is a picture library, `release` distributes what others pay for. */
export type AgencyKind = 'news' | 'photo' | 'sport' | 'archive' | 'release';

/**
 * One agency, as data. The columns from `copyrightHolder` on are defaults that editors may change;
 * an absent one is not known, never "none".
 */
export interface Agency {
  /** The short name that newsrooms print: "AFP". Unique in the table. */
  name: string;
  fullName: string;
  kind: AgencyKind;
  /** ISO 3166-1 alpha-2, where it is at home. */
  countries: readonly string[];
  /** Other names and printed forms. Letter case, spaces, accents and punctuation do not count. */
  aliases?: readonly string[];
  /** Wrong forms that are seen in metadata. */
  misspellings?: readonly string[];
  /** Names of it that are family names, too: they count beside a person's name only. */
  surnames?: readonly string[];
  /** Its one-word names are words or initials of other things too ("PA", "Keystone"): they count alone, never in running text. */
  onlyAlone?: boolean;
  /** How each of its names is set in a credit line. Absent: as delivered. */
  credit?: string;
  /** Its name is set behind all others: "Velnaflix/PA". */
  standsLast?: boolean;
  /** Its credit line, with `{byline}`. */
  creditTemplate?: string;
  /** Brands that are credited by their own name and belong to it: "Invision" is AP's. */
  collections?: readonly string[];
  /** The parts before its name in a credit line name the collection: "Invision/AP". */
  namesCollections?: boolean;
  /** The parts before its name are set in title case. */
  titleCase?: boolean;
  /** The agency that supplies and answers for its pictures, by `name`. */
  suppliedBy?: string;
  /** Values of IPTC Source that mean this agency, whatever the credit line says. */
  sources?: readonly string[];
  /** What it marks "exclusive" is sold apart and not under its usual terms. */
  sellsExclusives?: boolean;
  copyrightHolder?: string;
  /** With `{year}`. */
  copyrightNotice?: string;
  usageTerms?: string;
  /** Sentences, as `wire/terms` reads them. */
  restrictions?: readonly string[];
  /** Days after transmission in which its photos may be used. */
  validityDays?: number;
}

/** The columns of a row as the tables write them: a list is one string, "AFP Photo | AFP Foto". */
type Columns = Partial<Omit<Agency, 'name' | 'kind' | 'countries' | List>> & Partial<Record<List, string>>;
type List = 'aliases' | 'misspellings' | 'surnames' | 'collections' | 'sources' | 'restrictions';

/** Writes rows of one kind. `countries` is separated by spaces; the full name is the name where no other is given. */
export function rowsOf(kind: AgencyKind): (name: string, countries: string, columns?: Columns) => Agency {
  return (
    name,
    countries,
    { aliases, misspellings, surnames, collections, sources, restrictions, ...columns } = {},
  ) => ({
    name,
    fullName: name,
    kind,
    countries: countries.split(' '),
    ...columns,
    ...list('aliases', aliases),
    ...list('misspellings', misspellings),
    ...list('surnames', surnames),
    ...list('collections', collections),
    ...list('sources', sources),
    ...list('restrictions', restrictions),
  });
}

function list(column: List, text: string | undefined): Partial<Record<List, string[]>> {
  return text === undefined ? {} : { [column]: text.split(' | ') };
}
