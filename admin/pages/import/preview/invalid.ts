import { isWithin } from '../../../lines';
import type { Draft } from './drafts';
import { CLOSING, PHOTO, type Field } from './fields';

/** Paths of the values that an import would refuse: numbers out of their range, in what is going to be imported. */
export function invalidPaths({ include, locked, story, photosOut }: Draft): string[] {
  if (!include || locked) return [];
  const inPhotos = (story.photos ?? []).flatMap((photo, position) =>
    photosOut.includes(position) ? [] : invalidIn(PHOTO, photo).map((name) => `photos.${String(position)}.${name}`),
  );
  return story.type === 'text' ? [...invalidIn(CLOSING, story), ...inPhotos] : inPhotos;
}

const invalidIn = <T extends object>(fields: readonly Field<T>[], values: T): string[] =>
  fields.flatMap((field) => (isInvalid(field, values) ? [field.name] : []));

/** Whether the value of a field is a number that cannot be stored. */
export function isInvalid<T extends object>(field: Field<T>, values: T): boolean {
  if (field.control !== 'whole') return false;
  const value: unknown = values[field.name];
  return typeof value === 'number' && !isWithin(value, field.range);
}
