import type { Ninjs } from './wire';

/** ninjs has no field that says so: the note to editors does. */
const CORRECTS = { ednote: 'CORRECTION: the time of departure was wrong.' };

const SECTIONS = ['Harbour', 'Shipping', 'Weather', 'Council', 'Sport'];

/**
 * Invented stories of every kind that an import meets: with and without photos, categories, bylines, comments, rights
 * and embargoes, newer and older versions, corrections, kills, the same twice, headlines and photos that are shared.
 */
export function variedStories(count: number): Ninjs[] {
  return Array.from({ length: count }, (_, n) => story(n));
}

/** What comes of them later, in a delivery of its own: newer versions, corrections, what is withheld, and kills. */
export function laterVersions(count: number): Ninjs[] {
  return Array.from({ length: count }, (_, n) => n).flatMap((n): Ninjs[] => {
    const uri = `urn:varied:${n}`;
    if (n % 17 === 3)
      return [{ uri, version: '10', headline: 'Kill', pubstatus: 'canceled', ednote: 'Not ours to tell' }];
    if (n % 19 === 5) return [{ uri, version: '10', headline: 'Hold', pubstatus: 'withheld' }];
    if (n % 5 !== 1) return [];
    const newer = {
      version: '9',
      headline: `Ferry ${n} leaves Varnhaven after all`,
      body_html: `<p>Ferry ${n} left late.</p>`,
    };
    return [{ ...story(n), uri, ...newer, pubstatus: 'usable', ...(n % 10 === 1 ? CORRECTS : {}) }];
  });
}

function story(n: number): Ninjs {
  const uri = `urn:varied:${n}`;
  if (n % 31 === 30) return { ...story(n - 7), version: '9', headline: `Corrected story ${n - 7}`, ...CORRECTS };
  if (n % 37 === 36) return { uri: `urn:varied:${n - 5}`, version: '9', headline: 'Kill', pubstatus: 'canceled' };
  if (n % 41 === 40) return story(n - 3);
  return {
    uri,
    headline: n % 13 === 0 ? 'News in brief' : `Ferry ${n} leaves “Varnhaven” — on time`,
    version: String(1 + (n % 3)),
    urgency: 1 + (n % 9),
    language: n % 4 === 0 ? 'sv-SE' : 'en',
    body_html: `<p>Ferry ${n} left.</p><p onclick="x()">“On time”, said <em>the</em> office &amp; crew.<script>x</script></p>`,
    service: SECTIONS.slice(n % 3, (n % 3) + (n % 4)).map((name) => ({ name })),
    ...(n % 2 === 0 ? { byline: 'By Ilse Brandt', located: 'Varnhaven' } : {}),
    ...(n % 5 === 0 ? { ednote: 'Pictures follow', usageterms: 'No archives', copyrightholder: 'AFP' } : {}),
    ...(n % 7 === 0 ? { embargoed: '2031-01-02T03:04:05Z', expires: '2032-01-01T00:00:00Z' } : {}),
    ...(n % 11 === 0 ? { keywords: ['ferry', 'quay'], genre: [{ name: 'Feature' }] } : {}),
    ...(n % 3 === 0 ? { associations: photos(n) } : {}),
  };
}

function photos(n: number): Record<string, object> {
  const main = {
    type: 'picture',
    headline: `Photo ${n}`,
    description_text: `Ferry ${n} at the quay.`,
    byline: 'Nils Holm',
    copyrightholder: 'AP',
    usageterms: 'Sweden out',
  };
  const shared = { uri: `urn:varied:photo:${n % 15 === 0 ? 'shared' : n}`, ...main };
  return n % 9 === 0 ? { main: shared, second: { ...main, headline: `Second photo ${n}` } } : { main: shared };
}
