import { useCallback } from 'react';
import { isMessageKey, useText } from './intl';

/** The name of a stored field for people; a field that we have no name for is called what the server calls it. */
export function useFieldName() {
  const t = useText();
  return useCallback(
    (field: string): string => {
      const key = `field.${field}`;
      return isMessageKey(key) ? t(key) : field;
    },
    [t],
  );
}
