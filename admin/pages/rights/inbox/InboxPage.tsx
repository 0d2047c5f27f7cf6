import { useState } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Modal, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import { useNewswireInboxCountsQuery, useNewswireInboxQuery } from '../../../api/deskApi';
import { useFailureText } from '../../../api/useProblem';
import { SetRightsDialog } from '../../../bulk/SetRightsDialog';
import { AgencySelect } from '../../../components/AgencySelect';
import { useText } from '../../../intl';
import { useLastPage } from '../../../useLastPage';
import { DeskNav } from '../DeskNav';
import { InboxTable } from './InboxTable';
import { KindTabs } from './KindTabs';
import { useFocusKept } from './useFocusKept';
import { useInbox } from './useInbox';

const REFRESH_MS = 60_000;
const NONE: ReadonlySet<string> = new Set();

/** What the rights desk has to look at, and the fix of many at once. */
export function InboxPage() {
  const t = useText();
  const failure = useFailureText();
  const [asked, go] = useInbox();
  const { data: counts } = useNewswireInboxCountsQuery(undefined, { pollingInterval: REFRESH_MS });
  const { data, isFetching, error } = useNewswireInboxQuery(asked, { refetchOnMountOrArgChange: true });
  const place = JSON.stringify(asked);
  const [selection, setSelection] = useState<{ place: string; ids: ReadonlySet<string> }>({ place, ids: NONE });
  // Nothing is selected that is not seen: another page, another list begins with none.
  const selected = selection.place === place ? selection.ids : NONE;
  const [isFixing, setFixing] = useState(false);

  const rows = data?.data ?? [];
  // What has left the list is not fixed with the rest.
  const chosen = rows.map(({ documentId }) => documentId).filter((id) => selected.has(id));
  const select = (ids: readonly string[], on: boolean) => {
    const next = new Set(selected);
    for (const id of ids) if (on) next.add(id); else next.delete(id); // prettier-ignore
    setSelection({ place, ids: next });
  };
  const fix = () => {
    if (chosen.length > 0) setFixing(true);
  };

  const list = useFocusKept(
    rows.map(({ documentId }) => documentId),
    isFixing,
  );
  const isGoing = useLastPage(data?.meta.pagination);
  if (error) return <Page.Error content={failure(error)} />;
  const pagination = data?.meta.pagination;
  return (
    <Page.Main aria-busy={isFetching}>
      <Page.Title>{t('inbox.title')}</Page.Title>
      <Layouts.Header
        title={t('inbox.title')}
        subtitle={t(`inbox.about.${asked.kind}`)}
        primaryAction={
          <Button onClick={fix} disabled={chosen.length === 0}>
            {t('inbox.fix', { count: chosen.length })}
          </Button>
        }
      />
      <Layouts.Content>
        <DeskNav />
        <Flex direction="column" alignItems="stretch" gap={4}>
          <KindTabs kind={asked.kind} type={asked.type} counts={counts} onChoose={go} />
          <Box maxWidth="32rem">
            <AgencySelect
              name="newswire-inbox-agency"
              label={t('inbox.agency')}
              placeholder={t('inbox.any-agency')}
              value={asked.agency}
              onChange={(agency) => go({ agency })}
            />
          </Box>
          <Flex ref={list} tabIndex={-1} direction="column" alignItems="stretch" gap={4} style={{ outline: 'none' }}>
            {!data || isGoing ? (
              <Page.Loading />
            ) : rows.length === 0 ? (
              <EmptyStateLayout
                icon={<EmptyDocuments width="16rem" />}
                content={t('inbox.empty')}
                hasRadius
                shadow="tableShadow"
              />
            ) : (
              <>
                <InboxTable kind={asked.kind} rows={rows} selected={selected} onSelect={select} onFix={fix} />
                <Typography variant="pi" textColor="neutral600">
                  {t('inbox.keys')}
                </Typography>
              </>
            )}
          </Flex>
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
      <Modal.Root open={isFixing} onOpenChange={setFixing}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>{t('inbox.fix', { count: chosen.length })}</Modal.Title>
          </Modal.Header>
          {isFixing && (
            <SetRightsDialog type={asked.type} documentIds={chosen} surface="inbox" onClose={() => setFixing(false)} />
          )}
        </Modal.Content>
      </Modal.Root>
    </Page.Main>
  );
}
