import { useIntl } from 'react-intl';
import type { Origin } from '../../../../contracts/imports';
import { Chip, type Tone } from '../../../components/Chip';
import { useText } from '../../../intl';

type Level = 'sure' | 'likely' | 'check';

/** Below these an editor should look twice, and look for certain. */
const SURE = 0.9;
const LIKELY = 0.6;

const TONE: Record<Level, Tone> = {
  sure: 'success',
  likely: 'secondary',
  check: 'warning',
};

const levelOf = (confidence: number): Level =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'check';

/** How sure a reading is: a word, and the number behind it; where it came from on hover. */
export function Confidence({ origin: { confidence, path } }: { origin: Origin }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const level = levelOf(confidence);
  return (
    <Chip
      tone={TONE[level]}
      size="S"
      title={path === undefined ? t('confidence.hint') : t('confidence.from', { path })}
    >
      {`${t(`confidence.${level}`)} ${formatNumber(confidence, { style: 'percent' })}`}
    </Chip>
  );
}
