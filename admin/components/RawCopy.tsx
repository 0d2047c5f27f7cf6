import { useState } from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Download, Eye } from '@strapi/icons';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { rawPath, useNewswireRawQuery } from '../api/newswireApi';
import { useFailureText } from '../api/useProblem';
import { useText } from '../intl';

interface RawCopyProps {
  /** Of the ledger's row. */
  wireKey: string;
  title: string;
  inputName: string | undefined;
}

/** The copy of an item as it came: shown as text, whatever it is, and handed out as a file that no browser opens. */
export function RawCopy({ wireKey, title, inputName }: RawCopyProps) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [isOpen, setOpen] = useState(false);
  const { data, error, isFetching } = useNewswireRawQuery(wireKey, { skip: !isOpen });
  const download = async () => {
    try {
      const { data: bytes } = await getFetchClient().get<Blob>(`${rawPath(wireKey)}/file`, { responseType: 'blob' });
      const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = inputName?.split(/[\\/]/).pop() || 'copy.txt';
      link.click();
      URL.revokeObjectURL(url);
    } catch (cause) {
      toggleNotification({ type: 'danger', message: failure(cause) });
    }
  };
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button size="S" variant="tertiary" startIcon={<Eye />} aria-label={t('raw.show-of', { title })}>
          {t('raw.show')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{inputName || title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error !== undefined && <Typography textColor="danger600">{failure(error)}</Typography>}
          {isFetching && <Typography aria-busy>…</Typography>}
          {data?.text !== undefined && (
            <Box background="neutral100" padding={4} hasRadius>
              <Typography
                tag="pre"
                variant="pi"
                tabIndex={0}
                role="group"
                aria-label={t('raw.text')}
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}
              >
                {data.text}
              </Typography>
            </Box>
          )}
          {data && data.text === undefined && <Typography>{t('raw.binary')}</Typography>}
          {data?.isCut === true && <Typography>{t('raw.cut')}</Typography>}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('raw.close')}</Button>
          </Modal.Close>
          <Flex>
            <Button variant="secondary" startIcon={<Download />} disabled={!data} onClick={() => void download()}>
              {t('raw.download')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
