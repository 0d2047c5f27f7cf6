import { useState } from 'react';
import { Field, Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useText } from '../intl';

interface TagsFieldProps {
  values: readonly string[];
  disabled: boolean;
  onChange: (values: string[] | undefined) => void;
  /** What to say of a tag beside its name, if anything. */
  note?: (value: string) => string | undefined;
  placeholder: string;
}

/** A list of words: Enter or a comma adds one, the cross takes one away. Must stand in a `Field.Root`. */
export function TagsField({ values, disabled, onChange, note, placeholder }: TagsFieldProps) {
  const t = useText();
  const [entry, setEntry] = useState('');

  const set = (next: string[]) => onChange(next.length === 0 ? undefined : next);
  const add = () => {
    const words = entry.split(',').map((word) => word.trim());
    const fresh = words.filter((word, at) => word !== '' && !values.includes(word) && words.indexOf(word) === at);
    if (fresh.length > 0) set([...values, ...fresh]);
    setEntry('');
  };
  const type = (event: React.ChangeEvent<HTMLInputElement>) => setEntry(event.target.value);
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {values.length > 0 && (
        <Flex gap={2} wrap="wrap">
          {values.map((value) => (
            <Tag
              key={value}
              icon={<Cross aria-hidden />}
              disabled={disabled}
              label={t('tags.remove', { name: value })}
              onClick={() => set(values.filter((other) => other !== value))}
            >
              {[value, note?.(value)].filter(Boolean).join(' · ')}
            </Tag>
          ))}
        </Flex>
      )}
      {!disabled && (
        <TextInput value={entry} onChange={type} onKeyDown={press} onBlur={add} placeholder={placeholder} />
      )}
      <Field.Hint />
    </Flex>
  );
}
