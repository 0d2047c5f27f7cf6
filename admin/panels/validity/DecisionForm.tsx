import { useState } from 'react';
import { Button, DateTimePicker, Field, Flex, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import type { RightsType } from '../../../contracts/rights';
import { FINAL_REASONS, type ValidityReason } from '../../../contracts/validity';
import { useNewswireDecideRightsMutation } from '../../api/validityApi';
import { useFailureText } from '../../api/useProblem';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';

interface DecisionFormProps {
  type: RightsType;
  documentId: string;
  /** What stands against it now. */
  reasons: readonly ValidityReason[];
  onDone: () => void;
}

const isEffect = (value: string | number): value is 'allow' | 'deny' => value === 'allow' || value === 'deny';

/** Allow or forbid, why, and until when: what is allowed needs an end, what is forbidden may last. */
export function DecisionForm({ type, documentId, reasons, onDone }: DecisionFormProps) {
  const t = useText();
  const failure = useFailureText();
  const [effect, setEffect] = useState<'allow' | 'deny'>('deny');
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState<Date>();
  const [decide, { isLoading, error }] = useNewswireDecideRightsMutation();
  const isFinal = effect === 'allow' && reasons.some((reason) => FINAL_REASONS.includes(reason));
  const isComplete = why.trim() !== '' && (effect === 'deny' || until !== undefined);

  const save = async () => {
    const end = until === undefined ? {} : { until: until.toISOString() };
    const answer = await decide({ type, documentId, decision: { effect, why, ...end } });
    if ('data' in answer) onDone();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="group" aria-label={t('decision.new')}>
      {error !== undefined && <Problem>{failure(error)}</Problem>}
      <Field.Root name="newswire-decision-effect" hint={isFinal ? t('decision.final') : undefined}>
        <Field.Label>{t('decision.what')}</Field.Label>
        <SingleSelect value={effect} onChange={(value) => isEffect(value) && setEffect(value)}>
          <SingleSelectOption value="deny">{t('decision.deny')}</SingleSelectOption>
          <SingleSelectOption value="allow">{t('decision.allow')}</SingleSelectOption>
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <Field.Root name="newswire-decision-why" required>
        <Field.Label>{t('decision.why')}</Field.Label>
        <Textarea value={why} maxLength={1000} onChange={({ target }) => setWhy(target.value)} />
      </Field.Root>
      <Field.Root
        name="newswire-decision-until"
        required={effect === 'allow'}
        hint={effect === 'deny' ? t('decision.lasts') : undefined}
      >
        <Field.Label>{t('decision.end')}</Field.Label>
        <DateTimePicker value={until} minDate={new Date()} onChange={setUntil} onClear={() => setUntil(undefined)} />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button onClick={() => void save()} disabled={!isComplete} loading={isLoading}>
          {t('decision.save')}
        </Button>
        <Button variant="tertiary" onClick={onDone}>
          {t('decision.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
