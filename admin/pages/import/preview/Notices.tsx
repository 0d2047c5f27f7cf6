import { Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { PreviewItem } from '../../../../contracts/imports';
import type { Story } from '../../../../contracts/story';
import { useText } from '../../../intl';
import { focusControl } from './highlight';
import { openNotices } from './openNotices';
import { controlOf } from './spans';

/** What an editor should look at before importing; it goes away as it is settled. */
export function Notices({ item, story }: { item: PreviewItem; story: Story }) {
  const t = useText();
  const open = openNotices(item.notices, story);
  if (open.length === 0) return null;
  return (
    <Flex
      tag="ul"
      direction="column"
      alignItems="flex-start"
      gap={1}
      padding={3}
      background="warning100"
      borderColor="warning200"
      hasRadius
      aria-label={t('notice.title')}
    >
      {open.map(({ code, field }) => (
        <Flex tag="li" key={`${code}-${field ?? ''}`} gap={2} wrap="wrap">
          <WarningCircle fill="warning600" aria-hidden />
          <Typography textColor="neutral800">{t(`notice.${code}`)}</Typography>
          {field !== undefined && field !== 'pubStatus' && (
            <TextButton onClick={() => focusControl(item.index, controlOf(field))}>{t('notice.go')}</TextButton>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
