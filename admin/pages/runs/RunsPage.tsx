import { EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useQueryParams } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useNewswireRunsQuery } from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { FeedsButton } from '../../components/FeedsButton';
import { ImportButton } from '../../components/ImportButton';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { useLastPage } from '../../useLastPage';
import { isBusy } from '../run/progress';
import { RunsTable } from './RunsTable';

const REFRESH_MS = 3_000;

/** Every import there was, the latest first. */
export function RunsPage() {
  const t = useText();
  const failure = useFailureText();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const asked = { page: Number(query?.page ?? 1), pageSize: Number(query?.pageSize ?? 20) };
  const { data, isLoading, error } = useNewswireRunsQuery(asked, { refetchOnMountOrArgChange: true });
  const busy = data?.data.some(isBusy) ?? false;
  // A second subscription to the same data: it costs nothing and polls only while something runs.
  useNewswireRunsQuery(asked, { pollingInterval: busy ? REFRESH_MS : 0 });
  const isGoing = useLastPage(data?.meta.pagination);

  if (isLoading || isGoing) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  const { pagination } = data.meta;
  return (
    <Page.Main>
      <Page.Title>{t('plugin.name')}</Page.Title>
      <Layouts.Header
        title={t('runs.title')}
        subtitle={t('runs.subtitle', { count: pagination.total })}
        secondaryAction={<FeedsButton />}
        primaryAction={
          <Flex gap={2}>
            <LinkButton tag={NavLink} to={PATHS.quarantine} variant="tertiary">
              {t('quarantine.title')}
            </LinkButton>
            <ImportButton />
          </Flex>
        }
      />
      <Layouts.Content>
        {data.data.length === 0 ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={t('runs.empty')}
            action={<ImportButton variant="secondary" />}
            hasRadius
            shadow="tableShadow"
          />
        ) : (
          <>
            <RunsTable runs={data.data} />
            <Pagination.Root defaultPageSize={20} pageCount={pagination.pageCount} total={pagination.total}>
              <Pagination.PageSize />
              <Pagination.Links />
            </Pagination.Root>
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
