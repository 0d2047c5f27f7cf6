import { foldSpace } from './html';

/** Where the place of a dateline ends: an agency in brackets, a date, a dash or the equals sign of old wires. */
const PLACE_END = / ?(?:\(|,? (?:\p{L}{3,12}\.? )?\d{1,2}\b|\s[-–—=]|[-–—=]\s*$|,?\s\p{Lu}\p{Ll}{2,9}\.?\s\d{1,2}\b)/u;

/**
 * The place of a dateline that an agency sent as free text: "PARIS, Dec 20, 2017 (AFP) -" → "PARIS",
 * "SYDNEY March 22 AAP -" → "SYDNEY". Undefined where no place is left: "4/4/2018".
 */
export function placeOf(dateline: string | undefined): string | undefined {
  if (dateline === undefined) return undefined;
  const text = foldSpace(dateline.slice(0, 300));
  const end = PLACE_END.exec(text)?.index ?? text.length;
  const place = text.slice(0, end).replace(/[\s,;:.–—=-]+$/u, (tail) => (tail.startsWith('.') ? '.' : ''));
  return /\p{L}{2}/u.test(place) && !/^\d/.test(place) ? place : undefined;
}
