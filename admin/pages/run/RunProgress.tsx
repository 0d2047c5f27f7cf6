import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useText } from '../../intl';

export function RunProgress({ done, total }: { done: number; total: number }) {
  const t = useText();
  const label = t('run.progress', { done, total });
  return (
    <Flex gap={3} flex="1">
      <Box flex="1" maxWidth="32rem">
        <ProgressBar value={total === 0 ? 0 : Math.round((100 * done) / total)} aria-label={label} />
      </Box>
      <Typography textColor="neutral600">{label}</Typography>
    </Flex>
  );
}
