import { useState } from 'react';
import { EmptyStateLayout, Flex } from '@strapi/design-system';
import type { PreviewResponse } from '../../../../contracts/imports';
import { useText } from '../../../intl';
import type { Correction, Drafts } from './drafts';
import { HighlightProvider } from './highlight';
import { InputSection } from './InputSection';
import { useImages } from './useImages';

interface PreviewProps {
  preview: PreviewResponse['data'];
  files: readonly File[];
  drafts: Drafts;
  correct: (correction: Correction) => void;
}

/** Everything that was read, before anything is written. The first item is open, the others wait. */
export function Preview({ preview, files, drafts, correct }: PreviewProps) {
  const t = useText();
  const images = useImages(files);
  const first = preview.inputs.flatMap(({ items }) => items)[0]?.index;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(first === undefined ? [] : [first]));
  const toggle = (item: number) =>
    setOpen((before) => new Set(before.has(item) ? [...before].filter((one) => one !== item) : [...before, item]));

  if (preview.inputs.length === 0) return <EmptyStateLayout content={t('import.nothing')} hasRadius />;
  return (
    <HighlightProvider>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {preview.inputs.map((input, position) => (
          <InputSection
            key={position}
            input={input}
            drafts={drafts}
            images={images}
            isOpen={(item) => open.has(item)}
            onToggle={toggle}
            correct={correct}
          />
        ))}
      </Flex>
    </HighlightProvider>
  );
}
