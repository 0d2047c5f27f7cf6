import { SIGNAL_PREFIX, SIGNAL_RULES, STATUS_RULES } from '../vocabulary/signals';
import type { Recogniser, Story } from './story';

/** Notes to editors stand above the story, in the first blocks. */
const MAX_TOP = 8;

/** "Eds: …", "EDITORS: …", "Editor's note: …", "Achtung Redaktionen: …". */
const NOTE_START =
  /^\(?\[?(?:eds?|editors?|note to editors?|attention editors?|eds\.? note|achtung(?: redaktionen)?|redaktionshinweis|hinweis an die redaktion(?:en)?|avis aux rédactions|nota a los editores|nota ai redattori)\s?[:.]\s+/iu;
/** "(Corrects …)", "(Adds …)", "(Berichtigung: …)": what changed, in brackets. */
const CHANGE =
  /^[([](?:corrects?|adds?|updates?|recasts?|repeats?|refiles?|fixes|removes|deletes|clarifies|changes|berichtigung|korrektur|korrigiert|ergänzt|neu|aktualisiert|wiederholung|corrige|correction|rectificatif|actualise|précise|corrige el|corregge|in (?:this )?[^)]{3,60}, corrects)\b.*[)\]]$/iu;
/** "CORRECTION: …", "Clarification: …": a note for readers and editors alike. */
const CORRECTION =
  /^(?:correction|corrections|corrective|clarification|berichtigung|korrektur|rectificatif|corrección|rectificación|correzione|errata)\s?[:–—-]\s*\S/iu;
/** A line of nothing but a version: "(1ST LEAD)", "2nd Ld-Writethru", "URGENT". */
const VERSION =
  /^[([]?(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s(?:lead|ld|add|update|writethru|ld-writethru|lead-writethru)(?:[-\s]?writethru)?[)\]]?$/i;
const FLAG =
  /^[([*]{0,3}(?:urgent|flash|alert|bulletin|update|advisory|advance|corrected|correction|refile|repeat|withdrawal|story withdrawn|kill|mandatory kill|hold|eilmeldung|eil|korrektur|berichtigung|rückruf|alerte|annulation)(?:[\s,:-]+(?:kill|hold|urgent|update|correction))*[)\]*!]{0,3}$/i;

/** Notes to editors, corrections, kills and holds: what a newsroom must read before it publishes. */
export const notes: Recogniser = {
  name: 'notes',
  read(story) {
    let prose = 0;
    for (let n = 0; n < Math.min(MAX_TOP, story.blocks.length) && prose < 2; n += 1) {
      const text = story.label(n);
      if (story.role(n) === 'slugline') signalsOf(story, text);
      if (story.isFree(n) && !note(story, n, text)) prefix(story, n, text);
      if (story.isFree(n) && story.isProse(n)) prose += 1;
    }
    if (story.pubStatus !== 'usable') withdrawn(story);
  },
};

function note(story: Story, n: number, text: string): boolean {
  const start = NOTE_START.exec(text);
  const isFlag = VERSION.test(text) || FLAG.test(text);
  if (!start && !isFlag && !CHANGE.test(text) && !CORRECTION.test(text)) return false;
  story.claim(n, 'note', 0.97, 'notes');
  signalsOf(story, text);
  if (isFlag) return true;
  const from = start ? start[0].length : /^[([]/.test(text) ? 1 : 0;
  const to = /^[([]/.test(text) && /[)\]]$/.test(text) ? text.length - 1 : text.length;
  story.set('edNote', { slice: { block: n, from, to }, confidence: 0.95 - n / 1000, by: 'notes' });
  return true;
}

/** "CORRECTED-Headline", "UPDATE 2-Headline", "STORY WITHDRAWN-Headline": the tag of Reuters before a headline. */
function prefix(story: Story, n: number, text: string): void {
  const match = SIGNAL_PREFIX.exec(text);
  if (!match) return;
  signalsOf(story, match[0]);
  story.cuts.set(n, match[0].length);
}

function signalsOf(story: Story, text: string): void {
  for (const [pattern, signal] of SIGNAL_RULES) if (pattern.test(text)) story.signals.add(signal);
  for (const [pattern, status] of STATUS_RULES) {
    if (pattern.test(text) && story.pubStatus !== 'canceled') story.pubStatus = status;
  }
}

/** What is left of a kill or hold is a message to editors. */
function withdrawn(story: Story): void {
  const first = story.claims.findIndex((claim, n) => claim === undefined && story.isProse(n));
  if (first < 0 || story.facts.has('edNote')) return;
  story.set('edNote', { slice: story.whole(first), confidence: 0.8, by: 'notes' });
}
