import { Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { MODERATION, type Moderation, type QueuedComment } from '../../../contracts/comments';
import { useNewswireUnbanMutation } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';

/** In the order of the buttons; each with the design system's colour for it. */
const DECISIONS: readonly (readonly [Moderation, 'success-light' | 'danger-light' | 'tertiary'])[] = [
  ['approve', 'success-light'],
  ['reject', 'danger-light'],
  ['spam', 'danger-light'],
  ['remove', 'tertiary'],
  ['hold', 'tertiary'],
];

/** The form that stands open in a comment's card. */
export type Writing = 'reply' | 'reason';

interface CardActionsProps {
  comment: QueuedComment;
  isBusy: boolean;
  hasLog: boolean;
  onDecide: (action: Moderation) => void;
  onWrite: (what: Writing) => void;
  onBan: () => void;
  onLog: () => void;
}

export function CardActions({ comment, isBusy, hasLog, onDecide, onWrite, onBan, onLog }: CardActionsProps) {
  const t = useText();
  const failure = useFailureText();
  const { toggleNotification } = useNotification();
  const [unban, unbanning] = useNewswireUnbanMutation();
  const lift = async () => {
    const answer = await unban(comment.documentId);
    if ('error' in answer) toggleNotification({ type: 'danger', message: failure(answer.error) });
  };
  // A reported comment is approved again: that settles its reports.
  const isSettled = (action: Moderation) =>
    MODERATION[action] === comment.state && !(action === 'approve' && comment.reports.length > 0);
  // What its author has taken back nobody decides on.
  const isOver = comment.isWithdrawn;
  const decisions = isOver ? [] : DECISIONS.filter(([action]) => !isSettled(action));
  return (
    <Flex gap={2} wrap="wrap">
      {decisions.map(([action, variant]) => (
        <Button key={action} size="S" variant={variant} disabled={isBusy} onClick={() => onDecide(action)}>
          {t(`comments.do.${action}`)}
        </Button>
      ))}
      {!isOver && (
        <>
          <Button size="S" variant="tertiary" onClick={() => onWrite('reason')}>
            {t('comments.do.reason')}
          </Button>
          <Button size="S" variant="secondary" onClick={() => onWrite('reply')}>
            {t('comments.do.reply')}
          </Button>
        </>
      )}
      {comment.author.isBanned ? (
        <Button size="S" variant="tertiary" loading={unbanning.isLoading} onClick={() => void lift()}>
          {t('comments.unban')}
        </Button>
      ) : (
        <Button size="S" variant="tertiary" onClick={onBan}>
          {t('comments.do.ban')}
        </Button>
      )}
      <Button size="S" variant="tertiary" aria-expanded={hasLog} onClick={onLog}>
        {t('comments.log')}
      </Button>
    </Flex>
  );
}
