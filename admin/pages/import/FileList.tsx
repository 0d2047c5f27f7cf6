import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, File as FileIcon, Image } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useText } from '../../intl';

/** What was dropped, to be looked over and taken away. */
export function FileList({ files, onRemove }: { files: readonly File[]; onRemove: (name: string) => void }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const size = ({ size }: File) =>
    formatNumber(Math.max(1, Math.round(size / 1024)), { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' });
  if (files.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={t('files.title')}>
      {files.map((file) => (
        <Flex tag="li" key={file.name} gap={2} justifyContent="space-between">
          <Flex gap={2} minWidth={0}>
            {file.type.startsWith('image/') ? <Image aria-hidden /> : <FileIcon aria-hidden />}
            <Typography ellipsis tag="span" title={file.name}>
              {file.name}
            </Typography>
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
              {size(file)}
            </Typography>
          </Flex>
          <IconButton
            variant="ghost"
            label={t('files.remove', { name: file.name })}
            onClick={() => onRemove(file.name)}
          >
            <Cross />
          </IconButton>
        </Flex>
      ))}
    </Flex>
  );
}
