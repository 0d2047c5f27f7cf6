import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** An instant as `Moment` shows it, for the places where only a text fits. */
export function useMomentText() {
  const { formatDate } = useIntl();
  return useCallback((at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }), [formatDate]);
}

/** An instant in the editor's language and zone, with the exact instant for machines and on hover. */
export function Moment({ at }: { at: string }) {
  const textOf = useMomentText();
  return (
    <time dateTime={at} title={at}>
      {textOf(at)}
    </time>
  );
}
