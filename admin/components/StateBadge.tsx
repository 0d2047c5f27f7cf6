import { useIntl } from 'react-intl';
import type { Action, Outcome, Run } from '../../contracts/imports';
import { useText } from '../intl';
import { Chip, type Tone } from './Chip';

const STATE: Record<Run['state'], Tone> = {
  pending: 'neutral',
  running: 'secondary',
  finished: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

const OUTCOME: Record<Outcome, Tone> = {
  created: 'success',
  updated: 'primary',
  corrected: 'primary',
  killed: 'danger',
  held: 'alternative',
  skipped: 'neutral',
  quarantined: 'danger',
};

const ACTION: Record<Action, Tone> = { create: 'success', update: 'primary', kill: 'danger', skip: 'neutral' };

export function StateBadge({ state }: { state: Run['state'] }) {
  const t = useText();
  return <Chip tone={STATE[state]}>{t(`state.${state}`)}</Chip>;
}

export function OutcomeBadge({ outcome, count }: { outcome: Outcome; count?: number }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const label = t(`outcome.${outcome}`);
  return <Chip tone={OUTCOME[outcome]}>{count === undefined ? label : `${label} ${formatNumber(count)}`}</Chip>;
}

export function ActionBadge({ action }: { action: Action }) {
  const t = useText();
  return <Chip tone={ACTION[action]}>{t(`action.${action}`)}</Chip>;
}
