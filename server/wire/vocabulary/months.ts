/** Names of months in lower case, with and without their short forms, in the languages of the wires. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'jän', 'janvier', 'janv', 'enero', 'ene', 'janeiro', 'gennaio', 'gen', 'januari', 'января', 'январь', 'янв', 'stycznia', 'sty', 'tammikuuta', 'ocak'],
  ['february', 'feb', 'februar', 'feber', 'février', 'fevrier', 'févr', 'fév', 'febrero', 'fevereiro', 'fev', 'febbraio', 'februari', 'февраля', 'февраль', 'фев', 'lutego', 'lut', 'helmikuuta', 'şubat'],
  ['march', 'mar', 'märz', 'maerz', 'mrz', 'mars', 'marzo', 'março', 'maart', 'марта', 'март', 'мар', 'marca', 'maaliskuuta', 'mart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'апреля', 'апрель', 'апр', 'kwietnia', 'kwi', 'huhtikuuta', 'nisan'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mag', 'mei', 'maj', 'мая', 'май', 'maja', 'toukokuuta', 'mayıs'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno', 'giu', 'июня', 'июнь', 'июн', 'czerwca', 'cze', 'kesäkuuta', 'haziran'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'julho', 'luglio', 'lug', 'июля', 'июль', 'июл', 'lipca', 'lip', 'heinäkuuta', 'temmuz'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusti', 'августа', 'август', 'авг', 'sierpnia', 'sie', 'elokuuta', 'ağustos'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setembro', 'set', 'settembre', 'сентября', 'сентябрь', 'сен', 'września', 'wrz', 'syyskuuta', 'eylül'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'out', 'ottobre', 'ott', 'октября', 'октябрь', 'окт', 'października', 'paź', 'lokakuuta', 'ekim'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября', 'ноябрь', 'ноя', 'listopada', 'lis', 'marraskuuta', 'kasım'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dezembro', 'dicembre', 'desember', 'des', 'декабря', 'декабрь', 'дек', 'grudnia', 'gru', 'joulukuuta', 'aralık'],
]; // prettier-ignore

const MONTHS = new Map(NAMES.flatMap((names, n) => names.map((name) => [name, n + 1] as const)));

/** The number of a month by its name in any of the languages; a full stop after a short form does not count. */
export function monthOf(name: string): number | undefined {
  return MONTHS.get(name.toLowerCase().replace(/\.$/, ''));
}

/** All names, the longest first, for a pattern. */
export const MONTH_NAMES: readonly string[] = [...MONTHS.keys()].sort((a, b) => b.length - a.length);
