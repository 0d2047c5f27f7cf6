import { Checkbox, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { InboxKind, InboxRow } from '../../../../contracts/desk';
import { UID } from '../../../../contracts/uid';
import { Chip } from '../../../components/Chip';
import { DocumentLink } from '../../../components/DocumentLink';
import { editPath } from '../../../contentManager';
import { useText } from '../../../intl';
import { RowDetail } from './RowDetail';
import { listKeys } from './listKeys';

const COLUMNS = ['title', 'credit', 'holder', 'agency', 'detail'] as const;

interface InboxTableProps {
  kind: InboxKind;
  rows: readonly InboxRow[];
  selected: ReadonlySet<string>;
  onSelect: (documentIds: readonly string[], on: boolean) => void;
  onFix: () => void;
}

/** The list, for mouse and keyboard alike. */
export function InboxTable({ kind, rows, selected, onSelect, onFix }: InboxTableProps) {
  const t = useText();
  const navigate = useNavigate();
  const isAll = rows.every(({ documentId }) => selected.has(documentId));
  const all = () => onSelect(rows.map(({ documentId }) => documentId), !isAll); // prettier-ignore
  const toggle = (at: number) => {
    const row = rows[at];
    if (row) onSelect([row.documentId], !selected.has(row.documentId));
  };
  const onKeyDown = listKeys({
    onToggle: toggle,
    onOpen: (at) => {
      const row = rows[at];
      if (row) void navigate(editPath(UID[row.type], row.documentId));
    },
    onAll: all,
    onFix,
  });
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <Checkbox aria-label={t('inbox.select-all')} checked={isAll} onCheckedChange={all} />
          </Th>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`inbox.column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row, at) => (
          <Tr
            key={row.documentId}
            tabIndex={0}
            aria-selected={selected.has(row.documentId)}
            onKeyDown={(event: React.KeyboardEvent<HTMLTableRowElement>) => onKeyDown(event, at)}
          >
            <Td>
              <Checkbox
                aria-label={t('inbox.select', { title: row.title })}
                checked={selected.has(row.documentId)}
                onCheckedChange={() => toggle(at)}
              />
            </Td>
            <Td style={{ whiteSpace: 'normal' }}>
              <Flex gap={2} maxWidth="32rem" style={{ overflowWrap: 'anywhere' }}>
                <DocumentLink target={row} />
                {row.live && (
                  <Chip tone="success" size="S">
                    {t('inbox.live')}
                  </Chip>
                )}
              </Flex>
            </Td>
            <Line text={row.creditLine} />
            <Line text={row.copyrightHolder} />
            <Line text={row.agency} />
            <Td>
              <RowDetail kind={kind} row={row} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Line({ text }: { text: string | undefined }) {
  return (
    <Td>
      <Typography
        tag="div"
        textColor="neutral800"
        style={{ maxWidth: '18rem', overflowWrap: 'anywhere', whiteSpace: 'normal' }}
      >
        {text ?? '–'}
      </Typography>
    </Td>
  );
}
