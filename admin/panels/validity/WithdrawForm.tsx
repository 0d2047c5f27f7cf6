import { useState } from 'react';
import { Button, Field, Flex, TextButton, TextInput } from '@strapi/design-system';
import type { RightsType } from '../../../contracts/rights';
import { useFailureText } from '../../api/useProblem';
import { useNewswireWithdrawMutation } from '../../api/validityApi';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';

interface WithdrawFormProps {
  type: RightsType;
  documentId: string;
  id: string;
}

/** Takes a decision back; why is kept in the history. */
export function WithdrawForm({ type, documentId, id }: WithdrawFormProps) {
  const t = useText();
  const failure = useFailureText();
  const [isOpen, setIsOpen] = useState(false);
  const [why, setWhy] = useState('');
  const [withdraw, { isLoading, error }] = useNewswireWithdrawMutation();
  if (!isOpen) return <TextButton onClick={() => setIsOpen(true)}>{t('decision.withdraw')}</TextButton>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      {error !== undefined && <Problem>{failure(error)}</Problem>}
      <Field.Root name={`newswire-withdraw-${id}`} required>
        <Field.Label>{t('decision.why')}</Field.Label>
        <TextInput value={why} maxLength={1000} onChange={({ target }) => setWhy(target.value)} />
      </Field.Root>
      <Button
        variant="danger-light"
        disabled={why.trim() === ''}
        loading={isLoading}
        onClick={() => void withdraw({ type, documentId, id, why })}
      >
        {t('decision.withdraw')}
      </Button>
    </Flex>
  );
}
