import { TextInput } from '@strapi/design-system';
import { GrowingTextarea } from '../../../components/GrowingTextarea';
import { wholeFrom } from '../../../lines';
import { beginningOf, isTooLong } from './long';

interface TextFieldProps {
  value: string | undefined;
  long?: boolean;
  numeric?: boolean;
  disabled: boolean;
  onChange: (value: string | undefined) => void;
}

/** A line or a text. Emptied, it has no value at all. What is too long for a page is shown in part and left alone. */
export function TextField({ value = '', long = false, numeric = false, disabled, onChange }: TextFieldProps) {
  const control = {
    value: beginningOf(value),
    disabled: disabled || isTooLong(value),
    onChange: ({ target }: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(target.value === '' ? undefined : target.value),
  };
  if (long) return <GrowingTextarea {...control} minHeight="5.2rem" />;
  return <TextInput {...control} {...(numeric && { inputMode: 'numeric' as const })} />;
}

/** A whole number; anything that is no digit is not accepted. */
export function WholeField(props: {
  value: number | undefined;
  disabled: boolean;
  onChange: (value?: number) => void;
}) {
  const change = (text = '') => props.onChange(wholeFrom(text) ?? undefined);
  return <TextField value={props.value?.toString()} numeric disabled={props.disabled} onChange={change} />;
}
