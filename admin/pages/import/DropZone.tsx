import { useRef, useState } from 'react';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../intl';

const Zone = styled(Flex)<{ $over: boolean }>`
  border: 2px dashed ${({ theme, $over }) => theme.colors[$over ? 'primary600' : 'neutral300']};
  background: ${({ theme, $over }) => theme.colors[$over ? 'primary100' : 'neutral100']};
`;

/** Files by drag and drop, or by the file dialog for the keyboard and for those who like it better. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drag = (event: React.DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  const drop = (event: React.DragEvent) => {
    drag(event, false);
    onFiles(Array.from(event.dataTransfer.files));
  };
  const choose = (event: React.ChangeEvent<HTMLInputElement>) => {
    onFiles(Array.from(event.target.files ?? []));
    // The same file can be chosen again after it was removed.
    event.target.value = '';
  };

  return (
    <Zone
      $over={over}
      hasRadius
      direction="column"
      gap={3}
      padding={6}
      justifyContent="center"
      onDragOver={(event: React.DragEvent) => drag(event, true)}
      onDragLeave={(event: React.DragEvent) => drag(event, false)}
      onDrop={drop}
    >
      <CloudUpload width="4rem" height="4rem" fill="neutral500" aria-hidden />
      <Typography textColor="neutral800" textAlign="center">
        {t('drop.hint')}
      </Typography>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        {t('drop.choose')}
      </Button>
      <VisuallyHidden>
        <input ref={input} type="file" multiple onChange={choose} aria-label={t('drop.choose')} tabIndex={-1} />
      </VisuallyHidden>
      <Typography variant="pi" textColor="neutral600" textAlign="center">
        {t('drop.formats')}
      </Typography>
    </Zone>
  );
}
