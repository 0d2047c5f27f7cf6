/** What stands before the name of a writer: the word, and whether it is a byline on its own or an everyday word too. */
export const BYLINE_START =
  /^(?:(?:de notre (?:correspondante?|envoyée? spéciale?|journaliste)|von unsere[mnr] (?:korrespondent(?:in|en)?|mitarbeiter(?:in)?|redakteur(?:in)?|reporter(?:in)?)|de nuestr[oa] (?:corresponsal|enviad[oa] especial|redactora?)|d(?:al|alla) nostr[oa] (?:corrispondente|inviat[oa])|d[oa] noss[oa] (?:correspondente|enviad[oa] especial)|(?:by|from) our (?:own )?correspondent)(?:\s(?:à|au|en|in|aus|em|a)\s(?:[^,:]{2,40}[,:]|\p{L}[\p{L}-]{1,30}))?,?|(?:story|text|texte|texto|testo|report|words|analysis|written|reported|posted|article|geschrieben|veröffentlicht|ein artikel|eine analyse|ein gastbeitrag|escrito|publié|publicado|publicato|scritto)\s+(?:by|von|par|por|da|di)|by|byline|von|durch|par|por|di|da|door|av|af|autor(?:en|in|ka)?|author|authors|auteur|autore|автор(?:ы)?|text|texte|texto|testo|tekst|текст|reporter)(?:\s*[:：]\s*|\s+)/iu;

/** Small words inside names. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de del della delle di da do dos das du des d van von der den ter ten het la le el al bin bint ibn ben abu zu zum zur y e of af av st dit genannt'.split(
    ' ',
  ),
);

/** Words of a job. A line under a byline that has one is the writer's title. */
export const TITLE_WORDS =
  /\b(?:writer|reporter|correspondent|correspondents|editor|columnist|chief|bureau|staff|journalist|photographer|contributor|producer|analyst|redakteur(?:in)?|redaktion|korrespondent(?:in)?|reporterin|chefredakteur(?:in)?|wirtschaftsredakteur(?:in)?|journaliste|correspondant(?:e)?|rédact(?:eur|rice)|redactor(?:a)?|periodista|corresponsal|inviato|giornalista|corrispondente|redacteur|journalista)\b/iu;

/** The notebook lines at the end of a story: "(Reporting by A; editing by B)". */
export const REPORTING_BY =
  /^\(?(?:(?:additional |further )?reporting by|reporting and writing by|writing by|written by|reportage de|reporte de|bericht von|reportaje de)[:\s]\s*/iu;
