import type { JsonObject } from '../json';

/**
 * What the ninjs schemas (1.0 to 3.1, https://iptc.org/std/ninjs/) ask of the properties that are read here. Kept as a
 * table instead of the schemas themselves: most items of real agencies break them somewhere and are fine to publish, so
 * a fault is told as a warning and never keeps an item out.
 */
type Kind = 'string' | 'integer' | 'array' | 'object' | 'array or object' | 'date-time' | 'status';

const of = (kind: Kind, names: string): [string, Kind][] => names.split(' ').map((name) => [name, kind]);

/** By lower-cased name: 3.x writes in camel case what 1.x and 2.x write in lower case. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...of('string', 'uri type version headline byline dateline located slugline ednote language title profile mimetype'),
  ...of('string', 'copyrightholder copyrightnotice usageterms body_text body_html body_xhtml description_text description_html'),
  ...of('integer', 'urgency wordcount charcount'),
  ...of('array', 'subject genre infosource headlines bodies descriptions subjects genres infosources'),
  ...of('object', 'rightsinfo'),
  ...of('array or object', 'associations renditions'),
  ...of('date-time', 'versioncreated firstcreated contentcreated embargoed embargoeduntil expires'),
  ...of('status', 'pubstatus'),
]); // prettier-ignore

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

const HOLDS: Record<Kind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  array: Array.isArray,
  object: isObject,
  'array or object': (value) => Array.isArray(value) || isObject(value),
  'date-time': (value) => typeof value === 'string' && value.length <= 40 && DATE_TIME.test(value),
  status: (value) => value === 'usable' || value === 'withheld' || value === 'canceled',
};

/** The most faults that are told of one item. */
const MAX_FAULTS = 5;

/** The properties that are not as the schema wants them, each with what it wants: `urgency: integer`. */
export function schemaFaults(item: JsonObject): string[] {
  const faults: string[] = 'uri' in item ? [] : ['uri: missing'];
  for (const name of Object.keys(item)) {
    if (faults.length >= MAX_FAULTS) break;
    const kind = KINDS.get(name) ?? KINDS.get(name.toLowerCase());
    if (kind !== undefined && !HOLDS[kind](item[name])) faults.push(`${name}: ${kind}`);
  }
  return faults;
}
