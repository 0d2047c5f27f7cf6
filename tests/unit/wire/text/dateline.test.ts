import { readDateline } from '../../../../server/wire/text/dateline';

const LEDE = 'The council voted on Monday to reopen the old lighthouse, officials said.';

describe('datelines', () => {
  it.each([
    ['EASTHAVEN, Norway (AP) — ', 'EASTHAVEN, Norway', 'AP'],
    ['EASTHAVEN (AP) _ ', 'EASTHAVEN', 'AP'],
    ['EASTHAVEN, Norway (AP) -- ', 'EASTHAVEN, Norway', 'AP'],
    ['EASTHAVEN, April 25 (Reuters) - ', 'EASTHAVEN', 'Reuters'],
    ['EASTHAVEN/LONDON (Reuters) - ', 'EASTHAVEN/LONDON', 'Reuters'],
    ['WEST EASTHAVEN, Fla./LONDON (Reuters) - ', 'WEST EASTHAVEN, Fla./LONDON', 'Reuters'],
    ['(Reuters) - ', undefined, 'Reuters'],
    ['    EASTHAVEN, Feb 26 - '.trim() + ' ', 'EASTHAVEN', undefined],
    ['Easthaven, Norvège (AFP) – ', 'Easthaven, Norvège', 'AFP'],
    ['Easthaven, Dec 20, 2017 (AFP) - ', 'Easthaven', 'AFP'],
    ['Osthafen/Wien (dpa) - ', 'Osthafen/Wien', 'dpa'],
    ['Osthafen (ats afp) ', 'Osthafen', 'AFP'],
    ['EASTHAVEN, Japan, Dec. 9 Kyodo - ', 'EASTHAVEN, Japan', 'Kyodo'],
    ['EASTHAVEN, January 21. /TASS/. ', 'EASTHAVEN', 'TASS'],
    ['EASTHAVEN, Texas, Feb. 1, 2017 /PRNewswire/ -- ', 'EASTHAVEN, Texas', 'PR Newswire'],
    ['Puerto del Este, 15 jul (EFE).- ', 'Puerto del Este', 'EFE'],
    ['(ANSA) - PORTO EST, 08 MAG - ', 'PORTO EST', 'ANSA'],
    ['NEW EASTHAVEN, LONDON and ROME, Feb. 2, 2017 /PRNewswire/ -- ', 'NEW EASTHAVEN, LONDON and ROME', 'PR Newswire'],
    ['EASTHAVEN, Norway — ', 'EASTHAVEN, Norway', undefined],
    ['EASTHAVEN, Norway--(BUSINESS WIRE)--', 'EASTHAVEN, Norway', 'Business Wire'],
    ['Easthaven, Norway | AFP | ', 'Easthaven, Norway', 'AFP'],
    ['نيويورك (أ ف ب) - ', 'نيويورك', 'AFP'],
  ])('%j', (start, place, agency) => {
    const text = start + LEDE;
    const line = readDateline(text);
    expect(line?.place && text.slice(line.place.from, line.place.to)).toBe(place);
    expect(line?.agency?.name).toBe(agency);
    expect(text.slice(line?.bodyFrom)).toBe(LEDE);
  });

  it.each([
    LEDE,
    'FILE - In this May 5, 2019, file photo, the lighthouse of Easthaven stands dark.',
    '“It felt like a lorry (a big one) — and then it was gone,” she said to the crowd.',
    'Oct. 6, 1923: the first lamp was lit by a boy who had been told not to touch it.',
    'THE STATE OF PLAY THIS MORNING - Nobody knows where the owls of the lighthouse have gone.',
    'The party (PSX) — which nobody had heard of before — won a seat on Sunday.',
    'Jane Doe/AP/dpa',
    '- No, he said and went on with his soup as if nothing had happened at all.',
  ])('%j has none', (text) => {
    expect(readDateline(text)).toBeUndefined();
  });
});
