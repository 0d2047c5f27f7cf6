import { useState } from 'react';
import { Button, Dialog, Field, Flex, Radio, Textarea, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { TakedownRequest, UsesResponse } from '../../../../contracts/desk';
import type { RightsType } from '../../../../contracts/rights';
import { useNewswireTakedownMutation } from '../../../api/deskApi';
import { useFailureText } from '../../../api/useProblem';
import { DocumentLink } from '../../../components/DocumentLink';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';
import { PhotoPicker } from './PhotoPicker';
import { TakedownResult } from './TakedownResult';
import { UsesList } from './UsesList';

/** Where it is used, what shall be done, why; then one confirmation, and what was done. */
export function TakedownForm({ type, item }: { type: RightsType; item: UsesResponse['data'] }) {
  const t = useText();
  const failure = useFailureText();
  const [action, setAction] = useState<TakedownRequest['action']>('remove');
  const [replacement, setReplacement] = useState<string>();
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [send, { data: result, error, isLoading }] = useNewswireTakedownMutation();
  const { uses, total } = item;
  const ready = uses.length > 0 && reason.trim() !== '' && (action === 'remove' || replacement !== undefined);

  const confirm = async () => {
    setAsking(false);
    await send({
      type,
      documentId: item.documentId,
      action,
      reason,
      ...(action === 'replace' && replacement !== undefined ? { replacement } : {}),
    });
  };

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={5}
      background="neutral0"
      padding={6}
      hasRadius
      shadow="tableShadow"
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="h2" variant="delta">
          <DocumentLink target={{ type, documentId: item.documentId, title: item.title }} />
        </Typography>
        <Typography textColor="neutral600">
          {[item.creditLine, t(`status.${item.pubStatus}`)].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      {result && <TakedownResult result={result} />}
      {error && <Problem>{failure(error)}</Problem>}
      <UsesList uses={uses} total={total} type={type} />
      {total > uses.length && (
        <Typography textColor="neutral600">{t('takedown.more', { count: total - uses.length })}</Typography>
      )}
      {uses.length > 0 && (
        <>
          {type === 'photo' && (
            <Radio.Group
              aria-label={t('takedown.what')}
              value={action}
              onValueChange={(value: string) => setAction(value === 'replace' ? 'replace' : 'remove')}
            >
              <Flex direction="column" alignItems="flex-start" gap={2}>
                <Radio.Item value="remove">{t('takedown.remove')}</Radio.Item>
                <Radio.Item value="replace">{t('takedown.replace')}</Radio.Item>
              </Flex>
            </Radio.Group>
          )}
          {action === 'replace' && (
            <PhotoPicker except={item.documentId} value={replacement} onChange={setReplacement} />
          )}
          <Field.Root name="newswire-takedown-reason" required hint={t('takedown.reason-hint')}>
            <Field.Label>{t('takedown.reason')}</Field.Label>
            <Textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
            <Field.Hint />
          </Field.Root>
          <Dialog.Root open={isAsking} onOpenChange={setAsking}>
            <Dialog.Trigger>
              <Button variant="danger" disabled={!ready} loading={isLoading} style={{ alignSelf: 'flex-start' }}>
                {t(`takedown.do.${type === 'article' ? 'unpublish' : action}`, { count: total })}
              </Button>
            </Dialog.Trigger>
            <Dialog.Content>
              <Dialog.Header>{t('takedown.title')}</Dialog.Header>
              <Dialog.Body icon={<WarningCircle fill="danger600" />}>
                {t(`takedown.confirm.${type === 'article' ? 'unpublish' : action}`, {
                  count: total,
                  title: item.title,
                })}
              </Dialog.Body>
              <Dialog.Footer>
                <Dialog.Cancel>
                  <Button fullWidth variant="tertiary">
                    {t('bulk.cancel')}
                  </Button>
                </Dialog.Cancel>
                <Button fullWidth variant="danger" onClick={() => void confirm()}>
                  {t('takedown.yes')}
                </Button>
              </Dialog.Footer>
            </Dialog.Content>
          </Dialog.Root>
        </>
      )}
    </Flex>
  );
}
