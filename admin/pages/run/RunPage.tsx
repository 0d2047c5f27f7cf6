import { Box, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useNewswireRunQuery } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { Counts } from '../../components/Counts';
import { ImportButton } from '../../components/ImportButton';
import { Moment } from '../../components/Moment';
import { StateBadge } from '../../components/StateBadge';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { isBusy, isOver } from './progress';
import { RunActions } from './RunActions';
import { RunItems } from './RunItems';
import { RunProgress } from './RunProgress';
import { UndoSummary } from './UndoSummary';
import { UnfetchedPhotos } from './UnfetchedPhotos';

const REFRESH_MS = 1_500;

/** One import: how far it is, what came of every item, and where to find it. */
export function RunPage() {
  const t = useText();
  const failure = useFailureText();
  const { documentId = '' } = useParams();
  const { data: run, isLoading, error } = useNewswireRunQuery(documentId, { refetchOnMountOrArgChange: true });
  const busy = run !== undefined && isBusy(run);
  // A second subscription to the same data: it costs nothing and polls only while something goes on.
  useNewswireRunQuery(documentId, { pollingInterval: busy ? REFRESH_MS : 0 });

  if (isLoading) return <Page.Loading />;
  if (error || !run) return <Page.Error content={failure(error)} />;
  return (
    <Page.Main>
      <Page.Title>{t('run.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={PATHS.runs} />}
        title={t('run.title')}
        subtitle={
          <Typography textColor="neutral600" variant="epsilon">
            {t(`origin.${run.origin}`)} · {run.startedBy ?? run.feed ?? t('runs.by-itself')} ·{' '}
            <Moment at={run.startedAt} />
          </Typography>
        }
        primaryAction={
          <Flex gap={2}>
            <RunActions run={run} />
            <ImportButton />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
            <Flex gap={3} wrap="wrap" aria-live="polite">
              <StateBadge state={run.state} />
              {!isOver(run) ? <RunProgress done={run.done} total={run.total} /> : <Counts counts={run.counts} />}
            </Flex>
          </Box>
          {run.undo && <UndoSummary undo={run.undo} />}
          <UnfetchedPhotos run={run} />
          <RunItems run={run} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
