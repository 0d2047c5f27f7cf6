import type { WireSubject } from '../item';

/** How schemes of IPTC NewsCodes are named in URIs and by agencies, and the alias that a qcode has (https://cv.iptc.org/newscodes). */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/?$|^(?:iptc-?)?media-?topics?$|^medtop$/i, 'medtop'],
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/subjectcodes?\/?$|^(?:iptc-?)?subject-?codes?$|^subj$|^iptc$/i, 'subj'],
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/genre\/?$/i, 'genre'],
];

/** Every media topic but the seventeen on top, which it shares with the subject codes, begins so. */
const MEDIA_TOPIC = /^200\d{5}$/;

/**
 * A subject with its code as a qcode where the scheme is IPTC's ("medtop:20000479", "subj:11002000"), else as
 * delivered. A URI of the code counts as scheme and code; eight digits without a scheme are an IPTC code.
 */
export function subjectOf(code: string, scheme: string | undefined, name: string | undefined): WireSubject {
  const cut = /^https?:\/\/[^\s]+\//i.exec(code)?.[0];
  const bare = cut === undefined ? code : code.slice(cut.length);
  const owner = cut ?? scheme;
  const known = owner === undefined ? undefined : SCHEMES.find(([pattern]) => pattern.test(owner))?.[1];
  const alias = known ?? (/^\d{8}$/.test(bare) ? (MEDIA_TOPIC.test(bare) ? 'medtop' : 'subj') : undefined);
  const naming = name === undefined ? {} : { name };
  if (alias !== undefined) return { code: `${alias}:${bare}`, scheme: alias, ...naming };
  return { code, ...(scheme === undefined ? {} : { scheme }), ...naming };
}
