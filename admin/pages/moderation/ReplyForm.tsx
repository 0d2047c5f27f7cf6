import { useState } from 'react';
import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { usePersistentState } from '@strapi/strapi/admin';
import { z } from 'zod';
import { NAME_LENGTH, type QueuedComment } from '../../../contracts/comments';
import { useNewswireReplyMutation } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { GrowingTextarea } from '../../components/GrowingTextarea';
import { Problem } from '../../components/Problem';
import { useText } from '../../intl';
import { useKept } from '../../useKept';
import { onEscape } from './onEscape';

/** An answer by the newsroom, under a name that the moderator chooses once. */
export function ReplyForm({ comment, onDone }: { comment: QueuedComment; onDone: () => void }) {
  const t = useText();
  const failure = useFailureText();
  const [text, setText, forget] = useKept(`newswire.comments.reply.${comment.documentId}`, z.string(), '');
  const [name, setName] = usePersistentState('newswire.comments.signed-as', t('comments.newsroom'));
  const [send, { isLoading, error }] = useNewswireReplyMutation();
  // Of the comment as it was when its answer was begun: what it says now is to be read before it is answered.
  const [seen, setSeen] = useState<string | undefined>(comment.seen);
  const reply = async () => {
    const answer = await send({ documentId: comment.documentId, text, authorName: name, seen: seen ?? comment.seen });
    if ('error' in answer) {
      setSeen(undefined);
      return;
    }
    forget();
    onDone();
  };
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={3}
      background="neutral100"
      hasRadius
      // What is written is kept: the button forgets it.
      onKeyDown={onEscape(onDone)}
    >
      {error && <Problem>{failure(error)}</Problem>}
      <Field.Root hint={comment.state === 'approved' ? undefined : t('comments.reply-approves')}>
        <Field.Label>{t('comments.reply-text')}</Field.Label>
        <GrowingTextarea
          autoFocus
          value={text}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root>
        <Field.Label>{t('comments.signed-as')}</Field.Label>
        <TextInput
          value={name}
          maxLength={NAME_LENGTH}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
        />
      </Field.Root>
      <Flex gap={2}>
        <Button loading={isLoading} disabled={text.trim() === '' || name.trim() === ''} onClick={() => void reply()}>
          {t('comments.send-reply')}
        </Button>
        <Button
          variant="tertiary"
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {t('bulk.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
