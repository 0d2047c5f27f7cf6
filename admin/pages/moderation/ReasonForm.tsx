import { useState } from 'react';
import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import type { Moderation } from '../../../contracts/comments';
import { useText } from '../../intl';

interface ReasonFormProps {
  isBusy: boolean;
  onDecide: (action: Moderation, reason: string) => void;
  onCancel: () => void;
}

/** Turns a comment down and says why: for colleagues and for the log, not for the reader. */
export function ReasonForm({ isBusy, onDecide, onCancel }: ReasonFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={3} background="neutral100" hasRadius>
      <Field.Root hint={t('comments.reason-hint')}>
        <Field.Label>{t('comments.reason')}</Field.Label>
        <TextInput
          autoFocus
          value={reason}
          maxLength={500}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setReason(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2}>
        {(['reject', 'remove'] as const).map((action) => (
          <Button
            key={action}
            variant="danger-light"
            disabled={isBusy || reason.trim() === ''}
            onClick={() => onDecide(action, reason.trim())}
          >
            {t(`comments.do.${action}`)}
          </Button>
        ))}
        <Button variant="tertiary" onClick={onCancel}>
          {t('bulk.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
