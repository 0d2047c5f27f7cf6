/** UTF-16 units. A browser lays out a longer text, most of all one of a single line, too slowly to work with. */
const TOO_LONG = 200_000;
const SHOWN = 20_000;

/** Whether a text is shown in part only, and so can be neither marked nor corrected here. It is imported whole. */
export const isTooLong = (text: string): boolean => text.length > TOO_LONG;

/** A text, or the part of it that is shown. */
export const beginningOf = (text: string): string => (isTooLong(text) ? `${text.slice(0, SHOWN)} …` : text);
