import type { DateContext } from '../dates';
import type { PubStatus, Signal, WireComment } from '../item';
import { blocksOf, isProse, MAX_LABEL, type Block } from './blocks';
import { labelKey } from './label';

/** What a block of the text is. A block without a role is a paragraph of the body, if it stands in the body. */
export type Role =
  | 'envelope'
  | 'slugline'
  | 'note'
  | 'embargo'
  | 'headline'
  | 'kicker'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'caption'
  | 'credit'
  | 'body'
  | 'subhead'
  | 'copyright'
  | 'terms'
  | 'categories'
  | 'keywords'
  | 'end'
  | 'comment'
  | 'noise';

/** Characters `[from, to)` of the text of a block. */
export interface Slice {
  block: number;
  from: number;
  to: number;
}

/** The fields that hold one text each. */
export type TextField =
  | 'headline'
  | 'subheadline'
  | 'abstract'
  | 'slugline'
  | 'byline'
  | 'dateline'
  | 'copyrightHolder'
  | 'copyrightNotice'
  | 'usageTerms'
  | 'edNote'
  | 'provider'
  | 'versionCreated'
  | 'firstCreated'
  | 'embargoedUntil'
  | 'creditLine';

/** A value that a recogniser read. Where `value` is absent, it is the text of the slice. */
export interface Fact {
  slice: Slice;
  value?: string;
  confidence: number;
  by: string;
}

export interface PhotoFacts {
  caption?: Fact;
  byline?: Fact;
  creditLine?: Fact;
  copyrightNotice?: Fact;
  usageTerms?: Fact;
}

export interface CommentFacts {
  comment: WireComment;
  slice: Slice;
  /** The last block of the comment. */
  last: number;
  confidence: number;
}

interface Claim {
  role: Role;
  confidence: number;
  by: string;
}

/**
 * A text while the recognisers read it. Each claims the blocks that it knows, with a confidence; a block goes to the
 * surest claim, and what it holds is kept as facts.
 */
export class Story {
  readonly blocks: readonly Block[];
  readonly claims: (Claim | undefined)[];
  readonly facts = new Map<TextField, Fact>();
  readonly lists = { categories: [] as Fact[], keywords: [] as Fact[] };
  readonly photos: PhotoFacts[] = [];
  /** Lines of terms of use that are not said to be a photo's. */
  readonly terms: Slice[] = [];
  readonly comments: CommentFacts[] = [];
  readonly signals = new Set<Signal>();
  /** The line that the signals and the status were read from. */
  noted: Slice | undefined;
  /** Blocks whose text starts later in the body: after a dateline, for example. */
  readonly cuts = new Map<number, number>();
  /** Blocks whose text ends earlier in the body: before the mark of an agency. */
  readonly ends = new Map<number, number>();
  pubStatus: PubStatus = 'usable';
  /** The input came from an agency's own line: an envelope, a dateline or an end mark says so. */
  isWire = false;
  readonly #keys = new Map<number, string>();
  readonly #prose: boolean[];
  #capitalsTell: boolean | undefined;

  constructor(
    readonly text: string,
    readonly context: DateContext,
  ) {
    this.blocks = blocksOf(text);
    this.claims = new Array<Claim | undefined>(this.blocks.length).fill(undefined);
    this.#prose = this.blocks.map((block) => isProse(block.text));
  }

  block(index: number): Block | undefined {
    return this.blocks[index];
  }

  textOf(index: number): string {
    return this.blocks[index]?.text ?? '';
  }

  /** The text of a block if it is short enough to be a label, else "". */
  label(index: number): string {
    const text = this.textOf(index);
    return text.length > MAX_LABEL ? '' : text;
  }

  key(index: number): string {
    let key = this.#keys.get(index);
    if (key === undefined) {
      key = labelKey(this.label(index));
      this.#keys.set(index, key);
    }
    return key;
  }

  isProse(index: number): boolean {
    return this.#prose[index] ?? false;
  }

  /** Whether capitals mean anything in this text: the story itself is not written in them. */
  get capitalsTell(): boolean {
    this.#capitalsTell ??= this.blocks.some(
      (block, n) => this.#prose[n] === true && /\p{Ll}{2}/u.test(block.text.slice(0, MAX_LABEL)),
    );
    return this.#capitalsTell;
  }

  /** Ends the text of a block before what is no part of the story. */
  endAt(index: number, to: number): void {
    this.ends.set(index, to);
    this.#prose[index] = isProse(this.textOf(index).slice(0, to));
  }

  role(index: number): Role | undefined {
    return this.claims[index]?.role;
  }

  isFree(index: number): boolean {
    return index >= 0 && index < this.blocks.length && this.claims[index] === undefined;
  }

  /** Gives a block a role; false where another recogniser is surer of another one. */
  claim(index: number, role: Role, confidence: number, by: string): boolean {
    const present = this.claims[index];
    if (index < 0 || index >= this.blocks.length || (present && present.confidence >= confidence)) return false;
    this.claims[index] = { role, confidence, by };
    return true;
  }

  /** Claims the blocks `[from, to)` that nobody has. */
  claimRest(from: number, to: number, role: Role, confidence: number, by: string): void {
    for (let n = Math.max(from, 0); n < Math.min(to, this.blocks.length); n += 1) {
      if (this.isFree(n)) this.claim(n, role, confidence, by);
    }
  }

  /** Keeps a value unless a surer one is there. */
  set(field: TextField, fact: Fact): void {
    const present = this.facts.get(field);
    if (!present || present.confidence < fact.confidence) this.facts.set(field, fact);
  }

  /** The slice of a whole block. */
  whole(index: number): Slice {
    return { block: index, from: 0, to: this.textOf(index).length };
  }

  valueOf(fact: Fact): string {
    return fact.value ?? this.textOf(fact.slice.block).slice(fact.slice.from, fact.slice.to);
  }
}

/** Recognises one kind of line or block. The table of them is `recognisers.ts`. */
export interface Recogniser {
  name: string;
  read(story: Story): void;
}
