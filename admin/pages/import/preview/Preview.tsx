import { useEffect, useRef, useState } from 'react';
import { EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import type { PreviewResponse } from '../../../../contracts/imports';
import type { Copy } from '../../../api/importForm';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';
import type { Correction, Drafts } from './drafts';
import { HighlightProvider } from './highlight';
import { InputSection } from './InputSection';
import { useImages } from './useImages';

interface PreviewProps {
  preview: PreviewResponse['data'];
  copy: Copy;
  /** Why the import was refused. */
  refused: string | undefined;
  drafts: Drafts;
  correct: (correction: Correction) => void;
}

/** Everything that was read, before anything is written. The first item is open, the others wait. */
export function Preview({ preview, copy, refused, drafts, correct }: PreviewProps) {
  const t = useText();
  const images = useImages(copy.files);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = preview.inputs.flatMap(({ items }) => items)[0]?.index;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set(first === undefined ? [] : [first]));
  const toggle = (item: number) =>
    setOpen((before) => new Set(before.has(item) ? [...before].filter((one) => one !== item) : [...before, item]));

  // The button that had the focus is gone, or at the other end of the page from what went wrong.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [refused]);

  if (preview.inputs.length === 0) return <EmptyStateLayout content={t('import.nothing')} hasRadius />;
  return (
    <HighlightProvider>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Typography ref={heading} tag="h2" variant="beta" tabIndex={-1}>
          {t('import.preview')}
        </Typography>
        {refused !== undefined && <Problem>{refused}</Problem>}
        {preview.inputs.map((input, position) => (
          <InputSection
            key={position}
            input={input}
            pasted={copy.text}
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
