import { BANDS, distance, likeness, MAX_DISTANCE, printOf, shinglesOf } from '../../../../server/importer/near/print';

const FERRY = `A steam ferry that carried mail and cattle between the western islands for six decades went back into
service on Thursday, 41 years after it was laid up for want of passengers. "She sounds just as she did when I was a
boy," said Olav Tennfjord, 71, who fired the ship's boiler as a young man and helped to restore it. The Havdronning,
built in 1924, crossed from Vestvik to the island of Skarvholm in 52 minutes with 180 passengers on board, the port
authority said. Volunteers spent eleven years and some 34 million kroner on the ship, which had served as a floating
cafe before its hull began to leak. Its boiler now burns pressed wood instead of coal, which cuts emissions by four
fifths, according to the foundation that owns the ship.`;

const FERRY_HTML = FERRY.split('. ').map((one) => `<p class="x">${one}.</p>`).join('\n').replace(/"/g, '&quot;'); // prettier-ignore

const FERRY_REWRITTEN = `VESTVIK - More than four decades after she was laid up, the steam ferry Havdronning is sailing
again. The ship, built in 1924, crossed from Vestvik to the island of Skarvholm in 52 minutes with 180 passengers on
board, the port authority said on Thursday. Volunteers spent eleven years and some 34 million kroner on the ship, which
had served as a floating cafe before its hull began to leak. "She sounds just as she did when I was a boy," said Olav
Tennfjord, 71, who fired the ship's boiler as a young man. Its boiler now burns pressed wood instead of coal.`;

const FERRY_UPDATED = `${FERRY} The foundation plans two crossings a day until the end of September. Tickets for the first
month were gone within hours. The mayor of Vestvik, Kari Sund, said that the town would pay for a second crew if the
demand held, and that schools on the islands had asked for a boat of their own in winter.`;

const FERRY_SHORT = `The Havdronning, built in 1924, crossed from Vestvik to the island of Skarvholm in 52 minutes with
180 passengers on board, the port authority said. Volunteers spent eleven years and some 34 million kroner on the ship,
which had served as a floating cafe before its hull began to leak.`;

const FERRY_OTHER_REPORT = `Crowds lined the quay of Vestvik on Thursday to wave at an old friend. The Havdronning, which
took generations of islanders to school and to market, is under steam again. Among the first aboard was Olav Tennfjord,
who stoked her fires in his youth and could not hold back his tears. It was a long way: for eleven years, enthusiasts
gave their weekends and a small fortune to save the vessel, a floating cafe until water came in. She runs on wood
pellets now, a concession to the times. The trip to Skarvholm takes less than an hour.`;

const BUDGET = `Ministers agreed on a budget early on Friday after a night of talks that had threatened to bring the
coalition down. The plan raises the tax on tobacco and cuts the subsidy for electric cars by a third, according to a
draft that was seen by this newsroom. The opposition called it a budget of fear and said that it would vote against it
in parliament next week. Unions announced a march through the capital for Sunday.`;

const WEATHER = (day: string, wind: number) =>
  `Gale warning for ${day}: wind of ${wind} knots from the west, rough sea, small boats should stay in port.`;

const verdict = (a: string, b: string): 'same' | 'other' | 'too short' => {
  const [left, right] = [shinglesOf(a), shinglesOf(b)];
  if (!left || !right) return 'too short';
  return likeness(left, right) === undefined ? 'other' : 'same';
};

describe('two texts', () => {
  it.each([
    ['the same wire, word by word', FERRY, FERRY, 'same'],
    ['the same wire by another agency, marked up and with its own dateline', FERRY, `<p>VESTVIK, May 14 (AP) —</p>${FERRY_HTML}`, 'same'],
    ['the same wire in capitals', FERRY, FERRY.toUpperCase(), 'same'],
    ['an update with three more sentences', FERRY, FERRY_UPDATED, 'same'],
    ['a rewrite that keeps most sentences', FERRY, FERRY_REWRITTEN, 'same'],
    ['a short version, cut from the long one', FERRY_UPDATED, FERRY_SHORT, 'same'],
    ['another reporter at the same event', FERRY, FERRY_OTHER_REPORT, 'other'],
    ['another story', FERRY, BUDGET, 'other'],
    ['another story that quotes one sentence of it', `${BUDGET} The Havdronning, built in 1924, crossed from Vestvik to the island of Skarvholm.`, FERRY, 'other'],
    ['two weather warnings, made from a form', WEATHER('Monday', 38), WEATHER('Tuesday', 44), 'too short'],
    ['two alerts', 'Ferry aground off Skarvholm, port authority says', 'Ferry aground off Skarvholm, port authority says', 'too short'],
    ['nothing at all', '', FERRY, 'too short'],
  ] as const)('%s: %s', (_, a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
    expect(verdict(b, a)).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['an update', FERRY_UPDATED],
    ['a rewrite', FERRY_REWRITTEN],
    ['a short version', FERRY_SHORT],
    ['other markup', FERRY_HTML],
  ])('that are the same story are found by a band and pass the SimHash: %s', (_, text) => {
    const [left, right] = [FERRY, text].map((one) => printOf(shinglesOf(one) ?? new Set()));
    expect(left?.bands.some((band, n) => band !== null && band === right?.bands[n])).toBe(true);
    expect(distance(left?.simhash ?? '', right?.simhash ?? '')).toBeLessThanOrEqual(MAX_DISTANCE);
  });
});

describe('a print', () => {
  it('has eight bands that a database can keep as integers, and 64 bits', () => {
    const { bands, simhash } = printOf(shinglesOf(FERRY) ?? new Set());
    expect(bands).toHaveLength(BANDS);
    for (const band of bands) expect(band === null || (band >= -(2 ** 31) && band < 2 ** 31)).toBe(true);
    expect(simhash).toMatch(/^[0-9a-f]{16}$/);
    expect(distance(simhash, simhash)).toBe(0);
    expect(distance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  });

  it('is the same for the same text on every machine', () => {
    expect(printOf(shinglesOf(FERRY) ?? new Set())).toMatchSnapshot();
  });
});
