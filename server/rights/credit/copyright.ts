/** Longer notices are terms of a site; only their head is read. Characters. */
const LONGEST_NOTICE = 500;
const MARKS = /^(?:[\s©(),:–-]|\(?c\)|copyright\b|copr\.|by\b|of\b|the content of\b)+/iu;
const YEARS = /^(?:19|20)\d{2}(?: ?[-–/,] ?(?:(?:19|20)\d{2}|\d{2})(?!\d))?[\s,.:–-]*/u;
const YEAR_AT_END = /[\s,]+(?:19|20)\d{2}(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}))?$/u;
/** What ends the holder's name. */
const END =
  /[.;,]? ?(?:\ball rights\b|\balle rechte\b|\btous droits\b|\btodos los derechos\b|\btutti i diritti\b|\bclick for\b|\bcheck for\b|\bopen for\b|https?:|www\.|\(|\[)|(?<=\p{L}{3}|\d)[.;] (?=\p{L})|, (?=\p{Ll})| [-–—|] |[.;,]$/iu;
const NO_HOLDER =
  /^(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|public ?domain|none|n\/?a|unknown|(?:verwendung|nutzung) weltweit|weltweit|(?:usage|use) worldwide|worldwide(?: use)?|cc[ -]by.*)?$/iu;

/** Who owns it, from a copyright notice: "(c) Copyright 2031, The Velna Post (velna.example). All rights reserved" is "The Velna Post". */
export function holderIn(notice: string): string | undefined {
  let text = notice.slice(0, LONGEST_NOTICE).replace(/\s+/gu, ' ').trim();
  for (let round = 0; round < 3; round += 1) text = text.replace(MARKS, '').replace(YEARS, '');
  const end = END.exec(text);
  const name = text
    .slice(0, end ? end.index : text.length)
    .replace(YEAR_AT_END, '')
    .replace(/[\s,;:.–-]+$/u, '');
  return NO_HOLDER.test(name) || name.length > 120 ? undefined : name;
}
