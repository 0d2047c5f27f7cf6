/** Hours in a unit, by its name in English, German, French and Spanish: small letters, no accents, singular. */
const UNITS = new Map(Object.entries({
  hour: 1, hr: 1, stunde: 1, std: 1, heure: 1, hora: 1,
  day: 24, tag: 24, jour: 24, dia: 24,
  week: 7 * 24, fortnight: 14 * 24, woche: 7 * 24, semaine: 7 * 24, semana: 7 * 24,
  month: 30 * 24, monat: 30 * 24, moi: 30 * 24, mes: 30 * 24,
  year: 365 * 24, jahr: 365 * 24, an: 365 * 24, annee: 365 * 24, ano: 365 * 24,
})); // prettier-ignore

/** Numbers that terms of use write as words. */
const NUMBERS = new Map(Object.entries({
  a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fourteen: 14, fifteen: 15, twenty: 20, thirty: 30, sixty: 60, ninety: 90,
  einem: 1, einer: 1, eine: 1, einen: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, zwolf: 12, vierzehn: 14, funfzehn: 15, zwanzig: 20, dreissig: 30, sechzig: 60, neunzig: 90,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12, quatorze: 14, quinze: 15, vingt: 20, trente: 30, soixante: 60,
  uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, doce: 12, catorce: 14, quince: 15, veinte: 20, treinta: 30,
})); // prettier-ignore

/**
 * "14", "day" is 14; "two", "week" is 14; "36", "hour" is 1.5: a whole day would allow more than the agency does.
 * Undefined for what is no number.
 */
export function daysOf(count: string, unit: string): number | undefined {
  const number = /^\d+$/u.test(count) ? Number(count) : NUMBERS.get(count);
  const hours = UNITS.get(unit);
  return number === undefined || hours === undefined || number === 0 ? undefined : (number * hours) / 24;
}

/** Whether a word is a number: "zwei". */
export const isCount = (word: string): boolean => NUMBERS.has(word);

/** The longest first, for a pattern. */
export const NUMBER_WORDS: readonly string[] = [...NUMBERS.keys()].sort((a, b) => b.length - a.length);
