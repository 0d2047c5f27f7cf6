/** Words that stand beside a date and are no part of a story, in lower case. */
export const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    'published publish posted post updated update last modified created first added on at the of date time live uhr um am pm stand ' +
    'veröffentlicht erstellt aktualisiert zuletzt vom geschrieben artikel publié publie mis à a jour le heures date modifié publicado ' +
    'actualizado actualización actualizada última hora el las de del pubblicato aggiornato alle ore il publisert oppdatert sist ' +
    'publicerad uppdaterad klockan kl den publikacja aktualizacja opublikowano dodano gepubliceerd bijgewerkt op om опубликовано ' +
    'обновлено publicação atualizado em às julkaistu päivitetty monday tuesday wednesday thursday friday saturday sunday mon tue wed thu ' +
    'fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi ' +
    'dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda ' +
    'terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag ' +
    'lørdag søndag måndag tisdag lördag söndag heute gestern today yesterday hier aujourd hui hoy ayer oggi ieri ago vor il y minutes ' +
    'minute minuten hours hour hrs stunden heures days day tagen jours días hace weeks week months month min mins read reading lesezeit ' +
    'lesedauer lecture lectura lettura di minuti minutos tiempo temps zeit story this h s clock noon midnight'
  ).split(' '),
);

/** Words by which a date says that the story changed then. */
export const UPDATED_WORDS =
  /\b(?:updat|modif|aktualis|mis à jour|actualiza|aggiornat|oppdatert|uppdaterad|aktualizacja|bijgewerkt|обновлено|atualizad|päivitetty|revised|stand)/i;

/** Zones that newspapers name without saying whether it is summer, and the places whose clocks they mean. */
export const ZONE_NAMES: ReadonlyMap<string, string> = new Map([
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
  ['MYT', 'Asia/Kuala_Lumpur'],
  ['SGT', 'Asia/Singapore'],
  ['PHT', 'Asia/Manila'],
  ['WIB', 'Asia/Jakarta'],
  ['SAST', 'Africa/Johannesburg'],
  ['IST', 'Asia/Kolkata'],
  ['PKT', 'Asia/Karachi'],
]);
