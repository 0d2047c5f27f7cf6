import { Field, Flex, TextButton, Typography } from '@strapi/design-system';
import type { RightsField, RightsValue } from '../../../contracts/rights';
import { RightsInput } from '../../components/RightsInput';
import { COPYRIGHT_YEAR } from '../../../contracts/story';
import { useText } from '../../intl';
import { isRefused } from '../../lines';

interface CreditFieldProps {
  field: RightsField;
  value: RightsValue;
  disabled: boolean;
  /** The delivered line, where it differs from the one that stands. */
  delivered: RightsValue | undefined;
  /** The agency's usual line, where it is worth offering. */
  usual: RightsValue | undefined;
  agency: string | undefined;
  onChange: (value: RightsValue) => void;
}

/** One line: what stands, what was delivered, what the agency usually says; a click sets it. */
export function CreditField({ field, value, disabled, delivered, usual, agency, onChange }: CreditFieldProps) {
  const t = useText();
  const label = t(`field.${field}`);
  return (
    <Field.Root
      name={field}
      id={`newswire-${field}`}
      gap={1}
      error={isRefused(field, value) ? t('invalid.year', { ...COPYRIGHT_YEAR }) : undefined}
    >
      <Field.Label>{label}</Field.Label>
      <RightsInput field={field} value={value} disabled={disabled} onChange={onChange} />
      <Field.Error />
      {delivered !== undefined && (
        <Offer
          text={t('credits.as-delivered', { line: delivered ?? t('credits.empty') })}
          action={t('credits.go-back')}
          label={t('credits.go-back-to', { field: label })}
          onClick={() => onChange(delivered)}
        />
      )}
      {usual !== undefined && (
        <Offer
          text={t('credits.usual', { line: usual ?? t('credits.empty') })}
          action={t('credits.use-usual', { agency: agency ?? t('credits.the-agency') })}
          label={t('credits.use-usual-for', { agency: agency ?? t('credits.the-agency'), field: label })}
          onClick={() => onChange(usual)}
        />
      )}
    </Field.Root>
  );
}

interface OfferProps {
  text: string;
  action: string;
  label: string;
  onClick: () => void;
}

function Offer({ text, action, label, onClick }: OfferProps) {
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
      <TextButton onClick={onClick} aria-label={label}>
        {action}
      </TextButton>
    </Flex>
  );
}
