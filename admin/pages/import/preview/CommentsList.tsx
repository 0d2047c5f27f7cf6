import { Button, Flex, Typography } from '@strapi/design-system';
import type { StoryComment } from '../../../../contracts/story';
import { Chip } from '../../../components/Chip';
import { Moment } from '../../../components/Moment';
import { useText } from '../../../intl';
import type { Correction, Draft } from './drafts';
import { FieldRow } from './FieldRow';
import { controlId } from './highlight';

interface CommentsListProps {
  item: number;
  comments: readonly StoryComment[];
  draft: Draft;
  correct: (correction: Correction) => void;
}

/** Readers' comments that came with the copy. They wait for a moderator; what is no comment can be left out. */
export function CommentsList({ item, comments, draft, correct }: CommentsListProps) {
  const t = useText();
  return (
    <FieldRow item={item} path="comments" label={t('field.comments')} corrected={draft.commentsOut.length > 0}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} id={controlId(item, 'comments')} tabIndex={-1}>
        {comments.map((comment, position) => {
          const out = draft.commentsOut.includes(position);
          const toggle = () => correct({ type: 'leave-out', index: item, what: 'commentsOut', position, out: !out });
          return (
            <Flex tag="li" key={position} justifyContent="space-between" alignItems="flex-start" gap={3}>
              <Flex
                direction="column"
                alignItems="flex-start"
                gap={1}
                paddingLeft={comment.replyTo === undefined ? 0 : 6}
              >
                <Flex gap={2} wrap="wrap">
                  <Typography fontWeight="semiBold">{comment.authorName}</Typography>
                  {comment.postedAt !== undefined && (
                    <Typography variant="pi" textColor="neutral600">
                      <Moment at={comment.postedAt} />
                    </Typography>
                  )}
                  <Chip size="S" tone={out ? 'neutral' : 'alternative'}>
                    {t(out ? 'comment.left-out' : 'comment.held')}
                  </Chip>
                </Flex>
                <Typography textColor={out ? 'neutral500' : 'neutral800'}>{comment.text}</Typography>
              </Flex>
              <Button variant="tertiary" size="S" onClick={toggle} disabled={draft.locked}>
                {t(out ? 'comment.take-in' : 'comment.leave-out')}
              </Button>
            </Flex>
          );
        })}
      </Flex>
    </FieldRow>
  );
}
