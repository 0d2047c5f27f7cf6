import { TextInput } from '@strapi/design-system';
import { GrowingTextarea } from '../../../components/GrowingTextarea';

interface TextFieldProps {
  value: string | undefined;
  long?: boolean;
  digits?: number;
  onChange: (value: string | undefined) => void;
}

/** A line or a text. Emptied, it has no value at all. */
export function TextField({ value, long = false, digits, onChange }: TextFieldProps) {
  const change = (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(event.target.value === '' ? undefined : event.target.value);
  if (long) return <GrowingTextarea value={value ?? ''} onChange={change} minHeight="5.2rem" />;
  const numeric = digits === undefined ? {} : { inputMode: 'numeric' as const, maxLength: digits };
  return <TextInput value={value ?? ''} onChange={change} {...numeric} />;
}

/** A whole number; anything that is no digit is not accepted. */
export function WholeField(props: { value: number | undefined; digits: number; onChange: (value?: number) => void }) {
  const change = (text = '') => {
    const digits = text.replace(/\D/g, '');
    props.onChange(digits === '' ? undefined : Number(digits));
  };
  return <TextField value={props.value?.toString()} digits={props.digits} onChange={change} />;
}
