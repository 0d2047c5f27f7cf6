import { useState, type ComponentProps } from 'react';
import { Button, EmptyStateLayout, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { RunItem } from '../../../contracts/imports';
import { useProblemText } from '../../api/useProblem';
import { DocumentLink } from '../../components/DocumentLink';
import { OutcomeBadge } from '../../components/StateBadge';
import { useText } from '../../intl';

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
/** A run may hold thousands of items: they are shown by the hundred. */
const STEP = 100;

interface RunItemsProps {
  items: RunItem[];
  /** What was written may be gone: it is named, but no longer linked. */
  isUndone: boolean;
}

export function RunItems({ items, isUndone }: RunItemsProps) {
  const t = useText();
  const [shown, setShown] = useState(STEP);
  if (items.length === 0) return <EmptyStateLayout content={t('run.no-items')} hasRadius shadow="tableShadow" />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Table colCount={COLUMNS.length} rowCount={Math.min(shown, items.length) + 1}>
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
          {items.slice(0, shown).map((item) => (
            <ItemRow key={item.documentId} item={item} isUndone={isUndone} />
          ))}
        </Tbody>
      </Table>
      {items.length > shown && (
        <Flex justifyContent="center">
          <Button variant="tertiary" onClick={() => setShown(shown + STEP)}>
            {t('run.more', { count: Math.min(STEP, items.length - shown) })}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

type ItemRowProps = { item: RunItem; isUndone: boolean } & Omit<ComponentProps<typeof Tr>, 'children'>;

/** The table tells each row its place, for the arrow keys: it is handed on. */
function ItemRow({ item, isUndone, ...row }: ItemRowProps) {
  const t = useText();
  const problem = useProblemText();
  const from = [item.inputName, item.format].filter(Boolean).join(' · ');
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
                  {t(target.published ? 'item.published' : 'item.draft')}
                </Typography>
              )}
            </TargetLine>
          ))}
        </Flex>
      </Td>
    </Tr>
  );
}
