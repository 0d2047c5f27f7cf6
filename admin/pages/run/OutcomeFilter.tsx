import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { OUTCOMES, type Outcome, type Run } from '../../../contracts/imports';
import { useText } from '../../intl';

interface OutcomeFilterProps extends Pick<Run, 'counts'> {
  value: Outcome | undefined;
  onChange: (outcome: Outcome | undefined) => void;
}

/** Shows the items that came out one way. Only ways that occurred can be chosen. */
export function OutcomeFilter({ counts, value, onChange }: OutcomeFilterProps) {
  const t = useText();
  const { formatNumber } = useIntl();
  const seen = OUTCOMES.filter((outcome) => (counts[outcome] ?? 0) > 0);
  if (seen.length < 2) return null;
  return (
    <SingleSelect
      aria-label={t('run.filter')}
      size="S"
      value={value ?? 'all'}
      onChange={(chosen) => onChange(seen.find((outcome) => outcome === chosen))}
    >
      <SingleSelectOption value="all">{t('run.filter-all')}</SingleSelectOption>
      {seen.map((outcome) => (
        <SingleSelectOption key={outcome} value={outcome}>
          {`${t(`outcome.${outcome}`)} ${formatNumber(counts[outcome] ?? 0)}`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
