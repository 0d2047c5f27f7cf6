import { errors } from '@strapi/utils';
import type { Entity } from '../documents';
import { readRestrictions } from '../wire/terms/restrictions';
import { normalise } from './stored-restrictions';

/** Refuses restrictions of which nobody knows what they forbid: what cannot be read cannot be obeyed. */
export function checkRestrictions(data: Entity): void {
  const problem = normalise(data);
  if (problem === undefined) return;
  throw new errors.ValidationError(`Restrictions: ${problem}.`, { code: 'invalid-restriction', field: 'restrictions' });
}

/**
 * The restrictions of an agency are what its terms, in words, say, a sentence a line. A line in which no restriction is
 * read is refused: an editor who wrote it would trust that it is obeyed.
 */
export function readTerms(data: Entity): void {
  const terms = data['restrictionTerms'];
  if (terms === undefined) return checkRestrictions(data);
  const lines = typeof terms === 'string' ? terms.split('\n').filter((line) => line.trim() !== '') : [];
  const unread = lines.find((line) => readRestrictions(line).length === 0);
  if (unread !== undefined) {
    throw new errors.ValidationError(
      `No restriction is read in "${unread.trim().slice(0, 120)}". Write it as agencies do ("No archive.", "Japan out."), or put it into the usage terms.`,
      { code: 'unread-terms', field: 'restrictionTerms' },
    );
  }
  const read = readRestrictions(lines.join('\n'));
  data['restrictions'] = read.length === 0 ? null : read;
}
