import { Box, Button, Field, Flex, Grid, Textarea } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Copy } from '../../api/importForm';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { DropZone } from './DropZone';
import { FileList } from './FileList';

const Paste = styled(Textarea)`
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
`;

interface ComposeProps {
  copy: Copy;
  problem: string | undefined;
  loading: boolean;
  onText: (text: string) => void;
  onFiles: (files: File[]) => void;
  onRemove: (name: string) => void;
  onPreview: () => void;
}

/** Paste, drop, preview. */
export function Compose({ copy, problem, loading, onText, onFiles, onRemove, onPreview }: ComposeProps) {
  const t = useText();
  const isEmpty = copy.text.trim() === '' && copy.files.length === 0;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {problem !== undefined && <Problem>{problem}</Problem>}
        <Grid.Root gap={6}>
          <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="newswire-text" hint={t('compose.hint')}>
              <Field.Label>{t('compose.label')}</Field.Label>
              <Paste
                value={copy.text}
                onChange={(event) => onText(event.target.value)}
                minHeight="36rem"
                placeholder={t('compose.placeholder')}
                spellCheck={false}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch" gap={4}>
            <DropZone onFiles={onFiles} />
            <FileList files={copy.files} onRemove={onRemove} />
          </Grid.Item>
        </Grid.Root>
        <Flex justifyContent="flex-end">
          <Button size="L" startIcon={<Eye />} onClick={onPreview} disabled={isEmpty} loading={loading}>
            {t('import.preview')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
