import { escapeHtml } from '../html';
import type { Origin, Provenance, Reading, WireItem, WirePhoto } from '../item';
import { spanOf } from './blocks';
import { BULLET } from './body';
import { textUri } from './identity';
import { languageOf } from './language';
import type { Fact, PhotoFacts, Story } from './story';

/** The item of a story that all recognisers have read, with the place and the confidence of every field. */
export function assemble(story: Story): Reading {
  const item: WireItem = { type: 'text', pubStatus: story.pubStatus };
  const provenance: Provenance = {};
  for (const [field, fact] of story.facts) {
    const value = story.valueOf(fact).trim();
    if (value === '') continue;
    item[field] = value;
    provenance[field] = originOf(story, fact);
  }
  if (story.signals.size > 0) item.signals = [...story.signals];
  if (story.noted) {
    const origin = originOf(story, { slice: story.noted, confidence: 0.9, by: 'notes' });
    if (item.signals) provenance['signals'] = origin;
    if (item.pubStatus !== 'usable') provenance['pubStatus'] = origin;
  }
  terms(story, item, provenance);
  lists(story, item, provenance);
  photos(story, item, provenance);
  comments(story, item, provenance);
  const paragraphs = writeBody(story, item, provenance);
  const guess = languageOf([item.headline ?? '', ...paragraphs].join('\n'));
  if (guess) {
    item.language = guess.language;
    provenance['language'] = { path: 'recogniser:language', confidence: guess.confidence };
  }
  item.uri = textUri(item);
  provenance['uri'] = { path: 'recogniser:identity', confidence: 1 };
  return { item, provenance };
}

function originOf(story: Story, { slice, by, confidence }: Fact): Origin {
  const block = story.block(slice.block);
  const path = `recogniser:${by}`;
  return block ? { path, span: spanOf(story.text, block, slice.from, slice.to), confidence } : { path, confidence };
}

/** What the copyright line goes on to say, and the lines of terms around the story, in the order in which they stand. */
function terms(story: Story, item: WireItem, provenance: Provenance): void {
  const said = story.facts.get('usageTerms');
  const lines = story.terms.map((slice): Fact => ({ slice, confidence: 0.9, by: 'usage-terms' }));
  const all = [...(said ? [said] : []), ...lines].sort((a, b) => a.slice.block - b.slice.block);
  const [first] = all;
  if (!first || lines.length === 0) return;
  item.usageTerms = all.map((fact) => story.valueOf(fact).trim()).join('\n');
  provenance['usageTerms'] = originOf(story, first);
}

function lists(story: Story, item: WireItem, provenance: Provenance): void {
  for (const field of ['categories', 'keywords'] as const) {
    const values: string[] = [];
    for (const fact of story.lists[field]) {
      const value = story.valueOf(fact);
      if (value === '' || values.includes(value)) continue;
      provenance[`${field}.${values.length}`] = originOf(story, fact);
      values.push(value);
      if (values.length >= 100) break;
    }
    if (values.length > 0) item[field] = values;
  }
}

const PHOTO_FIELDS = [
  'caption',
  'byline',
  'creditLine',
  'copyrightNotice',
  'usageTerms',
] as const satisfies readonly (keyof PhotoFacts)[];

function photos(story: Story, item: WireItem, provenance: Provenance): void {
  const found: WirePhoto[] = [];
  const seen = new Set<string>();
  for (const facts of story.photos) {
    const photo: WirePhoto = {};
    const origins: Provenance = {};
    for (const field of PHOTO_FIELDS) {
      const fact = facts[field];
      const value = fact && story.valueOf(fact).trim();
      if (!fact || value === undefined || value === '') continue;
      photo[field] = value;
      origins[`photos.${found.length}.${field}`] = originOf(story, fact);
    }
    const key = photo.caption ?? photo.creditLine;
    // The same picture twice is one for large and one for small screens.
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    found.push(photo);
    Object.assign(provenance, origins);
  }
  if (found.length > 0) item.photos = found;
}

function comments(story: Story, item: WireItem, provenance: Provenance): void {
  if (story.comments.length === 0) return;
  item.comments = story.comments.map(({ comment }) => comment);
  for (const [n, { slice, last, confidence }] of story.comments.entries()) {
    const start = story.block(slice.block)?.start ?? 0;
    const end = story.block(last)?.end ?? start;
    provenance[`comments.${n}`] = { path: 'recogniser:comment-section', span: { start, end }, confidence };
  }
}

/** Writes the body and gives its paragraphs as plain text. */
function writeBody(story: Story, item: WireItem, provenance: Provenance): string[] {
  const paragraphs: string[] = [];
  const html: string[] = [];
  let list: string[] = [];
  const closeList = (): void => {
    if (list.length > 1)
      html.push(`<ul>${list.map((line) => `<li>${escapeHtml(line.replace(BULLET, ''))}</li>`).join('')}</ul>`);
    else if (list[0] !== undefined) html.push(`<p>${escapeHtml(list[0])}</p>`);
    list = [];
  };
  const first = story.facts.get('headline')?.slice.block ?? -1;
  for (const [n, block] of story.blocks.entries()) {
    const role = story.role(n);
    const isBody =
      role === 'body' ||
      role === 'subhead' ||
      (role === undefined && n > first) ||
      (story.cuts.has(n) && role === 'envelope');
    const from = story.cuts.get(n) ?? 0;
    const to = story.ends.get(n) ?? block.text.length;
    const text = block.text.slice(from, to).trim();
    if (!isBody || text === '') continue;
    provenance[`bodyHtml.${paragraphs.length}`] = {
      path: 'recogniser:body',
      span: spanOf(story.text, block, from, to),
      confidence: story.claims[n]?.confidence ?? (story.isProse(n) ? 0.8 : 0.6),
    };
    paragraphs.push(text);
    if (BULLET.test(text)) {
      list.push(text);
      continue;
    }
    closeList();
    html.push(role === 'subhead' ? `<h3>${escapeHtml(text)}</h3>` : `<p>${escapeHtml(text)}</p>`);
  }
  closeList();
  if (html.length > 0) item.bodyHtml = html.join('\n');
  return paragraphs;
}
