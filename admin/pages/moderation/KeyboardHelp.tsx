import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../intl';
import { SHORTCUTS } from './shortcuts';

const Key = styled.kbd`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  padding: 0 0.6rem;
  font-size: 1.2rem;
`;

/** Which keys do what, for as long as it is open. */
export function KeyboardHelp() {
  const t = useText();
  return (
    <Box tag="details">
      <Typography tag="summary" textColor="primary700" style={{ cursor: 'pointer' }}>
        {t('comments.keyboard')}
      </Typography>
      <Box paddingTop={2}>
        <Typography textColor="neutral700" tag="p">
          {t('comments.keyboard-hint')}
        </Typography>
        <Flex tag="ul" gap={4} wrap="wrap" paddingTop={2}>
          {SHORTCUTS.map(([key, command]) => (
            <Flex tag="li" key={key} gap={2}>
              <Key>{key}</Key>
              <Typography textColor="neutral800">{t(`comments.do.${command}`)}</Typography>
            </Flex>
          ))}
        </Flex>
      </Box>
    </Box>
  );
}
