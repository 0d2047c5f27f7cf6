import { Dialog, Flex, IconButton } from '@strapi/design-system';
import { ArrowClockwise, Key, Play, Stop, Trash } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import type { Feed } from '../../../contracts/feeds';
import { useNewswireFeedActionMutation, useNewswireRemoveFeedMutation, type FeedAction } from '../../api/feedsApi';
import { useFailureText, useProblemText } from '../../api/useProblem';
import { useText } from '../../intl';

interface FeedActionsProps {
  feed: Feed;
  onToken: (made: { documentId: string; token: string }) => void;
}

/** What can be done with a feed without opening it. */
export function FeedActions({ feed, onToken }: FeedActionsProps) {
  const t = useText();
  const failure = useFailureText();
  const problem = useProblemText();
  const { toggleNotification } = useNotification();
  const [act, { isLoading }] = useNewswireFeedActionMutation();
  const [remove, { isLoading: isRemoving }] = useNewswireRemoveFeedMutation();
  const { documentId, name } = feed;
  const disabled = isLoading || isRemoving;

  const run = async (action: FeedAction) => {
    const answer = await act({ documentId, action });
    if ('error' in answer) return toggleNotification({ type: 'danger', message: failure(answer.error) });
    const { data, token } = answer.data;
    if (token !== undefined) onToken({ documentId, token });
    if (action !== 'fetch') return;
    const { lastError } = data;
    toggleNotification(
      lastError
        ? { type: 'warning', message: problem(lastError.code, lastError.message) }
        : { type: 'success', message: t(data.lastRun === feed.lastRun ? 'feeds.nothing-new' : 'feeds.fetched') },
    );
  };
  const erase = async () => {
    const answer = await remove(documentId);
    if ('error' in answer) toggleNotification({ type: 'danger', message: failure(answer.error) });
  };
  const button = (action: FeedAction, label: string, icon: ReactNode) => (
    <IconButton label={label} variant="ghost" disabled={disabled} onClick={() => void run(action)}>
      {icon}
    </IconButton>
  );

  return (
    <Flex gap={1} justifyContent="flex-end">
      {feed.kind === 'push' ? (
        <Confirmed label={t('feeds.renew-token', { name })} question={t('feeds.renew-question')} icon={<Key />} disabled={disabled} onConfirm={() => run('token')} />
      ) : (
        button('fetch', t('feeds.fetch', { name }), <ArrowClockwise />)
      )}
      {feed.enabled
        ? button('pause', t('feeds.pause', { name }), <Stop />)
        : button('resume', t('feeds.resume', { name }), <Play />)}
      <Confirmed label={t('feeds.remove', { name })} question={t('feeds.remove-question')} icon={<Trash />} disabled={disabled} onConfirm={erase} />
    </Flex>
  ); // prettier-ignore
}

interface ConfirmedProps {
  label: string;
  question: string;
  icon: ReactNode;
  disabled: boolean;
  onConfirm: () => Promise<unknown>;
}

function Confirmed({ label, question, icon, disabled, onConfirm }: ConfirmedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <IconButton label={label} variant="ghost" disabled={disabled}>
          {icon}
        </IconButton>
      </Dialog.Trigger>
      <ConfirmDialog onConfirm={() => void onConfirm()}>{question}</ConfirmDialog>
    </Dialog.Root>
  );
}
