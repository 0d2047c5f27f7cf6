import {
  EMBARGO_WITHOUT_END,
  type ItemType,
  type Provenance,
  type Reading,
  type WireItem,
  type WirePhoto,
} from './item';

/** An item while a format reads it: values go in with the place they came from, absent values stay absent. */
export class Draft {
  readonly item: WireItem;
  readonly provenance: Provenance = {};

  constructor(type: ItemType) {
    this.item = { type, pubStatus: 'usable' };
  }

  /** Sets a field unless the value is absent or empty. `confidence` is 1 where the format states the value. */
  set<K extends keyof WireItem>(field: K, value: WireItem[K] | undefined, path: string, confidence = 1): void {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return;
    this.item[field] = value;
    this.provenance[field] = { path, confidence };
  }

  /** Sets a field that has no value yet. */
  fill<K extends keyof WireItem>(field: K, value: WireItem[K] | undefined, path: string, confidence = 1): void {
    if (this.item[field] === undefined) this.set(field, value, path, confidence);
  }

  /** Adds a photo; `paths` says where its fields came from. Fields without a value are left out. */
  addPhoto(photo: WirePhoto, path: string, paths: Partial<Record<keyof WirePhoto, string>> = {}): void {
    const photos = (this.item.photos ??= []);
    for (const field of Object.keys(photo)) {
      const own = Object.entries(paths).find(([name]) => name === field)?.[1];
      this.provenance[`photos.${photos.length}.${field}`] = { path: own ?? path, confidence: 1 };
    }
    photos.push(photo);
  }

  /** An embargo: until an instant, or, where the agency gives none, without an end. */
  embargo(until: string | undefined, path: string): void {
    this.set('embargoedUntil', until ?? EMBARGO_WITHOUT_END, path);
  }

  reading(): Reading {
    return { item: this.item, provenance: this.provenance };
  }
}

/** An object without the keys whose value is undefined, empty or an empty list. */
export function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T;
export function present(values: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  }
  return kept;
}

/** A list without repetitions and empty members, in order. */
export function distinct(values: readonly (string | undefined)[]): string[] {
  const found = new Set<string>();
  for (const value of values) if (value !== undefined && value !== '') found.add(value);
  return [...found];
}
