import { Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Feed, FeedHealth } from '../../../contracts/feeds';
import { useProblemText } from '../../api/useProblem';
import { Chip, type Tone } from '../../components/Chip';
import { Moment } from '../../components/Moment';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { FeedActions } from './FeedActions';

const HEALTH: Record<FeedHealth, Tone> = {
  new: 'neutral',
  ok: 'success',
  failing: 'warning',
  paused: 'neutral',
  stopped: 'danger',
};

const COLUMNS = ['name', 'kind', 'health', 'polled', 'arrived'] as const;

interface FeedsTableProps {
  feeds: readonly Feed[];
  onToken: (made: { documentId: string; token: string }) => void;
}

export function FeedsTable({ feeds, onToken }: FeedsTableProps) {
  const t = useText();
  const problem = useProblemText();
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={feeds.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`feeds.column.${column}`)}</Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{t('feeds.column.actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {feeds.map((feed) => (
          <Tr key={feed.documentId}>
            <Td>
              <Link tag={NavLink} to={PATHS.feed(feed.documentId)}>
                {feed.name}
              </Link>
            </Td>
            <Td>
              <Typography textColor="neutral800">{t(`feed.kind.${feed.kind}`)}</Typography>
            </Td>
            <Td>
              <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="32rem">
                <Chip tone={HEALTH[feed.health]}>{t(`feed.health.${feed.health}`)}</Chip>
                {feed.lastError && (
                  <Typography variant="pi" textColor="neutral800" style={{ whiteSpace: 'normal' }}>
                    {problem(feed.lastError.code, feed.lastError.message)} <Moment at={feed.lastError.at} />
                  </Typography>
                )}
              </Flex>
            </Td>
            <Td>
              <Typography textColor="neutral800">{feed.polledAt ? <Moment at={feed.polledAt} /> : '–'}</Typography>
            </Td>
            <Td>
              {feed.lastRun && feed.arrivedAt ? (
                <Link tag={NavLink} to={PATHS.run(feed.lastRun)}>
                  <Moment at={feed.arrivedAt} />
                </Link>
              ) : (
                <Typography textColor="neutral800">–</Typography>
              )}
            </Td>
            <Td>
              <FeedActions feed={feed} onToken={onToken} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
