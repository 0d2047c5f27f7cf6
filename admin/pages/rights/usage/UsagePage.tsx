import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useQueryParams, useRBAC } from '@strapi/strapi/admin';
import { usageQuery } from '../../../../contracts/desk';
import { useNewswireUsageQuery } from '../../../api/deskApi';
import { useDownload } from '../../../api/useDownload';
import { useFailureText } from '../../../api/useProblem';
import { Problem } from '../../../components/Problem';
import { useText } from '../../../intl';
import { MAY } from '../../../permissions';
import { useLastPage } from '../../../useLastPage';
import { DeskNav } from '../DeskNav';
import { UsageFilters } from './UsageFilters';
import { UsageTable } from './UsageTable';

/** What ran, of which agency, from when to when: for the audit of a contract. */
export function UsagePage() {
  const t = useText();
  const failure = useFailureText();
  const { allowedActions } = useRBAC(MAY.exportAudit);
  const [{ query }, setQuery] = useQueryParams<Record<string, string>>();
  const read = usageQuery.safeParse(query ?? {});
  const asked = read.success ? read.data : usageQuery.parse({});
  const { agency, from, to, live, type } = asked;
  const { data: last, isFetching, error } = useNewswireUsageQuery(asked, { refetchOnMountOrArgChange: true });
  // The rows of the question before are no answer to one that was refused.
  const data = error === undefined ? last : undefined;
  const report = useDownload();
  const failed = error ?? report.error;
  const pagination = data?.meta.pagination;
  const isGoing = useLastPage(pagination);
  return (
    <Page.Main aria-busy={isFetching || isGoing}>
      <Page.Title>{t('usage.title')}</Page.Title>
      <Layouts.Header
        title={t('usage.title')}
        subtitle={t('usage.subtitle')}
        primaryAction={
          <Flex gap={2}>
            {allowedActions.canExport && (
              <Button
                variant="tertiary"
                startIcon={<Download />}
                loading={report.busy}
                onClick={() =>
                  void report.download('/newswire/desk/audit/export', { from, to, type }, 'rights-history.csv')
                }
              >
                {t('usage.history')}
              </Button>
            )}
            <Button
              startIcon={<Download />}
              loading={report.busy}
              onClick={() =>
                void report.download('/newswire/desk/usage/export', { agency, from, to, live, type }, 'usage.csv')
              }
            >
              {t('usage.csv')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <DeskNav />
        <Flex direction="column" alignItems="stretch" gap={4}>
          <UsageFilters asked={{ agency, from, to, live, type }} onChange={setQuery} />
          {failed !== undefined && <Problem>{failure(failed)}</Problem>}
          {data?.data.length === 0 && !isGoing && (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={t('usage.empty')}
              hasRadius
              shadow="tableShadow"
            />
          )}
          {data && data.data.length > 0 && <UsageTable rows={data.data} />}
          {pagination && (
            <Pagination.Root
              defaultPageSize={40}
              pageCount={Math.ceil(pagination.total / pagination.pageSize)}
              total={pagination.total}
            >
              <Pagination.PageSize options={['20', '40', '100']} />
              <Pagination.Links />
            </Pagination.Root>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
