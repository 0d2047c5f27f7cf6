import { useIntl } from 'react-intl';

/** An instant in the editor's language and zone, with the exact instant for machines and on hover. */
export function Moment({ at }: { at: string }) {
  const { formatDate } = useIntl();
  return (
    <time dateTime={at} title={at}>
      {formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
