import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../intl';

/** The design system's bar is made for dark notices: on a page its done part is as white as the page. */
const Bar = styled(ProgressBar)`
  && {
    width: 100%;
    background: ${({ theme }) => theme.colors.neutral200};
  }
  && > div {
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

export function RunProgress({ done, total }: { done: number; total: number }) {
  const t = useText();
  const label = t('run.progress', { done, total });
  return (
    <Flex gap={3} flex="1">
      <Box flex="1" maxWidth="32rem">
        <Bar value={total === 0 ? 0 : Math.round((100 * done) / total)} aria-label={label} />
      </Box>
      <Typography textColor="neutral600">{label}</Typography>
    </Flex>
  );
}
