import type { ComponentProps } from 'react';
import { EmptyStateLayout, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Page, Pagination, useQueryParams } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { OUTCOMES, type Run, type RunItem } from '../../../contracts/imports';
import { useNewswireRunItemsQuery } from '../../api/newswireApi';
import { useFailureText, useProblemText } from '../../api/useProblem';
import { DocumentLink } from '../../components/DocumentLink';
import { RawCopy } from '../../components/RawCopy';
import { OutcomeBadge } from '../../components/StateBadge';
import { useText } from '../../intl';
import { useReasonText } from '../../panels/validity/useVerdict';
import { useLastPage } from '../../useLastPage';
import { OutcomeFilter } from './OutcomeFilter';

/** A title is cut by the page, where there is no room for more of it. */
const TargetLine = styled.li`
  max-width: 44rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  & a,
  & a > span {
    display: inline;
  }
`;

const COLUMNS = ['title', 'outcome', 'written'] as const;
const PAGE_SIZE = 50;

/** What is looked at is in the address: a reload, or the way back from an article, shows the same. */
interface Query {
  page?: string;
  pageSize?: string;
  outcome?: string;
}

/** What became of each item, by the page: a run may hold a million. */
export function RunItems({ run }: { run: Run }) {
  const t = useText();
  const failure = useFailureText();
  const [{ query }, setQuery] = useQueryParams<Query>();
  const outcome = OUTCOMES.find((one) => one === query?.outcome);
  const asked = { page: Number(query?.page ?? 1), pageSize: Number(query?.pageSize ?? PAGE_SIZE), outcome };
  const { data, error } = useNewswireRunItemsQuery({ documentId: run.documentId, done: run.done, ...asked });
  const isGoing = useLastPage(data?.meta.pagination);
  if (error) return <Page.Error content={failure(error)} />;
  if (!data || isGoing) return <Page.Loading />;
  const { pagination } = data.meta;
  if (pagination.total === 0 && outcome === undefined) {
    return <EmptyStateLayout content={t('run.no-items')} hasRadius shadow="tableShadow" />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex>
        <OutcomeFilter
          counts={run.counts}
          value={outcome}
          onChange={(chosen) => setQuery({ page: '1', outcome: chosen ?? '' })}
        />
      </Flex>
      <Table colCount={COLUMNS.length} rowCount={data.data.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((column) => (
              <Th key={column}>
                <Typography variant="sigma">{t(`run.column.${column}`)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {data.data.map((item) => (
            // What was written may be gone once it was undone: it is named, but no longer linked.
            <ItemRow key={item.documentId} item={item} isUndone={run.undo !== undefined} />
          ))}
        </Tbody>
      </Table>
      <Pagination.Root defaultPageSize={PAGE_SIZE} pageCount={pagination.pageCount} total={pagination.total}>
        <Pagination.PageSize options={['20', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
    </Flex>
  );
}

type ItemRowProps = { item: RunItem; isUndone: boolean } & Omit<ComponentProps<typeof Tr>, 'children'>;

/** The table tells each row its place, for the arrow keys: it is handed on. */
function ItemRow({ item, isUndone, ...row }: ItemRowProps) {
  const t = useText();
  const problem = useProblemText();
  const reason = useReasonText();
  // What could not be read is called by its file.
  const from = [item.inputName === item.title ? '' : item.inputName, item.format].filter(Boolean).join(' · ');
  return (
    <Tr {...row}>
      <Td style={{ whiteSpace: 'normal' }}>
        <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={3}>
          <Typography
            tag="div"
            ellipsis
            maxWidth="44rem"
            title={item.title}
            fontWeight="semiBold"
            textColor="neutral800"
          >
            {item.title || t('item.untitled')}
          </Typography>
          {from !== '' && (
            <Typography variant="pi" textColor="neutral600">
              {from}
            </Typography>
          )}
          {item.error && (
            <Typography variant="pi" textColor="danger600">
              {problem(item.error.code, item.error.message)}
            </Typography>
          )}
          {item.key !== undefined && item.format !== 'image' && (
            <RawCopy wireKey={item.key} title={item.title || t('item.untitled')} inputName={item.inputName} />
          )}
        </Flex>
      </Td>
      <Td>
        <OutcomeBadge outcome={item.outcome} />
      </Td>
      <Td style={{ whiteSpace: 'normal' }}>
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={3}>
          {item.targets.map((target) => (
            <TargetLine key={`${target.type}-${target.documentId}`} title={target.title}>
              <Typography variant="pi" textColor="neutral600">
                {t(`type.${target.type}`)}
                {': '}
              </Typography>
              {isUndone ? (
                <Typography textColor="neutral600">{target.title}</Typography>
              ) : (
                <DocumentLink target={target} />
              )}
              {target.type === 'article' && !isUndone && (
                <Typography variant="pi" textColor="neutral600">
                  {' '}
                  {target.held
                    ? t('item.kept-draft', { reasons: target.held.map(reason).join(' · ') })
                    : t(target.published ? 'item.published' : 'item.draft')}
                </Typography>
              )}
            </TargetLine>
          ))}
        </Flex>
      </Td>
    </Tr>
  );
}
