import { useIntl } from 'react-intl';
import type { ValidityReason, Verdict } from '../../../contracts/validity';
import { useText } from '../../intl';

/** "May be shown until 14 June. Mandatory credit." */
export function useVerdict() {
  const t = useText();
  const place = usePlaces();
  const when = useWhen();
  return ({ servable, until, from, override, mandatoryCredit, only, except }: Verdict): string => {
    const verdict = servable
      ? until === undefined
        ? t('validity.open')
        : t('validity.open-until', { date: when(until) })
      : from === undefined
        ? t('validity.closed')
        : t('validity.closed-until', { date: when(from) });
    return [
      verdict,
      override && t('validity.override', { who: override.who, why: override.why }),
      only && t('validity.only', { places: place(only) }),
      except && t('validity.except', { places: place(except) }),
      mandatoryCredit && t('validity.mandatory-credit'),
    ]
      .filter((sentence) => typeof sentence === 'string')
      .join(' ');
  };
}

/** A reason in words. */
export function useReasonText() {
  const t = useText();
  return (reason: ValidityReason): string => t(`reason.${reason}`);
}

export function useWhen() {
  const { formatDate } = useIntl();
  return (date: string) => formatDate(date, { dateStyle: 'medium', timeStyle: 'short' });
}

/** More countries than a sentence can be read with: their number says more. */
const MANY = 12;

/** Countries by name, in the editor's language. */
function usePlaces() {
  const t = useText();
  const { locale, formatDisplayName, formatList } = useIntl();
  return (codes: readonly string[]): string => {
    if (codes.length > MANY) return t('validity.countries', { count: codes.length });
    const names = codes.map((code) => formatDisplayName(code, { type: 'region' }) ?? code);
    return formatList(names.toSorted((a, b) => a.localeCompare(b, locale)));
  };
}
