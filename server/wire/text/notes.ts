import { SIGNAL_PREFIX, SIGNAL_RULES, STATUS_RULES } from '../vocabulary/signals';
import { EMBARGO_WITHOUT_END } from '../item';
import { endsSentence } from './blocks';
import { readDateline } from './dateline';
import type { Recogniser, Story } from './story';
import { dateIn } from './when';

/** Notes to editors stand above the story, in the first blocks. */
const MAX_TOP = 8;
/** Notes are added up to so many characters. */
const MAX_NOTES = 20_000;

/** "Eds: …", "EDITORS: …", "Editor's note: …", "Achtung Redaktionen: …". */
const NOTE_START =
  /^\(?\[?(?:eds?|editors?|note to editors?|attention(?: editors?)?|(?:eds?|editor|editors)[.'’]{0,2}s?[.'’]? note|achtung(?: redaktionen)?|redaktionshinweis|hinweis (?:an|für) (?:die )?redaktion(?:en)?|(?:avis|note) aux réda(?:ctions?|cteurs)|note de la rédaction|nota (?:a|para) (?:los|las) (?:editores|redactores|redacciones)|nota (?:ai redattori|alle redazioni|aos editores))\s?(?:[:.]|[-–—](?=\s))\s+/iu;
/** The same where it cannot be missed, wherever it stands: below the story, or in the middle of it. */
const NOTE_ANYWHERE =
  /^[([]?(?:(?:eds|editors)\s?:|note to editors?\b|attention editors?\b|(?:editor|editors)[.'’]{0,2}s?[.'’]? note\b|achtung redaktionen\b|redaktionshinweis\b|hinweis (?:an|für) (?:die )?redaktion|(?:avis|note) aux réda|nota (?:a|para) (?:los|las) (?:editor|redac)|nota (?:ai redattori|alle redazioni|aos editores))/iu;
/** "Do not use before", "nicht vor": in a note to editors, this is an embargo. */
const NOT_BEFORE =
  /\bembargo|\b(?:do not|don['’]t|not (?:for|to be)) (?:use|used|publish|published|publication|release|released|run|broadcast|post|air|move|transmit)[^.;]{0,40}?\b(?:before|until|till|prior to)\b|\bhold (?:for release )?until\b|\bnicht vor\b|\b(?:erst|frei) ab\b|\bsperrfrist\b|\bgesperrt bis\b|\bpas (?:utiliser|publier|diffuser)[^.;]{0,40}?\bavant\b|\bno (?:usar|utilizar|publicar|difundir|divulgar)[^.;]{0,40}?\bantes\b|\bnon (?:usare|pubblicare|diffondere)[^.;]{0,40}?\bprima\b|\bnão (?:usar|publicar|divulgar)[^.;]{0,40}?\bantes\b/iu;

/** "(Corrects …)", "--Adds …--", "REFILE (adds …)": what changed, set off from the story. */
const CHANGE =
  /^(?:(?:refile|corrected|repeat|rpt|update)\s)?(?:[([]|--)(?:corrects?|adds?|updates?|recasts?|repeats?|refiles?|fixes|removes|deletes|clarifies|changes|subs|berichtigung|korrektur|korrigiert|ergänzt|neu|aktualisiert|wiederholung|corrige|correction|rectificatif|actualise|actualisation|ajoute|précise|actualiza|añade|amplía|rectifica|corregge|aggiorna|in (?:this )?[^)]{3,60}, corrects)(?:[\s:,].*)?(?:[)\]]|--)$/iu;
/** "CORRECTION: …", "Clarification: …": a note for readers and editors alike. */
const CORRECTION =
  /^(?:correction|corrections|corrective|clarification|berichtigung|korrektur|rectificatif|corrección|rectificación|correzione|errata)\s?[:–—-]\s*\S/iu;
/** A line of nothing but a version: "(1ST LEAD)", "2nd Ld-Writethru". */
const VERSION =
  /^[([]?(?:(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s)?(?:lead|ld|add|update|writethru|ld-writethru|lead-writethru)(?:[-\s]?writethru)?[)\]]?$/i;
/** "STORY REMOVED: …", "AFP story withdrawn", "Rückruf: …". */
const WITHDRAWN =
  /^(?:[A-Z]{2,8}\s)?(?:story|meldung|dépêche|despacho)\s(?:withdrawn|removed|killed|retracted)(?![-–]|\s[-–])\b|^rückruf\b/i;
/** A line of nothing but signals: "URGENT", "MANDATORY KILL", "HOLD HOLD HOLD". */
const FLAG =
  /^[([*]{0,3}(?:urgent|flash|alert|bulletin|update|advisory|advance|corrected|correction|corrective|refile|repeat|withdrawal|story withdrawn|kill|mandatory|hold|eilmeldung|eil|korrektur|berichtigung|rückruf|alerte|annulation)(?:[\s,:-]+(?:kill|hold|urgent|update|correction|advisory|notice|achtung))*[)\]*!\s-]{0,4}$/i;

/** Notes to editors, corrections, kills and holds: what a newsroom must read before it publishes. */
export const notes: Recogniser = {
  name: 'notes',
  read(story) {
    let prose = 0;
    for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length) && prose < 2; n += 1) {
      const text = story.label(n);
      if (story.role(n) === 'slugline') signalsOf(story, n, text);
      if (story.isFree(n) && !note(story, n, text)) prefix(story, n, text);
      if (story.isFree(n) && story.isProse(n)) prose += 1;
    }
    elsewhere(story);
    if (story.pubStatus !== 'usable') withdrawn(story);
  },
};

function note(story: Story, n: number, text: string): boolean {
  const start = NOTE_START.exec(text);
  const isFlag = VERSION.test(text) || FLAG.test(text) || WITHDRAWN.test(text);
  const isCorrection = CORRECTION.test(text) && (endsSentence(text) || !isAboveStory(story, n));
  if (!start && !isFlag && !CHANGE.test(text) && !isCorrection) return false;
  story.claim(n, 'note', 0.97, 'notes');
  signalsOf(story, n, text);
  if (isFlag) return true;
  const change = CHANGE.test(text) ? (/^[^([-]{0,12}(?:[([]|--)/.exec(text)?.[0].length ?? 0) : 0;
  const from = start ? start[0].length : change;
  const to = text.length - (/^\W/.test(text) || change > 0 ? (/(?:[)\]]|--)$/.exec(text)?.[0].length ?? 0) : 0);
  story.set('edNote', { slice: { block: n, from, to }, confidence: 0.95 - n / 1000, by: 'notes' });
  if (start) embargoIn(story, n, text);
  return true;
}

/** Notes to editors below the top: none may stay in what readers see. */
function elsewhere(story: Story): void {
  for (let n = 0; n < story.blocks.length; n += 1) {
    const text = story.textOf(n);
    const start = story.isFree(n) && NOTE_ANYWHERE.test(text) ? NOTE_START.exec(text) : null;
    if (!start) continue;
    story.claim(n, 'note', 0.97, 'notes');
    addNote(story, n, start[0].length);
    embargoIn(story, n, text);
  }
}

/** One more note to editors: what was said before is kept. */
function addNote(story: Story, n: number, from: number): void {
  const before = story.facts.get('edNote');
  const slice = { block: n, from, to: story.textOf(n).length };
  if (!before) story.set('edNote', { slice, confidence: 0.85, by: 'notes' });
  else if ((before.value?.length ?? 0) < MAX_NOTES)
    story.facts.set('edNote', {
      ...before,
      value: `${story.valueOf(before)}\n${story.textOf(n).slice(from)}`,
    });
}

/** A time without a day, as desks write it, holds the story until an editor sets the day: a guess could break it. */
function embargoIn(story: Story, n: number, text: string): void {
  const said = NOT_BEFORE.exec(text);
  if (!said) return;
  const rest = text.slice(said.index);
  const date = dateIn(rest, story.context);
  const from = said.index;
  story.set('embargoedUntil', {
    slice: date ? { block: n, from: from + date.from, to: from + date.to } : { block: n, from, to: text.length },
    value: date?.iso ?? EMBARGO_WITHOUT_END,
    confidence: date?.hasTime ? 0.9 : 0.6,
    by: 'notes',
  });
}

/** The line stands right above the story: then it is the headline, with a tag. */
function isAboveStory(story: Story, n: number): boolean {
  return story.isProse(n + 1) || readDateline(story.textOf(n + 1)) !== undefined;
}

/** "CORRECTED-Headline", "UPDATE 2-Headline", "STORY WITHDRAWN-Headline": the tag of Reuters before a headline. */
function prefix(story: Story, n: number, text: string): void {
  const match = SIGNAL_PREFIX.exec(text);
  if (!match) return;
  signalsOf(story, n, match[0]);
  story.cuts.set(n, match[0].length);
}

function signalsOf(story: Story, n: number, text: string): void {
  const before = story.signals.size;
  for (const [pattern, signal] of SIGNAL_RULES) if (pattern.test(text)) story.signals.add(signal);
  for (const [pattern, status] of STATUS_RULES) {
    if (pattern.test(text) && story.pubStatus !== 'canceled') story.pubStatus = status;
  }
  if (story.signals.size > before || story.pubStatus !== 'usable') story.noted ??= story.whole(n);
}

/** What a kill or a hold says of the story. */
const NOTICE =
  /\b(?:kill(?:ed|s)?|withdraw[ns]?|withdrawn|withdrawal|retract(?:s|ed|ion)?|(?:do|must|should|may) not (?:be )?(?:use|used|publish|published|run)|please hold|on hold|taken down|(?:the|this) (?:above |below )?story (?:is|was|contains)|no substitute|zurückgezogen|nicht (?:verwenden|veröffentlichen)|annul(?:é|ée|er|ation)|ne pas (?:utiliser|publier|diffuser)|anula(?:d[ao]|ción)?|no (?:usar|utilizar|publicar|difundir)|ritirat[ao]|annullat[ao])(?!\p{L})/iu;
const MAX_NOTICE = 600;

/** What is left of a kill or hold is a message to editors. */
function withdrawn(story: Story): void {
  for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length); n += 1) {
    if (!story.isFree(n) || !endsSentence(story.textOf(n))) continue;
    const isNotice = NOTICE.test(story.textOf(n).slice(0, MAX_NOTICE));
    if (!story.isProse(n) || isNotice) story.claim(n, 'note', 0.85, 'notes');
    // Reuters puts a dateline before the notice.
    const line = isNotice ? readDateline(story.textOf(n)) : undefined;
    if (line?.agency) {
      const slice = { block: n, from: 0, to: line.bodyFrom };
      story.set('provider', { slice, value: line.agency.name, confidence: 0.9, by: 'notes' });
    }
    if (isNotice && story.facts.get('edNote')?.slice.block !== n) addNote(story, n, 0);
    else if (!story.isProse(n) && !story.facts.has('edNote'))
      story.set('edNote', { slice: story.whole(n), confidence: 0.8, by: 'notes' });
  }
}
