import { Textarea, TextInput } from '@strapi/design-system';
import type { RightsField, RightsValue } from '../../contracts/rights';
import { yearFrom } from '../lines';

const LONG: ReadonlySet<RightsField> = new Set(['copyrightNotice', 'usageTerms']);

interface RightsInputProps {
  field: RightsField;
  value: RightsValue | undefined;
  disabled?: boolean;
  onChange: (value: RightsValue) => void;
}

/** The control for one of the six lines. Must stand in a `Field.Root`. Emptied, it gives null. */
export function RightsInput({ field, value, disabled, onChange }: RightsInputProps) {
  const change = ({ target }: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(field === 'copyrightYear' ? yearFrom(target.value) : target.value === '' ? null : target.value);
  const text = value === null || value === undefined ? '' : String(value);
  if (LONG.has(field)) return <Textarea value={text} onChange={change} disabled={disabled} minHeight="7.2rem" />;
  const numeric = field === 'copyrightYear' ? { inputMode: 'numeric' as const, maxLength: 4 } : {};
  return <TextInput value={text} onChange={change} disabled={disabled} {...numeric} />;
}
