import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useNewswireAgenciesQuery } from '../api/deskApi';

interface AgencySelectProps {
  name: string;
  label: string;
  placeholder: string;
  value: string | undefined;
  disabled?: boolean;
  onChange: (documentId: string | undefined) => void;
}

/** Chooses one of the newsroom's agencies; nothing for those who may not read them. */
export function AgencySelect({ name, label, placeholder, value, disabled, onChange }: AgencySelectProps) {
  const { data: agencies } = useNewswireAgenciesQuery(undefined);
  if (!agencies) return null;
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Combobox
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        onChange={(chosen?: string) => onChange(chosen === '' ? undefined : chosen)}
        onClear={() => onChange(undefined)}
      >
        {agencies.map(({ documentId, name: shown }) => (
          <ComboboxOption key={documentId} value={documentId}>
            {shown}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
