/** The invented stories of a seeded database. The same number is the same story, always. */
import type { WireItem } from '../server/wire/item';

export const SEED_CATEGORIES = [
  'Harbour', 'Shipping', 'Weather', 'Council', 'Sport', 'Courts', 'Schools', 'Fisheries', 'Energy', 'Rail', 'Theatre', 'Housing',
].flatMap((name) => ['North', 'South', 'East', 'West', 'Islands'].map((part) => `${name} ${part}`)); // prettier-ignore

const PROVIDERS = ['AFP', 'AP', 'Reuters', 'dpa', 'ANSA', 'EFE'];
const BYLINES = ['Ragna Holm', 'Ilse Brandt', 'Jonas Lind', 'Maren Solvik', 'Tomas Keller'];
const SUBJECTS = [
  'ferry',
  'quay',
  'lighthouse',
  'winter timetable',
  'breakwater',
  'cannery',
  'tide gauge',
  'pilot boat',
];
const VERBS = ['reopens', 'closes', 'awaits inspection', 'wins new funding', 'divides the council', 'draws visitors'];
const SENTENCES = [
  'The harbour office of Varnhaven said on Tuesday that the work would be done before the first storms of autumn.',
  'Nobody on the outer skerries was asked, said the keeper, who has kept the log of every arrival since 1998.',
  'The council votes on a subsidy of 12 million crowns next week; two of its seven parties have announced support.',
  'Engineers found no damage after the storm, but the pump had to be replaced at short notice.',
  'Freight volumes fell for the third quarter in a row, while passenger numbers rose by 4.5 percent.',
];

/** Photos stand in so many of the first stories. */
const WITH_PHOTO = 300_000;
const EPOCH = Date.UTC(2015, 0, 1);
const SPREAD_MS = 11 * 365 * 86_400_000;

/** Of every so many stories, one is so. */
const EVERY = { embargoed: 2000, expired: 1500, killed: 4000, commented: 20 };

/** The time of a story, given how many there are: they are spread over eleven years, the oldest first. */
export const seedTime = (n: number, count: number): Date => new Date(EPOCH + Math.floor((n / count) * SPREAD_MS));

export const seedUri = (n: number): string => `urn:newswire-seed:${n}`;

export const isKilled = (n: number): boolean => n % EVERY.killed === EVERY.killed - 1;

const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('The list is empty.');
  return one;
};

export function seedItem(n: number, count: number): WireItem {
  const created = seedTime(n, count).toISOString();
  const [subject, verb] = [at(SUBJECTS, n), at(VERBS, Math.floor(n / SUBJECTS.length))];
  const provider = at(PROVIDERS, n);
  const text = [0, 1, 2, 3].map((p) => `<p>${at(SENTENCES, n + p)} ${at(SENTENCES, n * 3 + p + 1)}</p>`);
  return {
    type: 'text',
    uri: seedUri(n),
    version: '1',
    versionCreated: created,
    firstCreated: created,
    pubStatus: 'usable',
    language: 'en',
    urgency: 1 + (n % 9),
    headline: `Varnhaven ${subject} ${verb}, report ${n}`,
    byline: at(BYLINES, n),
    located: 'Varnhaven',
    bodyHtml: text.join(''),
    keywords: [subject, `report ${n % 1000}`],
    categories: [at(SEED_CATEGORIES, n), at(SEED_CATEGORIES, n * 7 + 1)],
    provider,
    creditLine: `${at(BYLINES, n)}/${provider}`,
    copyrightHolder: provider,
    copyrightNotice: `© ${created.slice(0, 4)} ${provider}`,
    ...(n % EVERY.embargoed === 7 ? { embargoedUntil: '2041-01-01T00:00:00.000Z' } : {}),
    ...(n % EVERY.expired === 11 ? { expires: '2024-06-01T00:00:00.000Z' } : {}),
    ...(n < WITH_PHOTO ? { photos: [photo(n, provider)] } : {}),
    ...(n % EVERY.commented === 3 ? { comments: comments(n) } : {}),
  };
}

/** What takes a story down again. */
export function seedKill(n: number, count: number): WireItem {
  const { uri = seedUri(n), headline = '' } = seedItem(n, count);
  return { type: 'text', uri, version: '2', pubStatus: 'canceled', headline, signals: ['kill'] };
}

const photo = (n: number, provider: string) => ({
  uri: `${seedUri(n)}:photo`,
  caption: `The ${at(SUBJECTS, n)} of Varnhaven, seen from the pier on day ${n % 365}.`,
  byline: 'Nils Holm',
  creditLine: `Nils Holm/${provider}`,
  copyrightHolder: provider,
  ...(n % 50 === 0 ? { usageTerms: 'No archives' } : {}),
});

const comments = (n: number) => [
  { author: `Reader ${n % 5000}`, text: `I live beside the ${at(SUBJECTS, n)}, and this is news to me.` },
  { author: 'Ada', text: 'Thank you for the report.', replyTo: 0 },
];
