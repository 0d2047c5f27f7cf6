import { useRef, useState } from 'react';
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

/** The comments of a page, to be worked through with the keyboard, one by one or many at once. */
export function CommentList({ comments }: { comments: QueuedComment[] }) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [send, { isLoading }] = useNewswireModerateMutation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [writing, setWriting] = useState<{ documentId: string; what: Writing }>();
  const [banning, setBanning] = useState<QueuedComment>();
  const list = useRef<HTMLUListElement>(null);

  const shown = new Set(comments.map(({ documentId }) => documentId));
  const selected = [...chosen].filter((documentId) => shown.has(documentId));
  const focused = current !== undefined && shown.has(current) ? current : comments[0]?.documentId;

  const moderate = async (documentIds: string[], action: Moderation, reason?: string) => {
    const answer = await send({ documentIds, action, ...(reason ? { reason } : {}) });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failure(answer.error) });
      return false;
    }
    setChosen(new Set());
    setWriting(undefined);
    toggleNotification({ type: 'success', message: t(`comments.done.${action}`, { count: documentIds.length }) });
    return true;
  };
  const focus = (documentId: string | undefined) => {
    if (documentId === undefined) return;
    setCurrent(documentId);
    const card = () => list.current?.querySelector<HTMLElement>(`[data-comment="${documentId}"]`);
    // At once: the next key may follow before the next frame, and is for the card that it was moved to.
    const there = card();
    if (there) there.focus();
    // It may not be there yet when the list has been read again.
    else requestAnimationFrame(() => card()?.focus());
  };
  const beside = (documentId: string, step: 1 | -1) =>
    comments[comments.findIndex((one) => one.documentId === documentId) + step]?.documentId;
  const toggle = (documentId: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(documentId)) after.add(documentId);
      return after;
    });

  /** Decides on one, and goes on to the next. */
  const decide = (documentId: string, action: Moderation, reason?: string) => {
    const next = beside(documentId, 1) ?? beside(documentId, -1);
    void moderate([documentId], action, reason).then((isDone) => isDone && focus(next));
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
    else if (!isLoading) decide(documentId, command);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <KeyboardHelp />
      <BulkBar
        selected={selected.length}
        all={comments.length}
        isBusy={isLoading}
        onAll={(every) => setChosen(new Set(every ? shown : []))}
        onModerate={(action) => void moderate(selected, action)}
      />
      <Flex tag="ul" ref={list} direction="column" alignItems="stretch" gap={3} aria-label={t('comments.title')}>
        {comments.map((comment) => (
          <CommentCard
            key={comment.documentId}
            comment={comment}
            isCurrent={comment.documentId === focused}
            isSelected={chosen.has(comment.documentId)}
            isBusy={isLoading}
            writing={writing?.documentId === comment.documentId ? writing.what : undefined}
            onFocus={() => setCurrent(comment.documentId)}
            onKeyDown={(event) => onKeyDown(event, comment)}
            onSelect={() => toggle(comment.documentId)}
            onDecide={(action, reason) => decide(comment.documentId, action, reason)}
            onWrite={(what) => setWriting(what && { documentId: comment.documentId, what })}
            onBan={() => setBanning(comment)}
            onDone={() => {
              setWriting(undefined);
              focus(comment.documentId);
            }}
          />
        ))}
      </Flex>
      {banning && (
        <BanDialog
          comment={banning}
          onClose={() => {
            setBanning(undefined);
            focus(banning.documentId);
          }}
        />
      )}
    </Flex>
  );
}
