import { useState } from 'react';
import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import type { Moderation } from '../../../contracts/comments';
import { useText } from '../../intl';
import { onEscape } from './onEscape';

interface ReasonFormProps {
  isBusy: boolean;
  onDecide: (action: Moderation, reason: string) => void;
  onCancel: () => void;
}

/** In the order of the buttons; Enter does the first. */
const DECISIONS = ['reject', 'remove'] as const;

/** Turns a comment down and says why: for colleagues and for the log, not for the reader. */
export function ReasonForm({ isBusy, onDecide, onCancel }: ReasonFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const isReady = !isBusy && reason.trim() !== '';
  return (
    <Flex
      tag="form"
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={3}
      background="neutral100"
      hasRadius
      onKeyDown={onEscape(onCancel)}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        if (isReady) onDecide(DECISIONS[0], reason.trim());
      }}
    >
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
        {DECISIONS.map((action) => (
          <Button
            key={action}
            type="button"
            variant="danger-light"
            disabled={!isReady}
            onClick={() => onDecide(action, reason.trim())}
          >
            {t(`comments.do.${action}`)}
          </Button>
        ))}
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {t('bulk.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
