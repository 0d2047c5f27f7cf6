import { useState } from 'react';
import { Button, Checkbox, EmptyStateLayout, Flex } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { BackButton, Layouts, Page, Pagination, useNotification, useQueryParams } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import {
  useNewswireDismissMutation,
  useNewswireQuarantineQuery,
  useNewswireReplayMutation,
} from '../../api/newswireApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { PATHS } from '../../paths';
import { useLastPage } from '../../useLastPage';
import { QuarantineTable } from './QuarantineTable';

/** What could not be read or written, whichever import it came with: to be tried again, or dismissed. */
export function QuarantinePage() {
  const t = useText();
  const failure = useFailureText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const asked = { page: Number(query?.page ?? 1), pageSize: Number(query?.pageSize ?? 20) };
  const { data, isLoading, error } = useNewswireQuarantineQuery(asked, { refetchOnMountOrArgChange: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [replay, replaying] = useNewswireReplayMutation();
  const [dismiss, dismissing] = useNewswireDismissMutation();
  const isGoing = useLastPage(data?.meta.pagination);

  if (isLoading || isGoing) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  const items = data.data;
  const { pagination } = data.meta;
  const selected = items.filter(({ key }) => chosen.has(key)).map(({ key }) => key);
  const tell = (cause: unknown) => toggleNotification({ type: 'danger', message: failure(cause) });
  const again = async () => {
    const answer = await replay(selected);
    if ('error' in answer) return tell(answer.error);
    const [run] = answer.data.runs;
    navigate(run !== undefined && answer.data.runs.length === 1 ? PATHS.run(run) : PATHS.runs);
  };
  const takeOff = async () => {
    const answer = await dismiss(selected);
    if ('error' in answer) return tell(answer.error);
    toggleNotification({ type: 'success', message: t('quarantine.dismissed', { count: answer.data.count }) });
    setChosen(new Set());
  };
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };

  return (
    <Page.Main>
      <Page.Title>{t('quarantine.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={PATHS.runs} />}
        title={t('quarantine.title')}
        subtitle={t('quarantine.subtitle', { count: pagination.total })}
      />
      <Layouts.Content>
        {items.length === 0 ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={t('quarantine.empty')}
            hasRadius
            shadow="tableShadow"
          />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={2} wrap="wrap">
              <Checkbox
                checked={selected.length === items.length ? true : selected.length > 0 ? 'indeterminate' : false}
                onCheckedChange={(value) => setChosen(new Set(value === true ? items.map(({ key }) => key) : []))}
              >
                {t('quarantine.select-all')}
              </Checkbox>
              <Button
                startIcon={<ArrowClockwise />}
                disabled={selected.length === 0}
                loading={replaying.isLoading}
                onClick={() => void again()}
              >
                {t('quarantine.replay', { count: selected.length })}
              </Button>
              <Button
                variant="danger-light"
                startIcon={<Cross />}
                disabled={selected.length === 0}
                loading={dismissing.isLoading}
                onClick={() => void takeOff()}
              >
                {t('quarantine.dismiss', { count: selected.length })}
              </Button>
            </Flex>
            <QuarantineTable items={items} chosen={chosen} onToggle={toggle} />
            <Pagination.Root defaultPageSize={20} pageCount={pagination.pageCount} total={pagination.total}>
              <Pagination.PageSize />
              <Pagination.Links />
            </Pagination.Root>
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
