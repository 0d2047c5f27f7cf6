import { useState } from 'react';
import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Moderation, QueuedComment } from '../../../contracts/comments';
import { Chip } from '../../components/Chip';
import { DocumentLink } from '../../components/DocumentLink';
import { Moment, useMomentText } from '../../components/Moment';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { CardActions, type Writing } from './CardActions';
import { Doubts } from './Doubts';
import { LogList } from './LogList';
import { ReasonForm } from './ReasonForm';
import { ReplyForm } from './ReplyForm';
import { STATE_TONE } from './tones';

const Card = styled(Box)`
  /* A name of eighty letters, an address, a doubt that quotes a link: none of them is wider than the card. */
  overflow-wrap: anywhere;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The text as it was written: its lines, and no markup. */
const Text = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

interface CommentCardProps {
  comment: QueuedComment;
  isCurrent: boolean;
  isSelected: boolean;
  isBusy: boolean;
  writing: Writing | undefined;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onSelect: () => void;
  onDecide: (action: Moderation, reason?: string) => void;
  onWrite: (what: Writing | undefined) => void;
  onBan: () => void;
  onDone: () => void;
}

/** One comment with what is needed to judge it: whose, on what, in answer to what, and what speaks against it. */
export function CommentCard(props: CommentCardProps) {
  const { comment, isCurrent, isSelected, isBusy, writing } = props;
  const t = useText();
  const [hasLog, setLog] = useState(false);
  const momentText = useMomentText();
  const { author, article, parent } = comment;
  const until = author.bannedUntil ?? undefined;
  return (
    <Card
      tag="li"
      tabIndex={isCurrent ? 0 : -1}
      data-comment={comment.documentId}
      aria-label={t('comments.by', { name: author.name })}
      onKeyDown={props.onKeyDown}
      background="neutral0"
      borderColor={isSelected ? 'primary600' : 'neutral200'}
      hasRadius
      padding={4}
      shadow="tableShadow"
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
          <Flex gap={3} alignItems="flex-start">
            <Checkbox
              checked={isSelected}
              onCheckedChange={props.onSelect}
              aria-label={t('comments.select', { name: author.name })}
            />
            <Box>
              <Flex gap={2} wrap="wrap">
                <Typography fontWeight="bold" textColor="neutral800">
                  {author.name}
                </Typography>
                {author.kind !== 'anonymous' && <Chip tone="primary">{t(`comments.kind.${author.kind}`)}</Chip>}
                {author.isBanned && (
                  <Chip tone="danger">
                    {until === undefined
                      ? t('comments.banned')
                      : t('comments.banned-until', { until: momentText(until) })}
                  </Chip>
                )}
                {author.email !== undefined && (
                  <Typography variant="pi" textColor="neutral600">
                    {author.email}
                  </Typography>
                )}
              </Flex>
              <Flex gap={2} wrap="wrap">
                <Typography variant="pi" textColor="neutral600">
                  {t('comments.history', author.history)}
                </Typography>
                <Link tag={NavLink} to={`${PATHS.comments}?filter=all&author=${comment.documentId}`}>
                  {t('comments.all-by-author')}
                </Link>
              </Flex>
            </Box>
          </Flex>
          <Flex gap={2}>
            <Typography variant="pi" textColor="neutral600">
              <Moment at={comment.postedAt} />
            </Typography>
            {comment.editedAt !== undefined && <Chip tone="neutral">{t('comments.edited')}</Chip>}
            {comment.isWithdrawn && <Chip tone="neutral">{t('comments.withdrawn')}</Chip>}
            <Chip tone={STATE_TONE[comment.state]}>{t(`comments.state.${comment.state}`)}</Chip>
          </Flex>
        </Flex>

        {article && (
          <Flex gap={2} wrap="wrap" alignItems="baseline">
            <Typography variant="pi" textColor="neutral600">
              {t('comments.on')}
            </Typography>
            <DocumentLink target={{ type: 'article', documentId: article.documentId, title: article.headline }} />
            {!article.isPublished && <Chip tone="neutral">{t('comments.unpublished')}</Chip>}
            {!article.isOpen && <Chip tone="neutral">{t('comments.closed')}</Chip>}
            <Link tag={NavLink} to={`${PATHS.comments}?filter=all&article=${article.documentId}`}>
              {t('comments.all-on-article')}
            </Link>
          </Flex>
        )}
        {parent && (
          <Box tag="blockquote" padding={3} background="neutral100" hasRadius>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('comments.in-reply-to', { name: parent.authorName, state: t(`comments.state.${parent.state}`) })}
            </Typography>
            <Text textColor="neutral700" tag="p">
              {parent.text}
            </Text>
          </Box>
        )}
        <Text textColor="neutral800" tag="p">
          {comment.text}
        </Text>
        <Doubts comment={comment} />
        <CardActions
          comment={comment}
          isBusy={isBusy}
          hasLog={hasLog}
          onDecide={props.onDecide}
          onWrite={props.onWrite}
          onBan={props.onBan}
          onLog={() => setLog(!hasLog)}
        />
        {writing === 'reply' && <ReplyForm comment={comment} onDone={props.onDone} />}
        {writing === 'reason' && <ReasonForm isBusy={isBusy} onDecide={props.onDecide} onCancel={props.onDone} />}
        {hasLog && <LogList documentId={comment.documentId} />}
      </Flex>
    </Card>
  );
}
