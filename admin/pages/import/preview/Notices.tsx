import { Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { Notice, PreviewItem } from '../../../../contracts/imports';
import { useText } from '../../../intl';
import type { Draft } from './drafts';
import { focusControl } from './highlight';
import { openNotices } from './openNotices';
import { controlOf } from './spans';

/** What an editor should look at before importing; it goes away as it is settled. */
export function Notices({ item, draft }: { item: PreviewItem; draft: Draft }) {
  const t = useText();
  const { story } = draft;
  const open = openNotices(item.notices, story, draft.photosOut);
  if (open.length === 0) return null;
  const text = (code: Notice['code'], field: string | undefined) => {
    const photo = /^photos\.(\d+)\./.exec(field ?? '')?.[1];
    const notice = t(`notice.${code}`);
    if (photo === undefined || (story.photos?.length ?? 0) < 2) return notice;
    return t('notice.of-photo', { number: Number(photo) + 1, notice });
  };
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
          <Typography textColor="neutral800">{text(code, field)}</Typography>
          {field !== undefined && field !== 'pubStatus' && (
            <TextButton onClick={() => focusControl(item.index, controlOf(field))}>{t('notice.go')}</TextButton>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
