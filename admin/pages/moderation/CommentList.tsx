import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { Moderation, QueuedComment } from '../../../contracts/comments';
import { useNewswireModerateMutation } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { BanDialog } from './BanDialog';
import { BulkBar } from './BulkBar';
import type { Writing } from './CardActions';
import { CommentCard } from './CommentCard';
import { KeyboardHelp } from './KeyboardHelp';
import { commandFor } from './shortcuts';
import { useCardFocus } from './useCardFocus';

/** The comments of a page, to be worked through with the keyboard, one by one or many at once. */
export function CommentList({ comments }: { comments: QueuedComment[] }) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [send, { isLoading }] = useNewswireModerateMutation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [writing, setWriting] = useState<{ documentId: string; what: Writing }>();
  const [banning, setBanning] = useState<QueuedComment>();
  const { list, focus, current, after, watch } = useCardFocus(comments);

  const shown = new Set(comments.map(({ documentId }) => documentId));
  const selected = [...chosen].filter((documentId) => shown.has(documentId));

  /** Answers those that were not decided on, since they have changed; undefined where nothing could be sent. */
  const moderate = async (documentIds: string[], action: Moderation, reason?: string) => {
    const looked = comments.filter(({ documentId }) => documentIds.includes(documentId));
    const seen = Object.fromEntries(looked.map((one) => [one.documentId, one.seen]));
    const answer = await send({ documentIds, action, seen, ...(reason ? { reason } : {}) });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failure(answer.error) });
      return undefined;
    }
    const { stale, gone } = answer.data;
    setChosen((before) => new Set(stale.filter((id) => before.has(id))));
    setWriting(undefined);
    const done = documentIds.length - stale.length - gone.length;
    if (done > 0) toggleNotification({ type: 'success', message: t(`comments.done.${action}`, { count: done }) });
    if (stale.length > 0) toggleNotification({ type: 'warning', message: t('comments.stale', { count: stale.length }) }); // prettier-ignore
    if (gone.length > 0) toggleNotification({ type: 'warning', message: t('comments.gone', { count: gone.length }) });
    return stale;
  };
  const beside = (documentId: string, step: 1 | -1) =>
    comments[comments.findIndex((one) => one.documentId === documentId) + step]?.documentId;
  const toggle = (documentId: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(documentId)) after.add(documentId);
      return after;
    });

  /** Decides, and goes on to the next. Where nothing else is there, the list says what comes. */
  const decide = (documentIds: string[], action: Moderation, reason?: string) => {
    const next = after(documentIds) ?? documentIds[0];
    void moderate(documentIds, action, reason).then((stale) => stale && focus(stale[0] ?? next));
  };

  const onKeyDown = (event: React.KeyboardEvent, comment: QueuedComment) => {
    // Only on the card itself: a field or a button in it has keys of its own.
    if (event.target !== event.currentTarget) return;
    const { documentId } = comment;
    const command = commandFor(event);
    if (command === undefined) return;
    event.preventDefault();
    if (command === 'next') focus(beside(documentId, 1));
    else if (command === 'previous') focus(beside(documentId, -1));
    else if (command === 'select') toggle(documentId);
    else if (command === 'reply' || command === 'reason') setWriting({ documentId, what: command });
    else if (command === 'ban') setBanning(comment);
    else if (!isLoading) decide([documentId], command);
  };

  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={3} {...watch}>
      <KeyboardHelp />
      <BulkBar
        selected={selected.length}
        all={comments.length}
        isBusy={isLoading}
        onAll={(every) => setChosen(new Set(every ? shown : []))}
        onModerate={(action) => decide(selected, action)}
      />
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={t('comments.title')}>
        {comments.map((comment) => (
          <CommentCard
            key={comment.documentId}
            comment={comment}
            isCurrent={comment.documentId === current}
            isSelected={chosen.has(comment.documentId)}
            isBusy={isLoading}
            writing={writing?.documentId === comment.documentId ? writing.what : undefined}
            onKeyDown={(event) => onKeyDown(event, comment)}
            onSelect={() => toggle(comment.documentId)}
            onDecide={(action, reason) => decide([comment.documentId], action, reason)}
            onWrite={(what) => setWriting(what && { documentId: comment.documentId, what })}
            onBan={() => setBanning(comment)}
            onDone={() => {
              setWriting(undefined);
              focus(comment.documentId);
            }}
          />
        ))}
      </Flex>
      {banning && <BanDialog comment={banning} onClose={() => setBanning(undefined)} />}
    </Flex>
  );
}
