import { storyRestrictions } from '../../../../server/rights/stated';
import { readRestrictions, type Restriction } from '../../../../server/wire/terms/restrictions';
import { SENT, SENTENCES } from '../terms/sentences';
import { BODY, itemOf, paragraphsOf, STORY } from './read';

const HEAD = 'Council reopens lighthouse of Easthaven';
const PLACES: readonly (readonly [string, (line: string) => string])[] = [
  ['above the story', (line) => `${line}\n\n${HEAD}\n\n${BODY}`],
  ['above the dateline', (line) => `${HEAD}\n\n${line}\n\nEASTHAVEN, Norway, May 4 (Reuters) - ${BODY}`],
  ['below the story', (line) => `${HEAD}\n\n${BODY}\n\n${line}`],
  ['below the copyright line', (line) => `${HEAD}\n\n${BODY}\n\n© 2026 AFP\n\n${line}`],
];

/** A name that is no term, or words that stand in stories, too. */
const LEFT = new Set([
  'For Velna clients only',
  'Exclusive to Velna clients',
  'Uniquement pour les clients de Velna',
  'À n’utiliser qu’une seule fois',
  'Not available for licence and loan in Japan',
  'No archiving after the fair',
  'English subscribers only',
  'Mandatory credit: May 5 Press, use until further notice',
  'Not for use in Japan (incl. Okinawa)',
  'Die Beschränkung „nur redaktionelle Nutzung“ besteht',
]);
/** A story may end in these. */
const SAYINGS =
  /^(?:No Japan|Uniquement en France|Nicht für Österreich|Nur für Deutschland|Solo en España|Exclusivamente para Chile|(?:Germany|Latin America|NZ) out|México fuera|Nicht in (?:Europa|den Benelux-Staaten)|Nur für Europa|Nicht in Osteuropa|Nur für Mitteleuropa|Southeast Asia out|N\. Ireland out|All countries but Japan|World rights ex Japan)$/u;
/** Under a headline, a day is the story's, and a credit a photo's. */
const UNDER_HEADLINE = new Set([
  'EXPIRES 12/31/2026',
  '3 March 2031 embargo',
  'All rights reserved except Norway',
  'Pflichtangabe: Velna Port / Nordpix',
]);

const sentences = SENTENCES.flatMap(([, rows]) => rows)
  .filter(([text, expected]) => expected !== '' && !LEFT.has(text))
  .map(([text]) => text);

const said = (restrictions: Restriction[] | null): string[] =>
  (restrictions ?? []).map(({ kind, territory, days, until }) => [kind, territory, days, until].join(' ')).sort();

describe.each(PLACES)('a sentence of terms %s', (place, text) => {
  it.each(sentences)('%s', (sentence) => {
    const line = `${sentence.replace(/\.$/u, '')}.`;
    if (place === 'above the dateline' && UNDER_HEADLINE.has(sentence)) return;
    const isKept = place !== 'below the story' || !SAYINGS.test(sentence);
    const item = itemOf(text(line));
    if (item.embargoedUntil !== undefined) return;
    if (isKept)
      expect(said(storyRestrictions({ ...item, versionCreated: SENT }))).toEqual(said(readRestrictions(line, SENT)));
    expect(paragraphsOf(item)).toEqual(isKept ? STORY : [...STORY, line]);
    expect(item).toMatchObject({ headline: HEAD });
    expect(item.byline).toBeUndefined();
  });
});

describe.each(PLACES)('a sentence that forbids nothing %s', (_, text) => {
  it.each(SENTENCES.flatMap(([, rows]) => rows).flatMap(([line, expected]) => (expected === '' ? [line] : [])))(
    '%s',
    (line) => {
      expect(itemOf(text(`${line.replace(/\.$/u, '')}.`)).usageTerms).toBeUndefined();
    },
  );
});
