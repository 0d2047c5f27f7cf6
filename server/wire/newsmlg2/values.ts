import type { XmlElement } from '../xml';
import { attr, children, textOf } from '../xml-tree';

/**
 * Values of NewsML-G2 properties. A concept is named by `qcode` (alias and code, "medtop:20000523"), by `uri`, or by
 * `literal`; `name` children say it in words. Aliases are resolved by the catalog, which is remote: the aliases that
 * IPTC recommends are taken at their word.
 */

/** IPTC NewsCodes as URIs, and the aliases under which the fields of WireItem know them. */
const SCHEMES: readonly [string, string][] = [
  ['http://cv.iptc.org/newscodes/mediatopic/', 'medtop'],
  ['http://cv.iptc.org/newscodes/subjectcode/', 'subj'],
  ['http://cv.iptc.org/newscodes/pubstatusg2/', 'stat'],
  ['http://cv.iptc.org/newscodes/signal/', 'sig'],
];

/** "medtop:20000523" from a qcode, a NewsCode URI or any URI; undefined for a property without either. */
export function codeOf(element: XmlElement | undefined): string | undefined {
  const qcode = attr(element, 'qcode');
  if (qcode !== undefined) return qcode;
  const uri = attr(element, 'uri');
  if (uri === undefined) return undefined;
  const scheme = SCHEMES.find(([prefix]) => uri.startsWith(prefix));
  return scheme ? `${scheme[1]}:${uri.slice(scheme[0].length)}` : uri;
}

/** The code without its scheme: "usable" of "stat:usable" and of ".../pubstatusg2/usable". */
export function localCode(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (/^https?:/.test(code)) return code.slice(Math.max(code.lastIndexOf('/'), code.lastIndexOf('#')) + 1);
  return code.slice(code.indexOf(':') + 1);
}

/** The alias of a qcode, or the start of a URI. */
export function schemeOf(code: string): string | undefined {
  if (/^https?:/.test(code)) return code.slice(0, code.lastIndexOf('/') + 1);
  const colon = code.indexOf(':');
  return colon > 0 ? code.slice(0, colon) : undefined;
}

/** The local part of `role`, in lower case; "" where there is none. */
export function roleOf(element: XmlElement): string {
  return localCode(attr(element, 'role'))?.toLowerCase() ?? '';
}

/** The name of a property in words, else its literal, its code or its URI. */
export function nameOf(element: XmlElement | undefined): string | undefined {
  const stated = children(element, 'name').map(textOf).find(Boolean) ?? attr(element, 'literal');
  if (stated !== undefined) return stated;
  const qcode = attr(element, 'qcode');
  return qcode === undefined ? attr(element, 'uri') : localCode(qcode);
}
