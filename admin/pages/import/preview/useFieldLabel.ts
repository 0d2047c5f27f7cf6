import { useCallback } from 'react';
import { useText } from '../../../intl';
import { CLOSING, OPENING, PHOTO, type FieldName } from './fields';

const NAMES: ReadonlySet<string> = new Set<FieldName>([
  ...[...OPENING, ...CLOSING, ...PHOTO].map(({ name }) => name),
  'body',
  'comments',
  'subjects',
]);
const isName = (name: string): name is FieldName => NAMES.has(name);

/** The name of the field at a path, for people: "photos.0.creditLine" is the photo's credit line. */
export function useFieldLabel() {
  const t = useText();
  return useCallback(
    (path: string): string => {
      const [first = '', , second = ''] = path.split('.');
      const name = first === 'photos' ? second : first;
      const label = isName(name) ? t(`field.${name}`) : name;
      return first === 'photos' && second !== 'caption' ? t('field.of-photo', { field: label }) : label;
    },
    [t],
  );
}
