import type { PubStatus, Signal } from '../item';

/** Words in a slugline, a flag or a note to editors, and the signal that they give. */
export const SIGNAL_RULES: readonly (readonly [RegExp, Signal])[] = [
  [/\bkill(?:s|ed)?\b|\bretract(?:s|ed|ion)\b|\bstory removed\b|\bwithdraw(?:n|al|s)?\b|\brückruf\b|\bannulation\b|\banula(?:ción|do)\b|\bzurückgezogen\b/i, 'kill'],
  [/\bcorrect(?:s|ed|ion|ions|ive)\b|\bberichtig(?:t|ung)\b|\bkorrigiert\b|\bkorrektur\b|\bcorrige\b|\brectificatif\b|\bcorrección\b|\brectificación\b|\bcorrezione\b|\bclarif(?:ies|ication)\b|\brefile\b/i, 'correction'],
  [/\b(?:\d(?:st|nd|rd|th)|first|second|third)\s(?:ld|lead|add|update)\b|^\W{0,2}lead\W{0,2}$|\bwritethru\b|\bwrapup\b|\bupdate[sd]?\b|\b(?:adds|recasts)\b|\baktualisiert\b|\bergänzt\b|\bactualise\b/i, 'update'],
  [/\badvisory\b|\bachtung redaktionen\b|\bavis aux rédactions\b/i, 'advisory'],
  [/\b(?:flash|bulletin|urgent|alert|alerte|eilmeldung|eil)\b/i, 'alert'],
]; // prettier-ignore

export const STATUS_RULES: readonly (readonly [RegExp, PubStatus])[] = [
  [
    /\bhold hold\b|\bplease hold\b|^[([*]{0,3}hold[)\]*!]{0,3}$|\bstory on hold\b|\bdo not use until cleared\b/i,
    'withheld',
  ],
  [
    /,\s?kill\b|\bkill kill\b|^[([*]{0,3}(?:mandatory |bulletin )?kill(?:[)\]*!]{0,3}$|[)\]]|\s?[-–:]| advisory\b| notice\b)|\bstory (?:withdrawn|removed|retracted|killed)\b|^[([*]{0,3}withdrawal[)\]*!]{0,3}$|^editors?: kill\b|^\W{0,3}(?:rückruf|annulation)\b|\bplease (?:kill|withdraw|retract)\b|\bhas been (?:withdrawn|killed|retracted)\b|\b(?:wird|wurde) zurückgezogen\b/i,
    'canceled',
  ],
];

/** A tag of Reuters before a headline, with its dash. */
export const SIGNAL_PREFIX =
  /^(?:(?:CORRECTED|Corrected|CORRECTION|Correction|Berichtigung|Korrektur|REFILE|REPEAT|RPT|STORY WITHDRAWN|WITHDRAWN|UPDATE \d{1,2}|WRAPUP \d{1,2}|URGENT|ALERT|ADVISORY|KILL)\s?[-–:]\s?){1,3}(?=\S)|^\((?:CORRECTION|Correction|CORRECTED|Corrected|UPDATE|Update|LEAD|Lead|\d(?:ST|ND|RD|TH|st|nd|rd|th) (?:LEAD|Lead|lead)|KILL|Kill|URGENT|Berichtigung|Korrektur)\)\s(?=\S)/;
