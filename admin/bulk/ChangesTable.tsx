import { Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { RightsValue } from '../../contracts/rights';
import type { BulkResult } from '../api/newswireApi';
import { useProblemText } from '../api/useProblem';
import { useText } from '../intl';

const COLUMNS = ['document', 'field', 'old', 'new'] as const;

type Changed = BulkResult['documents'][number];

/** Old and new, a row for every change; what does not change is counted. */
export function ChangesTable({ documents }: { documents: readonly Changed[] }) {
  const t = useText();
  const shown = documents.filter(({ changes, error }) => changes.length > 0 || error !== undefined);
  const unchanged = documents.length - shown.length;
  const rows = shown.reduce((sum, { changes }) => sum + Math.max(1, changes.length), 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {shown.length > 0 && (
        <Table colCount={COLUMNS.length} rowCount={rows + 1}>
          <Thead>
            <Tr>
              {COLUMNS.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`bulk.column.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {shown.flatMap((document) =>
              document.changes.length === 0 ? (
                <Tr key={document.documentId}>
                  <Cell column="document">
                    <Title document={document} />
                  </Cell>
                  <Cell column="field">–</Cell>
                  <Cell column="old">–</Cell>
                  <Cell column="new">–</Cell>
                </Tr>
              ) : (
                document.changes.map(({ field, from, to }, position) => (
                  <Tr key={`${document.documentId}-${field}`}>
                    <Cell column="document">{position === 0 && <Title document={document} />}</Cell>
                    <Cell column="field">{t(`field.${field}`)}</Cell>
                    <Cell column="old">
                      <Line value={from} />
                    </Cell>
                    <Cell column="new">
                      <Line value={to} />
                    </Cell>
                  </Tr>
                ))
              ),
            )}
          </Tbody>
        </Table>
      )}
      {unchanged > 0 && <Typography textColor="neutral600">{t('bulk.unchanged', { count: unchanged })}</Typography>}
    </Flex>
  );
}

/** Wide enough for a few words: a year or "empty" is never broken, an address is where it must be. */
const LEAST_WIDTH: Record<(typeof COLUMNS)[number], string> = {
  document: '18rem',
  field: 'max-content',
  old: '12rem',
  new: '12rem',
};

interface CellProps {
  column: (typeof COLUMNS)[number];
  children: React.ReactNode;
}

function Cell({ column, children, ...cell }: CellProps) {
  return (
    <Td {...cell} style={{ whiteSpace: 'normal', verticalAlign: 'top', paddingBlock: '1.2rem' }}>
      <Typography tag="div" textColor="neutral800" style={{ minWidth: LEAST_WIDTH[column], overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Td>
  );
}

function Title({ document: { title, error, draftOnly } }: { document: Changed }) {
  const t = useText();
  const problem = useProblemText();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography fontWeight="semiBold">{title || t('item.untitled')}</Typography>
      {draftOnly === true && (
        <Typography variant="pi" textColor="neutral600">
          {t('bulk.draft-only')}
        </Typography>
      )}
      {error && (
        <Typography variant="pi" textColor="danger600">
          {problem(error.code, error.message)}
        </Typography>
      )}
    </Flex>
  );
}

function Line({ value }: { value: RightsValue }) {
  const t = useText();
  if (value === null || value === '') return <Typography textColor="neutral600">{t('credits.empty')}</Typography>;
  return <>{String(value)}</>;
}
