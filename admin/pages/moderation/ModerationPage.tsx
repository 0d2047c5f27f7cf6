import { useState } from 'react';
import { Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useRBAC } from '@strapi/strapi/admin';
import { useNewswireCommentsQuery } from '../../api/commentsApi';
import { useFailureText } from '../../api/useProblem';
import { useText } from '../../intl';
import { MAY } from '../../permissions';
import { useLastPage } from '../../useLastPage';
import { CommentList } from './CommentList';
import { Filters } from './Filters';
import { ReaderDialog } from './ReaderDialog';
import { useAsked } from './useAsked';

const REFRESH_MS = 30_000;

export default function ModerationPage() {
  return (
    <Page.Protect permissions={MAY.moderateComments}>
      <Moderation />
    </Page.Protect>
  );
}

/** What readers have written, for those who decide what is shown. What is looked at is in the address of the page. */
function Moderation() {
  const t = useText();
  const failure = useFailureText();
  const { allowedActions } = useRBAC(MAY.eraseReaders);
  const [isReaderOpen, setReaderOpen] = useState(false);
  const asked = useAsked();
  const { data, isLoading, isFetching, error } = useNewswireCommentsQuery(asked, {
    refetchOnMountOrArgChange: true,
    pollingInterval: REFRESH_MS,
  });
  const isGoing = useLastPage(data?.meta.pagination);

  if (isLoading) return <Page.Loading />;
  if (error || !data) return <Page.Error content={failure(error)} />;
  const { pagination, counts } = data.meta;
  return (
    <Page.Main aria-busy={isFetching || isGoing}>
      <Page.Title>{t('comments.title')}</Page.Title>
      <Layouts.Header
        title={t('comments.title')}
        subtitle={t('comments.subtitle', { pending: counts.pending, reported: counts.reported })}
        secondaryAction={
          allowedActions.canErase && (
            <Button variant="tertiary" onClick={() => setReaderOpen(true)}>
              {t('comments.reader.title')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <Filters asked={asked} counts={counts} />
        {/* While it goes to another page the list stays, and with it the place of the keyboard. */}
        {data.data.length === 0 && !isGoing ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={t(asked.filter === 'pending' ? 'comments.nothing-waits' : 'comments.nothing-found')}
            hasRadius
            shadow="tableShadow"
          />
        ) : (
          <>
            <CommentList comments={data.data} />
            <Pagination.Root defaultPageSize={20} pageCount={pagination.pageCount} total={pagination.total}>
              <Pagination.PageSize />
              <Pagination.Links />
            </Pagination.Root>
          </>
        )}
      </Layouts.Content>
      {isReaderOpen && <ReaderDialog onClose={() => setReaderOpen(false)} />}
    </Page.Main>
  );
}
