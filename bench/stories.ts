/** Invented stories, each a little different, about 6 KB of text: what the benchmarks wrap into the formats. */
export interface Story {
  id: string;
  headline: string;
  byline: string;
  place: string;
  abstract: string;
  paragraphs: string[];
  keywords: string[];
  photo: { caption: string; byline: string; credit: string; href: string };
}

const SENTENCES = [
  'The ferry company said on Tuesday that it would keep the night crossing open until the end of the month.',
  '"Nobody on the island was asked," said the harbour master, who has kept the log of every arrival since 1998.',
  'Ticket prices rose by 4.5 percent in spring, and freight volumes fell for the third quarter in a row.',
  'A spokesman for the ministry declined to comment on the talks, which are due to resume on Thursday in Bergen.',
  'Fishermen & farmers in the northern parishes rely on the late boat to bring their goods to the mainland market.',
  'The council will vote on a subsidy of 12 million crowns; two of its seven parties have announced their support.',
  'Engineers found no damage to the hull after the storm, but the port engine had to be replaced at short notice.',
  'Schoolchildren who live on the outer skerries would lose forty minutes a day, according to a parents’ group.',
];

/** `count` stories of `sentences` sentences in paragraphs of three. The same call gives the same stories. */
export function stories(count: number, sentences = 54): Story[] {
  return Array.from({ length: count }, (_, n) => story(n, sentences));
}

function story(n: number, sentences: number): Story {
  const text = Array.from({ length: sentences }, (_, s) => SENTENCES[(n + s * 3) % SENTENCES.length] ?? '');
  const paragraphs: string[] = [];
  for (let s = 0; s < text.length; s += 3) paragraphs.push(text.slice(s, s + 3).join(' '));
  return {
    id: `20240${1 + (n % 9)}-island-ferry-${n}`,
    headline: `Island ferry ${n} to run until the end of the month`,
    byline: 'Ragna Holm',
    place: 'VARDØ, Norway',
    abstract: SENTENCES[n % SENTENCES.length] ?? '',
    paragraphs,
    keywords: ['ferry', 'islands', `route ${n}`],
    photo: {
      caption: `The ferry "Havørn" leaves the harbour of Vardø on route ${n}.`,
      byline: 'Jonas Lind',
      credit: 'Jonas Lind/Nordlys Photo',
      href: `https://pictures.example/${n}.jpg`,
    },
  };
}

/** Text to the text of XML and HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The paragraphs of a story as XHTML. */
export function markup({ paragraphs }: Story): string {
  return paragraphs.map((text, n) => `<p>${n === 2 ? `<em>${escaped(text)}</em>` : escaped(text)}</p>`).join('\n');
}
