import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PreviewItem } from '../../../../contracts/imports';
import { DocumentLink } from '../../../components/DocumentLink';
import { useText } from '../../../intl';
import { useFieldLabel } from './useFieldLabel';

/** What the import would do with an item, why, and to what. */
export function Plan({ item: { action, reason, existing, heldUntil, wasEdited } }: { item: PreviewItem }) {
  const t = useText();
  const { formatDate } = useIntl();
  const label = useFieldLabel();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={1} wrap="wrap">
        <Typography textColor="neutral800">{t(`reason.${reason}`)}</Typography>
        {existing && <DocumentLink target={existing} newTab />}
        {existing?.published === true && action !== 'skip' && (
          <Typography textColor="neutral600">{t('item.published')}</Typography>
        )}
      </Flex>
      {heldUntil !== undefined && (
        <Typography textColor="neutral800">
          {t('plan.held', { time: formatDate(heldUntil, { dateStyle: 'medium', timeStyle: 'short' }) })}
        </Typography>
      )}
      {wasEdited.length > 0 && (
        <Typography textColor="neutral600">{t('plan.kept', { fields: wasEdited.map(label).join(', ') })}</Typography>
      )}
    </Flex>
  );
}
