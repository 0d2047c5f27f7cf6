import { Field, Textarea } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { REASON_KEY } from '../../../contracts/rights';
import { useText } from '../../intl';

/**
 * Why it is changed: goes with the next save and into the history. One more value of the form, which the Content Manager
 * sends and then drops, because it is no field of the type.
 */
export function Reason() {
  const t = useText();
  const { value, onChange } = useForm('NewswireReason', (state) => ({
    value: Object.entries(state.values).find(([name]) => name === REASON_KEY)?.[1],
    onChange: state.onChange,
  }));
  return (
    <Field.Root name="newswire-reason" hint={t('credits.reason-hint')}>
      <Field.Label>{t('credits.reason')}</Field.Label>
      <Textarea
        value={typeof value === 'string' ? value : ''}
        maxLength={1000}
        minHeight="5.2rem"
        onChange={(event) => onChange(REASON_KEY, event.target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
