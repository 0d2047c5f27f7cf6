import { WireError } from '../errors';
import type { Format, ParseContext } from '../format';
import type { Reading } from '../item';
import { isBrokenJson, type JsonObject, jsonOf, objectOf } from '../json';
import { readNinjs } from '../ninjs/item';
import { schemaFaults } from '../ninjs/schema';

/**
 * ninjs, News in JSON 1.0 to 1.6, 2.x and 3.x: one item an object; a list of them, or an API's page of them.
 * Specification: https://iptc.org/std/ninjs/ (schemas and user guide).
 *
 * What agencies do differently: Superdesk has `guid` for `uri`, `service` for sections, `source`, `priority` and
 * `extra`, and leaves fields empty rather than out; TT adds `bylines`, `product` and a whole page in `body_html5`, and
 * puts the photographer and the agency into one `byline`; Business Wire and others fill in what their schema does not
 * know. Dates come with "+0000" as often as with "Z". What the schema says is therefore a warning, never a gate.
 */
export const ninjs: Format = {
  name: 'ninjs',
  detect: (source) => itemsOf(source.json) !== undefined || isBrokenJson(source, KNOWN_KEYS),
  parse(source, context) {
    const items = itemsOf(jsonOf(source)) ?? [];
    if (items.length > context.limits.items) {
      throw new WireError('too-large', `The input has ${items.length} items, the limit is ${context.limits.items}.`);
    }
    for (const item of items) tellFaults(item, context);
    const [only] = items;
    if (only && items.length === 1) return [readNinjs(only, context)];
    return items.flatMap((item) => readMember(item, context));
  },
};

function tellFaults(item: JsonObject, context: ParseContext): void {
  const faults = schemaFaults(item);
  if (faults.length === 0) return;
  context.warn(
    'ninjs-schema',
    `The item was read, though it is not as the ninjs schema wants it (${faults.join('; ')}).`,
  );
}

/** In a list, an item that holds nothing to publish does not keep the others back. */
function readMember(item: JsonObject, context: ParseContext): Reading[] {
  try {
    return [readNinjs(item, context)];
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    context.warn('item-left-out', error.message);
    return [];
  }
}

/** Properties that nothing but ninjs has under these names, next to a `uri`. */
const KEYS = [
  'versioncreated', 'versionCreated', 'pubstatus', 'pubStatus', 'representationtype', 'representationType',
  'contentcreated', 'contentCreated', 'headlines', 'bodies', 'descriptions', 'body_html', 'body_xhtml', 'body_text',
  'description_text', 'description_html', 'copyrightholder', 'copyrightHolder', 'renditions', 'associations', 'standard',
  '$standard',
]; // prettier-ignore
const KNOWN_KEYS = new RegExp(`"(?:${KEYS.map((key) => key.replace('$', '\\$')).join('|')})"\\s*:`);
const TYPE = /^(?:text|audio|video|picture|graphic|composite|component|event|planning)$/i;

function isNinjs(value: unknown): value is JsonObject {
  const object = objectOf(value);
  if (!object || (typeof object['uri'] !== 'string' && typeof object['guid'] !== 'string')) return false;
  const { type } = object;
  if (type !== undefined && !(typeof type === 'string' && TYPE.test(type))) return false;
  const known = KEYS.filter((key) => key in object).length + (type === undefined ? 0 : 1);
  return known >= 1 && (known >= 2 || 'headline' in object || 'byline' in object || 'title' in object);
}

/** The items of an object, a list or a page of an API (`_items` at Superdesk); undefined for JSON that is not ninjs. */
function itemsOf(json: unknown): JsonObject[] | undefined {
  if (isNinjs(json)) return [json];
  const list = Array.isArray(json) ? (json as unknown[]) : (objectOf(json)?.['_items'] ?? objectOf(json)?.['items']);
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const items = list.filter(isNinjs);
  return items.length === list.length ? items : undefined;
}
