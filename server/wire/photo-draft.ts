import type { Draft } from './draft';
import type { WirePhoto } from './item';

/** A photo while a format reads it: each value goes in with the place that it came from, absent values stay absent. */
export class PhotoDraft {
  readonly #photo: WirePhoto = {};
  readonly #paths: Partial<Record<keyof WirePhoto, string>> = {};

  /** `base` is the path of the photo, for example "$.associations.main". */
  constructor(private readonly base: string) {}

  /** Sets a field unless the value is absent or empty, or a value is there. `key` is the place below the photo. */
  fill<K extends keyof WirePhoto>(field: K, value: WirePhoto[K] | undefined, key: string): this {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return this;
    if (this.#photo[field] !== undefined) return this;
    this.#photo[field] = value;
    this.#paths[field] = `${this.base}.${key}`;
    return this;
  }

  addTo(draft: Draft): void {
    draft.addPhoto(this.#photo, this.base, this.#paths);
  }
}
