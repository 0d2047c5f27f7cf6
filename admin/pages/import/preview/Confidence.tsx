import { Badge, type BadgeProps } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../../../intl';

type Level = 'sure' | 'likely' | 'check';

/** Below these an editor should look twice, and look for certain. */
const SURE = 0.9;
const LIKELY = 0.6;

const VARIANT: Record<Level, NonNullable<BadgeProps['variant']>> = {
  sure: 'success',
  likely: 'secondary',
  check: 'warning',
};

const levelOf = (confidence: number): Level =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'check';

/** How sure a reading is: a word, and the number behind it. */
export function Confidence({ value }: { value: number }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const level = levelOf(value);
  return (
    <Badge variant={VARIANT[level]} size="S" title={t('confidence.hint')}>
      {`${t(`confidence.${level}`)} ${formatNumber(value, { style: 'percent' })}`}
    </Badge>
  );
}
