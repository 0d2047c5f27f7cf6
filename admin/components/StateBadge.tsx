import { Badge, type BadgeProps } from '@strapi/design-system';
import type { Action, Outcome, Run } from '../../contracts/imports';
import { useText } from '../intl';

type Variant = NonNullable<BadgeProps['variant']>;

const STATE: Record<Run['state'], Variant> = {
  pending: 'neutral',
  running: 'secondary',
  finished: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

const OUTCOME: Record<Outcome, Variant> = {
  created: 'success',
  updated: 'primary',
  corrected: 'primary',
  killed: 'danger',
  held: 'alternative',
  skipped: 'neutral',
  quarantined: 'danger',
};

const ACTION: Record<Action, Variant> = { create: 'success', update: 'primary', kill: 'danger', skip: 'neutral' };

export function StateBadge({ state }: { state: Run['state'] }) {
  const t = useText();
  return <Badge variant={STATE[state]}>{t(`state.${state}`)}</Badge>;
}

export function OutcomeBadge({ outcome, count }: { outcome: Outcome; count?: number }) {
  const t = useText();
  const label = t(`outcome.${outcome}`);
  return <Badge variant={OUTCOME[outcome]}>{count === undefined ? label : `${label} ${String(count)}`}</Badge>;
}

export function ActionBadge({ action }: { action: Action }) {
  const t = useText();
  return <Badge variant={ACTION[action]}>{t(`action.${action}`)}</Badge>;
}
