import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { ArrowClockwise, ArrowsCounterClockwise, Cross, WarningCircle } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { Run } from '../../../contracts/imports';
import { useNewswireCancelMutation, useNewswireRetryMutation, useNewswireUndoMutation } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { isBusy, isOver } from './progress';

/** What can be done about a run: stop it while it goes on; afterwards try the failures again, or take it all back. */
export function RunActions({ run }: { run: Run }) {
  const t = useText();
  const failure = useFailureText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState(false);
  const [cancel, cancelling] = useNewswireCancelMutation();
  const [retry, retrying] = useNewswireRetryMutation();
  const [undo, undoing] = useNewswireUndoMutation();

  const tell = (error: unknown) => toggleNotification({ type: 'danger', message: failure(error) });
  const stop = async () => {
    const answer = await cancel(run.documentId);
    if ('error' in answer) tell(answer.error);
  };
  const again = async () => {
    const answer = await retry(run.documentId);
    if ('error' in answer) tell(answer.error);
    else navigate(PATHS.run(answer.data.documentId));
  };
  const takeBack = async () => {
    setAsking(false);
    const answer = await undo(run.documentId);
    if ('error' in answer) tell(answer.error);
  };

  const wrote = (['created', 'updated', 'corrected', 'killed', 'held'] as const).some(
    (one) => (run.counts[one] ?? 0) > 0,
  );
  return (
    <>
      {isBusy(run) && run.undo === undefined && (
        <Button variant="secondary" startIcon={<Cross />} onClick={() => void stop()} loading={cancelling.isLoading}>
          {t('run.cancel')}
        </Button>
      )}
      {isOver(run) && (run.counts.quarantined ?? 0) > 0 && (
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          onClick={() => void again()}
          loading={retrying.isLoading}
        >
          {t('run.retry')}
        </Button>
      )}
      {isOver(run) && wrote && run.undo === undefined && (
        <Dialog.Root open={asking} onOpenChange={setAsking}>
          <Dialog.Trigger>
            <Button variant="danger-light" startIcon={<ArrowsCounterClockwise />} loading={undoing.isLoading}>
              {t('run.undo')}
            </Button>
          </Dialog.Trigger>
          <ConfirmDialog
            title={t('run.undo')}
            icon={<WarningCircle fill="danger600" />}
            onConfirm={() => void takeBack()}
          >
            {t('run.undo-text')}
          </ConfirmDialog>
        </Dialog.Root>
      )}
    </>
  );
}
