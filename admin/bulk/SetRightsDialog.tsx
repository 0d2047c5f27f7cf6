import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { BULK_LIMIT, type BulkRequest, type RightsType } from '../../contracts/rights';
import { useNewswireBulkRightsMutation, type BulkResult } from '../api/newswireApi';
import { useFailureText } from '../api/useProblem';
import { AgencySelect } from '../components/AgencySelect';
import { Problem } from '../components/Problem';
import { useText } from '../intl';
import { isRefused } from '../lines';
import { ChangesTable } from './ChangesTable';
import { RightsForm, type Setting } from './RightsForm';

interface SetRightsDialogProps {
  type: RightsType;
  documentIds: string[];
  surface?: 'bulk' | 'inbox';
  onClose: () => void;
}

/** Two steps: which lines shall become what; then old and new for every document, before anything is saved. */
export function SetRightsDialog({ type, documentIds, surface = 'bulk', onClose }: SetRightsDialogProps) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [send, { isLoading, error }] = useNewswireBulkRightsMutation();
  const [set, setSet] = useState<Setting>({});
  const [agency, setAgency] = useState<string>();
  const [reason, setReason] = useState('');
  const [result, setResult] = useState<BulkResult>();

  const ask = async (dryRun: boolean) => {
    const request: BulkRequest = {
      type,
      documentIds,
      set,
      surface,
      dryRun,
      ...(agency !== undefined && { agency }),
      ...(reason.trim() !== '' && { reason }),
      ...(!dryRun &&
        result && { seen: Object.fromEntries(result.documents.map((one) => [one.documentId, one.seen ?? ''])) }),
    };
    const answer = await send(request);
    if (!('data' in answer) || answer.data === undefined) return;
    const isDone = answer.data.documents.every(({ error, draftOnly }) => error === undefined && draftOnly !== true);
    if (answer.data.saved && isDone) {
      toggleNotification({ type: 'success', message: t('bulk.saved', { count: changedIn(answer.data) }) });
      onClose();
      return;
    }
    setResult(answer.data);
  };

  const tooMany = documentIds.length > BULK_LIMIT;
  const isSaved = result?.saved === true;
  const failed = result?.documents.some((document) => document.error !== undefined) === true;
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {!result && (
            <Typography textColor="neutral600">{t(`bulk.selected.${type}`, { count: documentIds.length })}</Typography>
          )}
          {tooMany && <Problem>{t('bulk.too-many', { limit: BULK_LIMIT })}</Problem>}
          {error && <Problem>{failure(error)}</Problem>}
          {isSaved && failed && <Problem>{t('bulk.partly', { count: changedIn(result) })}</Problem>}
          {isSaved && !failed && (
            <Typography role="status" textColor="neutral800">
              {t('bulk.saved', { count: changedIn(result) })}
            </Typography>
          )}
          {result ? (
            <ChangesTable documents={result.documents} />
          ) : (
            <>
              <AgencySelect
                name="newswire-bulk-agency"
                label={t('bulk.agency')}
                placeholder={t('bulk.agency-stays')}
                value={agency}
                onChange={setAgency}
              />
              <RightsForm set={set} reason={reason} onSet={setSet} onReason={setReason} />
            </>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        {result && !isSaved ? (
          <Button variant="tertiary" onClick={() => setResult(undefined)} disabled={isLoading}>
            {t('bulk.back')}
          </Button>
        ) : (
          <Button variant="tertiary" onClick={onClose}>
            {t(isSaved ? 'bulk.close' : 'bulk.cancel')}
          </Button>
        )}
        {!result && (
          <Button
            onClick={() => void ask(true)}
            loading={isLoading}
            disabled={
              tooMany ||
              (Object.keys(set).length === 0 && agency === undefined) ||
              isRefused('copyrightYear', set.copyrightYear)
            }
          >
            {t('bulk.preview')}
          </Button>
        )}
        {result && !isSaved && (
          <Button onClick={() => void ask(false)} loading={isLoading} disabled={changedIn(result) === 0}>
            {t('bulk.save', { count: changedIn(result) })}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}

/** How many documents change, or have been changed. */
const changedIn = ({ documents }: BulkResult): number =>
  documents.filter(({ changes, error }) => changes.length > 0 && error === undefined).length;
