import { agencyNamed } from '../vocabulary/agencies';
import { END_MARKS, END_SIGNS } from '../vocabulary/end-marks';
import { dayAndTime } from './when';
import type { Recogniser, Story } from './story';

/** "AP-WF-02-10-16 0423GMT": the print mark of AP, month first. */
const AP_MARK = /^AP-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)(GMT|[ECMP][SD]T)\W{0,3}$/;
/** "dpa wsz jln npr", "dpa jk yyzz a3 kre": the initials of those who worked on it. */
const INITIALS =
  /^(?:dpa|afp|apa|sda|ats|ansa|ap)(?:[ /][a-z][a-z\d]{1,3}){1,6}$|^©?\s?dpa(?:-[a-z]{2,12})?, dpa:\d{6}-\d{2,4}-\d{4,8}\/\d{1,3}$/;
/** "/sj", "jk/gs". */
const SIGNED = /^(?:\/[a-z]{2,4}|[a-z]{2,3}\/[a-z]{2,3}(?:\/[a-z]{2,3})?)$/;
/** "AP-NY-…", "SOURCE: Company", "(Quelle: APA/dpa)": where it came from. */
const SOURCE = /^[([]?(?:source|quelle|sources|fuente|fonte|kilde|källa|źródło|bron)\s?:?\s+(?=\S).{2,80}[)\]]?$/iu;

/** A sentence, and the name alone behind it. */
const SIGN_OFF =
  /(?<=[.!?…]["”»’]?)\s+(EFE|AFP|ANSA|AP|dpa|APA|PAP|TASS|Reuters|REUTERS|Xinhua|Lusa|LUSA|Belga|Télam)\.?$/u;

/** The line that ends a story: "-30-", "ENDS", "NNNN", the agency's name alone. Nothing but furniture may follow. */
export const endMark: Recogniser = {
  name: 'end-mark',
  read(story) {
    signOff(story);
    for (let n = story.blocks.length - 1; n > 0; n -= 1) {
      if (!story.isFree(n)) continue;
      if (story.isProse(n)) return;
      if (n > 1 || story.isWire) mark(story, n);
    }
  },
};

/** "… dijo el alcalde. EFE": the name of the agency behind the last sentence of the story is its end mark. */
function signOff(story: Story): void {
  for (let n = story.blocks.length - 1; n > 1 || (n > 0 && story.isWire); n -= 1) {
    const text = story.textOf(n);
    const match = story.isFree(n) ? SIGN_OFF.exec(text.slice(-30)) : null;
    const agency = match ? agencyNamed(match[1] ?? '') : undefined;
    if (!match || agency?.kind !== 'news' || text.length < 10) continue;
    story.endAt(n, text.length - match[0].length);
    story.isWire = true;
    provider(story, n, agency.name, 0.75);
    return;
  }
}

function mark(story: Story, n: number): void {
  const text = story.label(n);
  const stamp = AP_MARK.exec(text);
  if (stamp) {
    const [, month, day, year, hour, minute, zone] = stamp;
    const iso = dayAndTime(`20${year}-${month}-${day}`, `${hour}:${minute}`, zone, story.context);
    if (iso !== undefined)
      story.set('versionCreated', { slice: story.whole(n), value: iso, confidence: 0.9, by: 'end-mark' });
    story.isWire = true;
    provider(story, n, 'AP', 0.9);
  }
  const agency = text.length <= 40 ? agencyNamed(text.replace(/^[-–—(\s]+|[)\s]+$/gu, '')) : undefined;
  const isMark = END_MARKS.has(story.key(n)) || END_SIGNS.test(text) || INITIALS.test(text) || SIGNED.test(text);
  if (!stamp && !isMark && agency?.kind !== 'news' && !/^nnnn$/i.test(text)) return;
  if (/^reuters?$/i.test(text)) provider(story, n, 'Reuters', 0.85);
  else if (agency?.kind === 'news') provider(story, n, agency.name, 0.8);
  if (INITIALS.test(text)) provider(story, n, agencyNamed(text.split(/[\s/,-]/u)[0] ?? '')?.name ?? 'dpa', 0.8);
  if (agency || isMark || stamp) story.isWire = true;
  story.claim(n, 'end', 0.9, 'end-mark');
}

function provider(story: Story, n: number, value: string, confidence: number): void {
  story.set('provider', { slice: story.whole(n), value, confidence, by: 'end-mark' });
}

/** Whether a line says where a story came from. */
export const isSourceLine = (text: string): boolean => text.length < 100 && SOURCE.test(text);
