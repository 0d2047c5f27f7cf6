import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useNewswirePhotoSearchQuery } from '../../../api/deskApi';
import { useText } from '../../../intl';

const PAUSE_MS = 300;

interface PhotoPickerProps {
  except: string;
  value: string | undefined;
  onChange: (documentId: string | undefined) => void;
}

/** Finds a photo that may be used, by its words. */
export function PhotoPicker({ except, value, onChange }: PhotoPickerProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = usePaused(typed);
  const { data: photos = [], isFetching } = useNewswirePhotoSearchQuery(text);
  return (
    <Field.Root name="newswire-replacement" required>
      <Field.Label>{t('takedown.replacement')}</Field.Label>
      <Combobox
        value={value}
        placeholder={t('takedown.search')}
        loading={isFetching}
        autocomplete="none"
        onInputChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onChange={(chosen?: string) => onChange(chosen === '' ? undefined : chosen)}
        onClear={() => onChange(undefined)}
      >
        {photos
          .filter(({ documentId }) => documentId !== except)
          .map(({ documentId, headline, caption, creditLine }) => (
            <ComboboxOption key={documentId} value={documentId}>
              {[headline ?? caption ?? t('type.photo'), creditLine].filter(Boolean).join(' · ').slice(0, 120)}
            </ComboboxOption>
          ))}
      </Combobox>
    </Field.Root>
  );
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
