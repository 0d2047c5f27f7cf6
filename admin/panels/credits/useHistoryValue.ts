import { useIntl } from 'react-intl';
import { z } from 'zod';
import { restriction } from '../../../contracts/restrictions';
import type { RightsValue } from '../../../contracts/rights';
import { shownDecision, validityReason } from '../../../contracts/validity';
import { useText } from '../../intl';
import { useReasonText, useWhen } from '../validity/useVerdict';
import { grouped } from './grouped';
import { useRestrictionText } from './useRestrictionText';

const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const restrictions = z.array(restriction);
const decisions = z.array(shownDecision);
const reasons = z.array(validityReason);
const uses = z.array(z.object({ title: z.string() }));

/** A value of the history for people: lists in words, moments as dates; text as it is. */
export function useHistoryValue() {
  const t = useText();
  const { formatList } = useIntl();
  const restrictionText = useRestrictionText();
  const reasonText = useReasonText();
  const when = useWhen();
  const decisionText = ({ effect, until, why }: z.infer<typeof shownDecision>) =>
    [t(`decision.${effect}`), until && t('decision.until', { date: when(until) }), `(${why})`]
      .filter(Boolean)
      .join(' ');
  const lists: Readonly<Record<string, (value: unknown) => string[] | undefined>> = {
    restrictions(value) {
      const read = restrictions.safeParse(value).data;
      return read && grouped(read).map((group) => restrictionText(...group));
    },
    decisions: (value) => decisions.safeParse(value).data?.map(decisionText),
    publishedDespite: (value) => reasons.safeParse(value).data?.map(reasonText),
    uses: (value) => uses.safeParse(value).data?.map(({ title }) => title),
  };
  return (field: string, value: RightsValue): string => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    if (DATE.test(value)) return when(value);
    const listed = lists[field]?.(parsed(value));
    return listed === undefined ? value : formatList(listed, { type: 'unit', style: 'short' });
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
