import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../contracts/imports';
import { Counts } from '../../components/Counts';
import { Moment } from '../../components/Moment';
import { StateBadge } from '../../components/StateBadge';
import { useText } from '../../intl';
import { PATHS } from '../../paths';

const COLUMNS = ['when', 'origin', 'who', 'counts', 'state'] as const;

export function RunsTable({ runs }: { runs: Run[] }) {
  const t = useText();
  return (
    <Table colCount={COLUMNS.length} rowCount={runs.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`runs.column.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {runs.map((run) => (
          <Tr key={run.documentId}>
            <Td>
              <Link tag={NavLink} to={PATHS.run(run.documentId)}>
                <Moment at={run.startedAt} />
              </Link>
            </Td>
            <Td>
              <Typography textColor="neutral800">{t(`origin.${run.origin}`)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800" ellipsis maxWidth="20rem" tag="div">
                {run.startedBy ?? run.feed ?? t('runs.by-itself')}
              </Typography>
            </Td>
            <Td>
              <Counts counts={run.counts} />
            </Td>
            <Td>
              <StateBadge state={run.state} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
