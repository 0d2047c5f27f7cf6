import { SCRIPTS, STOP_WORDS } from '../vocabulary/stop-words';

/** So much of a story is looked at, in characters. */
const SAMPLE = 6000;
/** Shorter texts say too little. */
const MIN_WORDS = 12;

export interface Guess {
  /** BCP 47. */
  language: string;
  confidence: number;
}

/** The language of a text by its script and its small words; undefined where that is not clear. */
export function languageOf(text: string): Guess | undefined {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  for (const [pattern, language] of SCRIPTS) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > sample.length * 0.15) return { language, confidence: 0.9 };
  }
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < MIN_WORDS) return undefined;
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of STOP_WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < words.length * 0.08) return undefined;
  const lead = best[1] / (best[1] + (second?.[1] ?? 0));
  return lead < 0.52 ? undefined : { language: best[0], confidence: Math.min(0.95, lead) };
}
