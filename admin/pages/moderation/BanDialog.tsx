import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { QueuedComment } from '../../../contracts/comments';
import { useNewswireBanMutation } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { useMomentText } from '../../components/Moment';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { useOpener } from '../../useOpener';

const DAY_MS = 86_400_000;
const DAYS = ['1', '7', '30', '365', 'ever'] as const;

/** How long, why, and whether the address too. */
export function BanDialog({ comment, onClose }: { comment: QueuedComment; onClose: () => void }) {
  const t = useText();
  const failure = useFailureText();
  const giveBack = useOpener();
  const [openedAt] = useState(() => Date.now());
  const [days, setDays] = useState<string>('7');
  const [reason, setReason] = useState('');
  const [address, setAddress] = useState(false);
  const [send, { isLoading, error }] = useNewswireBanMutation();
  const momentText = useMomentText();
  const until = days === 'ever' ? undefined : new Date(openedAt + Number(days) * DAY_MS).toISOString();
  const ban = async () => {
    const answer = await send({
      documentId: comment.documentId,
      address,
      ...(until === undefined ? {} : { until }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    if (!('error' in answer)) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={giveBack}>
        <Modal.Header>
          <Modal.Title style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {t('comments.ban-title', { name: comment.author.name })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error && <Problem>{failure(error)}</Problem>}
            <Typography textColor="neutral700">{t('comments.ban-hint')}</Typography>
            <Field.Root hint={until && t('comments.ban-ends', { until: momentText(until) })}>
              <Field.Label>{t('comments.ban-until')}</Field.Label>
              <SingleSelect value={days} onChange={(chosen: string | number) => setDays(String(chosen))}>
                {DAYS.map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {one === 'ever' ? t('comments.ban-ever') : t('comments.ban-days', { count: Number(one) })}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
            <Field.Root>
              <Field.Label>{t('comments.reason')}</Field.Label>
              <TextInput
                value={reason}
                maxLength={500}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setReason(event.target.value)}
              />
            </Field.Root>
            <Checkbox checked={address} onCheckedChange={(checked) => setAddress(checked === true)}>
              {t('comments.ban-address')}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('bulk.cancel')}
          </Button>
          <Button variant="danger" loading={isLoading} onClick={() => void ban()}>
            {t('comments.do.ban')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
