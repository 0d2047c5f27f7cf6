import { TextInput } from '@strapi/design-system';
import type { RightsField, RightsValue } from '../../contracts/rights';
import { lineFrom, wholeFrom } from '../lines';
import { GrowingTextarea } from './GrowingTextarea';

const LONG: ReadonlySet<RightsField> = new Set(['copyrightNotice', 'usageTerms']);

interface RightsInputProps {
  field: RightsField;
  value: RightsValue | undefined;
  disabled?: boolean;
  onChange: (value: RightsValue) => void;
}

/** The control for one of the six lines. Must stand in a `Field.Root`. Emptied, it gives null. */
export function RightsInput({ field, value, disabled, onChange }: RightsInputProps) {
  const text = value === null || value === undefined ? '' : String(value);
  if (field === 'copyrightYear') {
    return (
      <TextInput
        value={text}
        onChange={({ target }) => onChange(wholeFrom(target.value))}
        disabled={disabled}
        inputMode="numeric"
      />
    );
  }
  const isLong = LONG.has(field);
  return (
    <GrowingTextarea
      value={text}
      onChange={({ target }) => onChange(lineFrom(target.value, isLong))}
      disabled={disabled}
      minHeight={isLong ? '7.2rem' : '3.8rem'}
      rows={isLong ? 3 : 1}
      paddingTop="0.9rem"
      paddingBottom="0.9rem"
    />
  );
}
