import { placeOf } from '../../../server/wire/dateline';

describe('placeOf', () => {
  test.each([
    ['VARDØ, Norway', 'VARDØ, Norway'],
    ['Vardø, Dec 20, 2017 (NN) -', 'Vardø'],
    ['Vardø, 21 jan 2019 (NN) -', 'Vardø'],
    ['BERGEN March 22 NN -', 'BERGEN'],
    ['BERGEN, Norway, Sept. 3 (NN) --', 'BERGEN, Norway'],
    ['Tromsø/Bergen (nn) - ', 'Tromsø/Bergen'],
    ['KIRKENES, Fin.', 'KIRKENES, Fin.'],
    ['BERGEN —', 'BERGEN'],
    ['Bergen - Vardø', 'Bergen'],
    ['4/4/2018', undefined],
    ['2014-07-16 13:00:03 GMT+00:00', undefined],
    ['20200616', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j → %j', (dateline, place) => {
    expect(placeOf(dateline)).toBe(place);
  });
});
