/** The word for "by" before a byline, by language. "Von" is no part of a name at the start of a German byline. */
const BY: Record<string, RegExp> = {
  de: /^von[\s:]+/i,
  fr: /^par[\s:]+/i,
  es: /^por[\s:]+/i,
  pt: /^por[\s:]+/i,
  nl: /^door[\s:]+/i,
  sv: /^av[\s:]+/i,
  nb: /^av[\s:]+/i,
  no: /^av[\s:]+/i,
  da: /^af[\s:]+/i,
};

/** "By A. Name" → "A. Name"; with the language of the item (BCP 47), also "Von A. Name". */
export function withoutBy(byline: string, language?: string): string {
  const own = language === undefined ? undefined : BY[language.slice(0, 2).toLowerCase()];
  const name = byline.replace(/^by(?:[\s:]+|$)/i, '').trim();
  return own ? name.replace(own, '') : name;
}
