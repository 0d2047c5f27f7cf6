import { attribute, elementsOf, type PageElement } from './dom';

const PUBLISHED = /(?:^|[\s:.])(?:date_?published|date_?created|dc:date|dc:created|created|issued|pubdate)(?:$|\s)/i;

/** The date that the clean page gives its story in mark-up: a date property, else the first `time`. */
export function printedDate(body: PageElement): string | undefined {
  let first: string | undefined;
  for (const element of elementsOf(body)) {
    const names = `${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'property') ?? ''}`;
    const value = attribute(element, 'content') ?? attribute(element, 'datetime');
    if (value === undefined) continue;
    if (PUBLISHED.test(names)) return value;
    if (element.localName === 'time') first ??= value;
  }
  return first;
}

/** The day in an address such as "https://a.example/2024/03/05/harbour-wall". */
export function dateInAddress(address: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:\/|-|$)/.exec(address ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
