import { useIntl } from 'react-intl';
import type { Restriction } from '../../../contracts/restrictions';
import { useText } from '../../intl';

/** "Not in Japan", "Not in 52 countries", "Within 14 days", "Not before 14 June 2026": a restriction in the editor's language. */
export function useRestrictionText() {
  const t = useText();
  const { formatDate, formatDisplayName } = useIntl();
  return ({ kind, territory, days, until }: Restriction, ...more: Restriction[]): string => {
    if (more.length > 0 && (kind === 'territory-excluded' || kind === 'territory-only')) {
      return t(`restriction.many.${kind}`, { count: more.length + 1 });
    }
    const place = territory === undefined ? '' : (nameOf(formatDisplayName, territory) ?? territory);
    const date =
      until === undefined || Number.isNaN(Date.parse(until))
        ? (until ?? '')
        : formatDate(until, { dateStyle: 'medium', timeZone: 'UTC' });
    if (kind === 'use-within-days' && days !== undefined && !Number.isInteger(days)) {
      return t('restriction.use-within-hours', { hours: Math.round(days * 24) });
    }
    return t(`restriction.${kind}`, { place, days: days ?? 0, date });
  };
}

/** A code that is none is shown as it is. */
function nameOf(
  format: (code: string, options: { type: 'region' }) => string | undefined,
  code: string,
): string | undefined {
  return /^[A-Z]{2}$/i.test(code) ? format(code.toUpperCase(), { type: 'region' }) : undefined;
}
