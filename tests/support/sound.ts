import { BODY_ELEMENTS } from '../../server/wire/html';
import type { WireItem } from '../../server/wire/item';

const TAG = new RegExp(`^</?(?:${BODY_ELEMENTS.join('|')})(?: (?:href|colspan|rowspan|scope)="[^"<>]*")*(?: ?/)?>$`);
const HREF = / href="([^"]*)"/;
const SAFE_ADDRESS = /^(?:https?|mailto|tel):/i;

/**
 * What is wrong with an item that a reader made, or nothing: elements, attributes and links that a body may not hold,
 * and absent values that are not absent keys.
 */
export function faultsOf(item: WireItem): string[] {
  const tags = (item.bodyHtml ?? '').match(/<[^>]*>?/g) ?? [];
  const faults = tags.filter((tag) => {
    const href = HREF.exec(tag)?.[1];
    return !TAG.test(tag) || (href !== undefined && !SAFE_ADDRESS.test(href));
  });
  for (const [field, value] of Object.entries(item)) {
    if (isEmpty(value)) faults.push(`${field} is empty`);
  }
  for (const photo of item.photos ?? []) {
    for (const [field, value] of Object.entries(photo)) if (isEmpty(value)) faults.push(`photo: ${field} is empty`);
  }
  return faults;
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
