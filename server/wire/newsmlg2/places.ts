import { present } from '../draft';
import type { WirePhoto } from '../item';
import type { XmlElement } from '../xml';
import { attr, child, children, first, textOf } from '../xml-tree';
import { codeOf, nameOf, schemeOf, localCode } from './values';

type PlaceParts = Pick<WirePhoto, 'city' | 'state' | 'country' | 'countryCode'>;

/**
 * City, state and country of `contentMeta/located`. The place stands in its name with the wider places as `broader`, or
 * in the address of the `assert` that it points to.
 */
export function placeParts(item: XmlElement): PlaceParts {
  const located = first(item, 'contentMeta/located');
  if (located === undefined) return {};
  const key = attr(located, 'qcode') ?? attr(located, 'literal');
  const assert = children(item, 'assert').find(
    (one) => key !== undefined && (attr(one, 'qcode') ?? attr(one, 'literal')) === key,
  );
  const address = first(assert, 'POIDetails/address');
  if (address) {
    return present<PlaceParts>({
      city: nameOf(child(address, 'locality')),
      state: nameOf(child(address, 'area')),
      country: nameOf(child(address, 'country')),
    });
  }
  const wider = children(located, 'broader');
  const country = wider.find(isCountry) ?? wider.at(-1);
  const state = wider.find((place) => place !== country);
  return present<PlaceParts>({
    city: isCountry(located)
      ? undefined
      : (children(located, 'name').map(textOf).find(Boolean) ?? attr(located, 'literal')),
    state: nameOf(state),
    country: nameOf(isCountry(located) ? located : country),
    countryCode: [located, ...wider].map(countryCode).find(Boolean),
  });
}

const isCountry = (place: XmlElement): boolean =>
  countryCode(place) !== undefined || /country/i.test(attr(place, 'type') ?? '');

/** The ISO 3166-1 code of a place, from its own code or from one that is the same. */
function countryCode(place: XmlElement): string | undefined {
  for (const element of [place, ...children(place, 'sameAs')]) {
    const code = codeOf(element);
    if (code !== undefined && /^iso3166-1a[23]$/i.test(schemeOf(code) ?? '')) return localCode(code);
  }
  return undefined;
}
