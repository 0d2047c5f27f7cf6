/** Days in a unit, by its name in English, German, French and Spanish: small letters, no accents, singular. */
const UNITS: Readonly<Record<string, number>> = {
  hour: 1 / 24, stunde: 1 / 24, heure: 1 / 24, hora: 1 / 24,
  day: 1, tag: 1, jour: 1, dia: 1,
  week: 7, woche: 7, semaine: 7, semana: 7,
  month: 30, monat: 30, moi: 30, mes: 30,
  year: 365, jahr: 365, an: 365, ano: 365,
}; // prettier-ignore

/** Numbers that terms of use write as words. */
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, one: 1, two: 2, three: 3, five: 5, six: 6, seven: 7, ten: 10, twelve: 12, fourteen: 14, thirty: 30, sixty: 60, ninety: 90,
  einem: 1, einer: 1, zwei: 2, drei: 3, sieben: 7, zehn: 10, zwolf: 12, vierzehn: 14, dreissig: 30, sechzig: 60, neunzig: 90,
  un: 1, une: 1, deux: 2, trois: 3, sept: 7, huit: 8, dix: 10, quinze: 15, quatorze: 14, trente: 30, soixante: 60,
  uno: 1, una: 1, dos: 2, tres: 3, siete: 7, ocho: 8, diez: 10, quince: 15, catorce: 14, treinta: 30,
}; // prettier-ignore

/** "14", "day" is 14; "two", "week" is 14; hours are rounded up to whole days. Undefined for what is no number. */
export function daysOf(count: string, unit: string): number | undefined {
  const number = /^\d+$/u.test(count) ? Number(count) : NUMBERS[count];
  const days = UNITS[unit];
  return number === undefined || days === undefined || number === 0 ? undefined : Math.ceil(number * days);
}
