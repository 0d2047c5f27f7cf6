import { Flex, Typography } from '@strapi/design-system';
import { OUTCOMES, type Run } from '../../contracts/imports';
import { useText } from '../intl';
import { OutcomeBadge } from './StateBadge';

/** How many items came out how, in the order of the contract; outcomes that did not occur are left out. */
export function Counts({ counts }: Pick<Run, 'counts'>) {
  const t = useText();
  const seen = OUTCOMES.filter((outcome) => (counts[outcome] ?? 0) > 0);
  if (seen.length === 0) return <Typography textColor="neutral600">{t('runs.nothing-yet')}</Typography>;
  return (
    <Flex gap={1} wrap="wrap">
      {seen.map((outcome) => (
        <OutcomeBadge key={outcome} outcome={outcome} count={counts[outcome]} />
      ))}
    </Flex>
  );
}
