import { Box, Flex, Typography } from '@strapi/design-system';
import type { Run } from '../../../contracts/imports';
import { DocumentLink } from '../../components/DocumentLink';
import { useText } from '../../intl';

/** What undoing has done, and what it left alone because somebody has worked on it since. */
export function UndoSummary({ undo }: { undo: NonNullable<Run['undo']> }) {
  const t = useText();
  const { state, removed, restored, left } = undo;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} role="status">
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="h2" variant="delta">
          {t(`undo.${state}`)}
        </Typography>
        <Typography textColor="neutral800">{t('undo.done', { removed, restored })}</Typography>
        {left.length > 0 && (
          <>
            <Typography textColor="neutral800">{t('undo.left')}</Typography>
            <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
              {left.map((target) => (
                <li key={`${target.type}-${target.documentId}`}>
                  <DocumentLink target={target} />
                </li>
              ))}
            </Flex>
          </>
        )}
      </Flex>
    </Box>
  );
}
