import { Button, Checkbox, Flex } from '@strapi/design-system';
import type { Moderation } from '../../../contracts/comments';
import { useText } from '../../intl';

interface BulkBarProps {
  selected: number;
  all: number;
  isBusy: boolean;
  onAll: (every: boolean) => void;
  onModerate: (action: Moderation) => void;
}

/** One decision for all that are ticked. */
export function BulkBar({ selected, all, isBusy, onAll, onModerate }: BulkBarProps) {
  const t = useText();
  const every = selected === all;
  return (
    <Flex gap={3} wrap="wrap" role="toolbar" aria-label={t('comments.bulk')}>
      <Checkbox checked={every ? true : selected > 0 ? 'indeterminate' : false} onCheckedChange={() => onAll(!every)}>
        {t('comments.selected', { count: selected })}
      </Checkbox>
      {selected > 0 &&
        (['approve', 'reject', 'spam', 'remove'] as const).map((action) => (
          <Button
            key={action}
            size="S"
            variant={action === 'approve' ? 'success-light' : 'danger-light'}
            loading={isBusy}
            onClick={() => onModerate(action)}
          >
            {t(`comments.do.${action}`)}
          </Button>
        ))}
    </Flex>
  );
}
