import { useEffect, useState } from 'react';
import { Box, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useNewswireFeedsQuery } from '../../api/feedsApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { MAY } from '../../permissions';
import { FeedsTable } from './FeedsTable';
import { PushToken } from './PushToken';

const REFRESH_MS = 10_000;

/** Every feed and how it is. */
export function FeedsPage() {
  return (
    <Page.Protect permissions={MAY.manageFeeds}>
      <Feeds />
    </Page.Protect>
  );
}

function Feeds() {
  const t = useText();
  const failure = useFailureText();
  const { data, isLoading, error } = useNewswireFeedsQuery(undefined, {
    refetchOnMountOrArgChange: true,
    pollingInterval: REFRESH_MS,
  });
  const [token, setToken] = useState<{ documentId: string; token: string }>();
  // A token is shown once: leaving the page forgets it.
  useEffect(() => () => setToken(undefined), []);

  if (isLoading) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  const add = (
    <LinkButton tag={Link} to={PATHS.newFeed} startIcon={<Plus />}>
      {t('feeds.add')}
    </LinkButton>
  );
  return (
    <Page.Main>
      <Page.Title>{t('feeds.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={PATHS.runs} />}
        title={t('feeds.title')}
        subtitle={t('feeds.subtitle', { count: data.data.length })}
        primaryAction={add}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {token && <PushToken {...token} />}
          {data.data.length === 0 ? (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={t('feeds.empty')}
              hasRadius
              shadow="tableShadow"
            />
          ) : (
            <Box>
              <FeedsTable feeds={data.data} onToken={setToken} />
            </Box>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
