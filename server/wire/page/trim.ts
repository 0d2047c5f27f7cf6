import type { DateContext } from '../dates';
import { looksLikePerson } from '../person';
import { holderOf } from '../text/copyright-line';
import { labelKey } from '../text/label';
import { isOnlyDate } from '../text/timestamp';
import { dateIn } from '../text/when';
import { BYLINE_START } from '../vocabulary/byline-words';
import { NOISE_LINES, NOISE_STARTS, RELATED_HEADINGS } from '../vocabulary/page-noise';
import type { Block } from './blocks';
import { splitCredit, withoutLabel, type LooseCaption } from './figures';
import { likeness } from './headline';

/**
 * The lines around and between the paragraphs that are no paragraphs: author lines, dates, sources, captions that
 * stand as paragraphs, labels of the page. What each says is kept, its line is not.
 */
export interface Trimmed {
  body: Block[];
  byline?: string;
  /** ISO 8601, UTC. */
  date?: string;
  source?: string;
  abstract?: string;
  copyright?: string;
  captions: LooseCaption[];
}

/** What the page says of itself, to tell its lines by. */
export interface Stated {
  headline?: string | undefined;
  description?: string | undefined;
}

/** Lines of the head stand within so many blocks of the first paragraph, those of the foot of the last. */
const NEAR = 3;
const MAX_LINE = 120;
const MAX_CAPTION = 320;
const MAX_SOURCE = 60;
const MIN_QUOTE = 30;
const MAX_QUOTES = 40;
/** Two headlines this alike are one. */
const SAME = 0.9;

/** "Ein Kommentar von Anna Berg": what it is, and who wrote it. */
const SIGNED =
  /^(?:[\p{L}]{2,12} )?(?:beitrag|gastbeitrag|kommentar|analyse|essay|kolumne|reportage|interview|bericht|opinion|analysis|comment|column|análisis|opinión|reportaje|tribune|chronique|commento|analisi) (?:by|von|par|por|de|di) (\p{Lu}.{3,60})$/iu;
const SOURCE =
  /^(?:quelle|quellen|source|sources|fuente|fuentes|fonte|bron|kilde|källa|źródło|источник)\s*:\s*(?=\S)/iu;
/** What stands between a name and a date. */
const BEFORE_DATE = /[\s,|•·–—-]*(?:\s(?:am|on|le|el|il|em|op|den|vom))?[\s,|•·–—-]*$/iu;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;
const SIGNATURE = /^(?:\p{Lu}[\p{L}'’.-]*(?: |$)){2,4}$/u;
const SENTENCE_END = /[.!?…:;。！？"”»’)]$/u;
/** Calls to the reader that no story has and that stand in its midst. */
const CALL =
  /affiliate[- ]links?|log ?in to comment|um kommentare zu schreiben|refresh (?:the|your) (?:page|browser)|thank you for registering|ihre kommentare/iu;
const MAX_CALL = 300;

/** Sorts the blocks of an article. `head` are blocks beside its beginning, which are read and dropped. */
export function trim(blocks: readonly Block[], head: readonly Block[], stated: Stated, context: DateContext): Trimmed {
  const trimmer = new Trimmer(blocks, stated, context);
  for (const block of head) trimmer.readLine(block);
  blocks.forEach((block, index) => trimmer.add(block, index));
  return trimmer.finish();
}

class Trimmer {
  readonly #found: Trimmed = { body: [], captions: [] };
  readonly #first: number;
  readonly #last: number;

  constructor(
    blocks: readonly Block[],
    private readonly stated: Stated,
    private readonly context: DateContext,
  ) {
    this.#first = Math.max(0, blocks.findIndex(isProse));
    this.#last = blocks.findLastIndex(isProse);
    if (this.#last < 0) this.#last = blocks.length - 1;
  }

  add(block: Block, index: number): void {
    const isNear = index <= this.#first + NEAR || index >= this.#last;
    if (this.#isHeadline(block) || isFurniture(block)) return;
    if (isNear && this.readLine(block)) return;
    if (this.#isCaption(block)) return;
    if (index < this.#first && this.#takeHead(block)) return;
    if (index > this.#last && this.#takeFoot(block)) return;
    this.#found.body.push(block);
  }

  finish(): Trimmed {
    this.#takeStandfirst();
    const { body } = this.#found;
    this.#dropPullQuotes();
    // Headings that nothing follows.
    while (/^h\d$/.test(body.at(-1)?.kind ?? '')) body.pop();
    return this.#found;
  }

  /** Sentences that the page prints a second time, large, between the paragraphs. */
  #dropPullQuotes(): void {
    const { body } = this.#found;
    const quotes = body.filter(
      (block) => block.text.length >= MIN_QUOTE && block.text.length <= MAX_CAPTION && isApart(block),
    );
    if (quotes.length === 0) return;
    const text = body.map((block) => (isApart(block) ? '' : lettersOf(block.text))).join('\n');
    const repeated = new Set(quotes.slice(0, MAX_QUOTES).filter((block) => text.includes(lettersOf(block.text))));
    this.#found.body = body.filter((block) => !repeated.has(block));
  }

  /** Author, date, source or copyright: a line of its own. */
  readLine({ text }: Block): boolean {
    if (text.length > MAX_LINE) return false;
    const found = this.#found;
    if (
      BYLINE_START.test(text) &&
      /^\p{Lu}/u.test(text.replace(BYLINE_START, '')) &&
      !/[!?…]$|[^\p{Lu}]\.$/u.test(text)
    ) {
      const date = dateIn(text, this.context);
      found.byline ??= text.slice(0, date?.from).replace(BYLINE_START, '').replace(BEFORE_DATE, '');
      this.#date(date?.iso);
      return true;
    }
    const signed = SIGNED.exec(text)?.[1];
    if (signed !== undefined && looksLikePerson(signed)) {
      found.byline ??= signed;
      return true;
    }
    if (SOURCE.test(text) && text.length <= MAX_SOURCE) {
      found.source ??= text.replace(SOURCE, '');
      return true;
    }
    if (COPYRIGHT.test(text) && holderOf(text)) {
      found.copyright ??= text;
      return true;
    }
    const date = dateIn(text, this.context);
    if (!isOnlyDate(text, date)) return false;
    this.#date(date?.iso);
    return true;
  }

  #date(iso: string | undefined): void {
    if (iso !== undefined) this.#found.date ??= iso;
  }

  #isHeadline({ text }: Block): boolean {
    const { headline } = this.stated;
    return headline !== undefined && text.length < headline.length * 2 && likeness(text, headline) > SAME;
  }

  #isCaption({ kind, text, element }: Block): boolean {
    if (kind !== 'p' || text.length > MAX_CAPTION) return false;
    const { caption, credit } = splitCredit(text);
    if (credit === '' || credit.length > MAX_LINE || SENTENCE_END.test(credit.replace(/[)\]]$/, ''))) return false;
    this.#found.captions.push({ element, caption, credit: withoutLabel(credit) });
    return true;
  }

  /** Before the first paragraph: a label of the page goes, a line that tells something is the abstract. */
  #takeHead({ kind, text, element }: Block): boolean {
    if (kind === 'li' || kind === 'quote' || kind === 'table' || SENTENCE_END.test(text)) return false;
    if (text.length < 40) return kind !== 'p' || element.localName !== 'p';
    this.#found.abstract ??= text;
    return true;
  }

  /** After the last paragraph: buttons and labels go, a name is the author's signature. */
  #takeFoot({ kind, text, html, element }: Block): boolean {
    if (kind === 'li' || kind === 'table' || text.length > MAX_SOURCE) return false;
    const style = element.getAttribute('style') ?? '';
    if (SIGNATURE.test(text) && (/^<(?:strong|em|b|i)>/.test(html) || /text-align:\s*right/.test(style))) {
      this.#found.byline ??= text;
      return true;
    }
    return element.localName !== 'p' && !SENTENCE_END.test(text);
  }

  /** A standfirst that is set apart from the paragraphs and is what the page gives as its description. */
  #takeStandfirst(): void {
    const { body } = this.#found;
    const [first, second, third] = body;
    const { description } = this.stated;
    if (!first || !second || !third || description === undefined || first.text.length > MAX_CAPTION * 2) return;
    if (likeness(first.text, description) < SAME) return;
    const isSetApart =
      first.kind !== second.kind || styleOf(first) !== styleOf(second) || /^<(?:strong|b)>/.test(first.html);
    if (!isSetApart) return;
    this.#found.abstract = first.text;
    body.shift();
  }
}

/** Set as a quote or in an element that is no paragraph. */
const isApart = ({ kind, element }: Block): boolean => kind === 'quote' || (kind === 'p' && element.localName !== 'p');
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const isProse = ({ text, linked }: Block): boolean => text.length >= 80 && linked * 2 < text.length;
const styleOf = ({ element }: Block): string => `${element.localName} ${element.getAttribute('class') ?? ''}`;

/** Buttons, teasers, calls to subscribe: what pages say to their readers. */
function isFurniture({ kind, text, linked }: Block): boolean {
  if (kind === 'table' || kind === 'quote') return false;
  if (text.length <= MAX_CALL && CALL.test(text)) return true;
  const key = labelKey(text);
  if (key === '') return false;
  if (NOISE_LINES.has(key) || (kind !== 'li' && RELATED_HEADINGS.has(key))) return true;
  return (text.length <= MAX_LINE || linked * 2 > text.length) && NOISE_STARTS.some((start) => key.startsWith(start));
}
