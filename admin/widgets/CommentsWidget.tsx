import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useNewswireCommentSummaryQuery } from '../api/commentsApi';
import { Moment } from '../components/Moment';
import { useText } from '../intl';
import { PATHS } from '../paths';

const REFRESH_MS = 60_000;

/** On the homepage: what waits for a moderator. */
export function CommentsWidget() {
  const t = useText();
  const { data, isLoading, error } = useNewswireCommentSummaryQuery(undefined, { pollingInterval: REFRESH_MS });
  if (isLoading) return <Widget.Loading />;
  if (error || !data) return <Widget.Error />;
  if (data.pending + data.reported + data.spam === 0)
    return <Widget.NoData>{t('comments.nothing-waits')}</Widget.NoData>;
  return (
    <Box>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {(['pending', 'reported', 'spam'] as const).map((filter) => (
          <Flex key={filter} tag="li" justifyContent="space-between">
            <Link tag={NavLink} to={`${PATHS.comments}?filter=${filter}`}>
              {t(`comments.filter.${filter}`)}
            </Link>
            <Typography fontWeight="bold" textColor="neutral800">
              {data[filter]}
            </Typography>
          </Flex>
        ))}
      </Flex>
      {data.oldestPending !== undefined && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
          {t('comments.waiting-since')} <Moment at={data.oldestPending} />
        </Typography>
      )}
    </Box>
  );
}
