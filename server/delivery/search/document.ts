import { listedAt, timeOf } from '../listed-at';
import type { SearchDocument } from './store';
import { spacedWords, textOfHtml, topicOf } from './words';

/** The fields of an article that the index is made of. */
export const INDEXED = [
  'headline', 'abstract', 'body', 'subjects', 'keywords', 'versionCreated', 'firstCreated', 'embargoedUntil', 'publishedAt',
] as const; // prettier-ignore

/** More topics than a story has: what exceeds it is no story. */
const MAX_TOPICS = 200;

/** An article's row as the index holds it. */
export function documentOf(row: Record<string, unknown>, now: Date): SearchDocument {
  return {
    id: Number(row['id']),
    listedAt: timeOf(row['listedAt']) ?? listedAt(row, now).getTime(),
    headline: spacedWords(text(row['headline'])),
    abstract: spacedWords(text(row['abstract'])),
    body: spacedWords(textOfHtml(text(row['body']))),
    topics: topicsOf(row),
  };
}

/** What a story is about, by its subjects' codes or names and its keywords. */
export function topicsOf(row: Record<string, unknown>): string[] {
  const names = [...listOf(row['subjects']).flatMap(subjectNames), ...listOf(row['keywords'])];
  const topics = names.slice(0, MAX_TOPICS).flatMap((name) => (typeof name === 'string' ? (topicOf(name) ?? []) : []));
  return [...new Set(topics)];
}

function subjectNames(subject: unknown): unknown[] {
  if (typeof subject !== 'object' || subject === null) return [subject];
  return ['code', 'name', 'qcode', 'uri'].flatMap((key) => Object.entries(subject).flatMap(([name, value]) => (name === key ? [value] : []))).slice(0, 1); // prettier-ignore
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
