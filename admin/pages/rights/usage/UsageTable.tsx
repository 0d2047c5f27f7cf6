import type { ReactNode } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { UsageRow } from '../../../../contracts/desk';
import { Chip } from '../../../components/Chip';
import { DocumentLink } from '../../../components/DocumentLink';
import { Moment } from '../../../components/Moment';
import { useText } from '../../../intl';

const COLUMNS = ['item', 'article', 'agency', 'credit', 'from', 'to'] as const;

export function UsageTable({ rows }: { rows: readonly UsageRow[] }) {
  const t = useText();
  return (
    <Table colCount={COLUMNS.length} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`usage.column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ item, article, agency, creditLine, startedAt, endedAt }) => (
          <Tr key={`${article.documentId}-${item.documentId}-${startedAt}`}>
            <Words width="26rem">
              <DocumentLink target={item} />
            </Words>
            <Words width="22rem">
              {item.type === 'article' ? '–' : <DocumentLink target={{ type: 'article', ...article }} />}
            </Words>
            <Words width="12rem">{agency ?? '–'}</Words>
            <Words width="16rem">{creditLine ?? '–'}</Words>
            <Td>
              <Typography textColor="neutral800">
                <Moment at={startedAt} />
              </Typography>
            </Td>
            <Td>
              {endedAt === undefined ? (
                <Chip tone="success">{t('usage.live')}</Chip>
              ) : (
                <Typography textColor="neutral800">
                  <Moment at={endedAt} />
                </Typography>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Titles and credits are long: they go on in the next line, so that the table fits the page. */
function Words({ width, children }: { width: string; children: ReactNode }) {
  return (
    <Td style={{ whiteSpace: 'normal' }}>
      <Typography tag="div" textColor="neutral800" style={{ maxWidth: width, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Td>
  );
}
