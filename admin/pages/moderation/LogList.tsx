import { Flex, Loader, Typography } from '@strapi/design-system';
import { useNewswireCommentLogQuery } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { Moment, useMomentText } from '../../components/Moment';
import { Problem } from '../../components/Problem';
import { isMessageKey, useText } from '../../intl';

/** Who did what with a comment, the latest first. */
export function LogList({ documentId }: { documentId: string }) {
  const t = useText();
  const failure = useFailureText();
  const momentText = useMomentText();
  const { data, error } = useNewswireCommentLogQuery(documentId);
  /** A ban's note is the instant at which it ends. */
  const untilText = (note: string) =>
    Number.isNaN(Date.parse(note)) ? t('comments.ban-ever') : t('comments.ban-ends', { until: momentText(note) });
  if (error) return <Problem>{failure(error)}</Problem>;
  if (!data) return <Loader small />;
  return (
    <Flex tag="ol" direction="column" alignItems="flex-start" gap={1} aria-label={t('comments.log')}>
      {data.map(({ at, action, from, to, reason, note, by, kind }) => (
        <li key={`${at}${action}`}>
          <Typography variant="pi" textColor="neutral700">
            <Moment at={at} /> · {by ?? t(`comments.actor.${kind}`)} · {said(t, `comments.log.${action}`, action)}
            {to !== undefined && from !== to && ` (${[from, to].flatMap((one) => stateText(t, one)).join(' → ')})`}
            {reason !== undefined && ` · ${reasonText(t, action, reason)}`}
            {note !== undefined && ` · ${action === 'banned' ? untilText(note) : note}`}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}

type Say = ReturnType<typeof useText>;

/** What older versions have written down is shown as it is. */
const said = (t: Say, key: string, otherwise: string): string => (isMessageKey(key) ? t(key) : otherwise);

const stateText = (t: Say, state: string | undefined): string[] =>
  state === undefined ? [] : [said(t, `comments.state.${state}`, state)];

/** The checks that a reader's text has failed, or why a reader reports it; a moderator's reason is in their own words. */
function reasonText(t: Say, action: string, reason: string): string {
  if (action === 'reported') return said(t, `comments.report.${reason}`, reason);
  if (action !== 'posted') return reason;
  return reason
    .split(', ')
    .map((check) => said(t, `comments.check.${check}`, check))
    .join(', ');
}
