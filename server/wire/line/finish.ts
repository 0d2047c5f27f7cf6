import { createHash } from 'node:crypto';
import type { Draft } from '../draft';
import type { ParseContext } from '../format';
import type { Signal } from '../item';
import { readDateline } from '../text/dateline';
import { embargo } from '../text/embargo';
import { Story } from '../text/story';
import { agencyNamed } from '../vocabulary/agencies';
import { SIGNAL_RULES, STATUS_RULES } from '../vocabulary/signals';

/*
 * What the teleprinter formats have no field for stands in their text: the place in the dateline, the agency in it,
 * kills, corrections and embargoes in the keyword line, the notes and the headline.
 */

/** Paragraphs in which a dateline or an embargo is looked for. */
const TOP = 4;
/** A line that is longer is a paragraph. */
const MAX_LABEL = 300;
const NOTE_START = /^(?:eds?|editors?|note to editors)\b[\s.:]{1,3}/i;
const EMBARGO = /embargo|for release|release (?:at|on|after)|not for publication|not for use|sperrfrist|gesperrt/i;

/** Fills in the dateline, the provider, the signals and the embargo. `flags` are the lines above the story. */
export function readText(
  draft: Draft,
  paragraphs: readonly string[],
  flags: readonly string[],
  context: ParseContext,
): void {
  for (const text of paragraphs.slice(0, TOP)) {
    const dateline = readDateline(text);
    if (!dateline) continue;
    const { place, agency, confidence } = dateline;
    if (place) draft.fill('dateline', text.slice(place.from, place.to), 'recogniser:dateline', confidence);
    draft.fill('provider', agency?.name, 'recogniser:dateline', confidence);
    break;
  }
  const labels = [draft.item.slugline ?? '', ...flags].map((label) => label.slice(0, MAX_LABEL));
  const signals = new Set<Signal>(draft.item.signals);
  for (const label of labels) {
    for (const [pattern, signal] of SIGNAL_RULES) if (pattern.test(label)) signals.add(signal);
    for (const [pattern, status] of STATUS_RULES) {
      if (pattern.test(label) && draft.item.pubStatus !== 'canceled') draft.set('pubStatus', status, 'text', 0.9);
    }
  }
  if (draft.item.pubStatus === 'canceled') signals.add('kill');
  draft.set('signals', [...signals], 'text', 0.9);
  const top = [...labels, ...paragraphs.slice(0, TOP)].filter((text) => text.length <= MAX_LABEL && EMBARGO.test(text));
  for (const text of top) {
    const story = new Story(text.replace(NOTE_START, ''), context);
    embargo.read(story);
    const fact = story.facts.get('embargoedUntil');
    if (fact) draft.fill('embargoedUntil', fact.value, 'recogniser:embargo', fact.confidence);
  }
}

/** An alert has no headline: its text is one, without the dateline. */
export function firstLine(paragraphs: readonly string[]): string | undefined {
  const [text] = paragraphs;
  if (text === undefined) return undefined;
  const from = readDateline(text)?.bodyFrom ?? 0;
  return text.slice(from, from + MAX_HEADLINE).trim();
}

const MAX_HEADLINE = 200;

/** A byline without "By"; undefined for a line that names an agency and nobody else. */
export function authorOf(byline: string): string | undefined {
  const names = byline.replace(/^(?:by|von|par|por|di)[:\s]\s*/i, '').trim();
  return names === '' || agencyNamed(names) !== undefined ? undefined : names;
}

/**
 * "newswire:anpa-1312:AP:V4644:20160210:3f…": provider, sequence, day and content. Numbers start anew each day or
 * each thousand, so the content is part of it; how its lines were wrapped is not.
 */
export function lineUri(format: string, sequence: string, { item }: Draft): string {
  const day = item.versionCreated?.slice(0, 10).replaceAll('-', '') ?? '';
  const content = [item.slugline, item.headline, item.bodyHtml].join('\n');
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 32);
  return ['newswire', format, item.provider ?? '', sequence, day, digest].join(':').replace(/\s+/g, '-');
}
