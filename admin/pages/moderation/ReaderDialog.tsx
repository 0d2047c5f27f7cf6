import { useState } from 'react';
import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { Dialog } from '@strapi/design-system';
import { useNewswireEraseReaderMutation, useNewswireExportReaderMutation } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { useOpener } from '../../useOpener';

/** Gives a person everything that is kept of them, or forgets it. */
export function ReaderDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const failure = useFailureText();
  const giveBack = useOpener();
  const { toggleNotification } = useNotification();
  const [email, setEmail] = useState('');
  const [bans, setBans] = useState(false);
  const [isSure, setSure] = useState(false);
  const [read, reading] = useNewswireExportReaderMutation();
  const [erase, erasing] = useNewswireEraseReaderMutation();
  const error = reading.error ?? erasing.error;

  const download = async () => {
    const answer = await read(email);
    if (!('data' in answer) || !answer.data) return;
    const file = new Blob([JSON.stringify(answer.data, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'comments.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const forget = async () => {
    setSure(false);
    const answer = await erase({ email, bans });
    if (!('data' in answer) || !answer.data) return;
    toggleNotification({ type: 'success', message: t('comments.reader.erased', { count: answer.data.comments }) });
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={giveBack}>
        <Modal.Header>
          <Modal.Title>{t('comments.reader.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error && <Problem>{failure(error)}</Problem>}
            <Field.Root>
              <Field.Label>{t('comments.reader.email')}</Field.Label>
              <TextInput
                type="email"
                value={email}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setEmail(event.target.value.trim())}
              />
            </Field.Root>
            <Typography textColor="neutral700">{t('comments.reader.hint')}</Typography>
            <Checkbox checked={bans} onCheckedChange={(checked) => setBans(checked === true)}>
              {t('comments.reader.bans')}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button
            variant="tertiary"
            disabled={email === ''}
            loading={reading.isLoading}
            onClick={() => void download()}
          >
            {t('comments.reader.export')}
          </Button>
          <Dialog.Root open={isSure} onOpenChange={setSure}>
            <Dialog.Trigger>
              <Button variant="danger" disabled={email === ''} loading={erasing.isLoading}>
                {t('comments.reader.erase')}
              </Button>
            </Dialog.Trigger>
            <ConfirmDialog onConfirm={() => void forget()}>{t('comments.reader.sure', { email })}</ConfirmDialog>
          </Dialog.Root>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
