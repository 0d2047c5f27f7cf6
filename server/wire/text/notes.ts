import { SIGNAL_PREFIX, SIGNAL_RULES, STATUS_RULES } from '../vocabulary/signals';
import { endsSentence } from './blocks';
import { readDateline } from './dateline';
import type { Recogniser, Story } from './story';

/** Notes to editors stand above the story, in the first blocks. */
const MAX_TOP = 8;

/** "Eds: …", "EDITORS: …", "Editor's note: …", "Achtung Redaktionen: …". */
const NOTE_START =
  /^\(?\[?(?:eds?|editors?|note to editors?|attention(?: editors?)?|(?:eds?|editor|editors)[.'’]{0,2}s?[.'’]? note|achtung(?: redaktionen)?|redaktionshinweis|hinweis an die redaktion(?:en)?|avis aux rédactions|nota a los editores|nota ai redattori)\s?(?:[:.]|[-–—](?=\s))\s+/iu;
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
  return true;
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

/** What is left of a kill or hold is a message to editors. */
function withdrawn(story: Story): void {
  for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length); n += 1) {
    if (!story.isFree(n) || !endsSentence(story.textOf(n))) continue;
    if (!story.isProse(n)) story.claim(n, 'note', 0.85, 'notes');
    if (!story.facts.has('edNote')) story.set('edNote', { slice: story.whole(n), confidence: 0.8, by: 'notes' });
  }
}
